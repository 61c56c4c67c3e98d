import type { z } from "zod";
import type { Refused } from "@/db/fields";
import { orNothing } from "@/db/or-nothing";
import type { By } from "@/db/record";
import type { moveOverdueInput } from "@/db/task-input";
import { change } from "@/db/tasks/change";
import { list } from "@/db/tasks/list";

const PAGE = 200;

type Wanted = z.output<typeof moveOverdueInput>;

/**
 * Moves what is due before a day to that day: all of it that a list has, in one transaction.
 * @returns how many tasks were moved.
 */
export function moveOverdue(userId: string, wanted: Wanted, by: By): Promise<number | Refused> {
  return orNothing(
    () => moveByPages(userId, wanted, by),
    (outcome) => typeof outcome !== "number",
  );
}

async function moveByPages(userId: string, { dueDate, ...where }: Wanted, by: By): Promise<number | Refused> {
  for (let moved = 0; ; moved += PAGE) {
    const { items } = await list(userId, { ...where, view: "today", sort: "due", limit: PAGE });
    const ids = items.filter((task) => task.dueDate !== null && task.dueDate < dueDate).map(({ id }) => id);
    if (ids.length === 0) return moved;
    const outcome = await change(userId, { ids, patch: { dueDate } }, by);
    if ("refused" in outcome) return outcome;
    if (ids.length < PAGE) return moved + ids.length;
  }
}
