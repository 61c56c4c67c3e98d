"use client";

import type { Call } from "@/components/shell/send";
import type { Section, Shown } from "@/components/tasks/arrange";
import { type By, beside, type Drop, dropped, type Placed } from "@/components/tasks/by-hand";
import { nameOf } from "@/components/tasks/task-name";
import { useTasks } from "@/components/tasks/use-tasks";
import { useWriting } from "@/components/tasks/writes";
import * as notices from "@/components/ui/notices";
import { sortByHand, sortView } from "@/components/views/actions";
import { seenOrder } from "@/components/views/seen-order";
import { isSortable } from "@/components/views/sorting";

const sorted = { due: "by due date", priority: "by priority", newest: "newest first" } as const;
const fixed = {
  completed: "Completed tasks stay in the order you finished them.",
  search: "Search results can’t be sorted by hand.",
} as const;
/** As many as `reorderInput` takes. */
const MOST = 2000;

/**
 * What moving a row comes to. In a view that is sorted by hand the row gets its new place; any other says how it is sorted, and offers
 * to sort it by hand from now on, beginning with what one sees.
 */
export function useByHand(sections: Section[], { view, sort, tag }: Omit<Shown, "kept">) {
  const { change } = useTasks();
  const { send } = useWriting();
  const key = tag ?? view;
  const sectionOf = (id: string) => sections.find(({ tasks }) => tasks.some((task) => task.id === id))?.name;

  const place = ({ task, position, place }: Placed) =>
    void change(task, { position }, { said: `Moved ${nameOf([task])} to place ${place}` });

  /** Why a row cannot be moved there, whatever the order. */
  function refusal(id: string, where: Drop) {
    if (!isSortable(view)) return fixed[view];
    if ([id, where.beside].some((one) => sectionOf(one) === "Completed")) return fixed.completed;
    return undefined;
  }

  function drop(id: string, where: Drop) {
    const why = refusal(id, where);
    if (why) return void notices.say(why);
    if (view === "today" && sectionOf(id) !== sectionOf(where.beside))
      return void notices.say("Overdue tasks stay above today’s. To move this one, change its date.");
    if (sort !== "manual") return offer(seenOrder(sections, id, where));
    const placed = dropped(sections, id, where);
    if (placed) place(placed);
  }

  function move(id: string, by: By) {
    // Beyond its section a row does not go, and says why.
    const everything = [{ name: "", tasks: sections.flatMap(({ tasks }) => tasks) }];
    const where = beside(sections, id, by) ?? (typeof by === "number" ? beside(everything, id, by) : undefined);
    if (where) drop(id, where);
  }

  function offer(ids: string[] | undefined) {
    if (!ids || sort === "manual") return;
    const act = () => sortFrom(ids.slice(0, MOST));
    notices.say(`This view is sorted ${sorted[sort]}. To move tasks yourself, sort it by hand.`, {
      label: "Sort by hand",
      act,
    });
  }

  function sortFrom(ids: string[]) {
    const back = () => void send({ act: (call) => call(sortView, { view: key, sort }), said: "Sorted as before" });
    const act = (call: Call) => call(sortByHand, { view: key, ids });
    void send({ act, said: "Sorted by hand", instead: { label: "Sort as before", act: back } });
  }

  return {
    drop,
    move,
    /** Whether a row that is let go there goes there, now or after the offer. */
    goes: (id: string, where: Drop) =>
      !refusal(id, where) &&
      (sort === "manual" ? dropped(sections, id, where) : seenOrder(sections, id, where)) !== undefined,
  };
}
