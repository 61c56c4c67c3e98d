import "server-only";
import type { Add, NewTask, Row } from "@/assistant/shapes";
import { act } from "@/assistant/tools/act";
import type { Turn } from "@/assistant/tools/turn";
import { NOT_FOUND, write } from "@/assistant/tools/write";
import { asRefused } from "@/db/limited";
import * as tasks from "@/db/tasks";
import { findMany } from "@/db/tasks/find";

/** Adds tasks, all or none. What an interrupted attempt at this turn added already is answered instead of added again. */
export const add = act<Add, NewTask>({
  pieces: async (_, { tasks }) => tasks,
  async run(turn, wanted) {
    const adopted = wanted.map((task) => adopt(turn, task)?.id);
    const fresh = wanted.filter((_, index) => !adopted[index]);
    const known = adopted.filter((id) => id !== undefined);
    let reason = NOT_FOUND;
    let made: string[] = [];
    const done = await write(turn, async () => {
      const there = await findMany(turn.userId, known);
      if (fresh.length === 0) return there;
      const added = await tasks.addMany(turn.userId, { tasks: fresh }, turn.by).catch(asRefused);
      if ("refused" in added) {
        reason = added.refused.map(({ message }) => message).join(" ");
        return there;
      }
      made = added.map(({ id }) => id);
      return [...there, ...added];
    });
    const failed = made.length === 0 ? fresh : [];
    const ids = made.values();
    return {
      output: { done, failed: failed.map(({ title }) => ({ id: title, reason })) },
      ids: adopted.map((id) => id ?? ids.next().value),
    };
  },
});

/** Takes the orphan that this new task is, if there is one; each is taken once. */
function adopt(turn: Turn, { title, dueDate = null, repeat }: NewTask): Row | undefined {
  const index = turn.orphans.findIndex(
    // A repetition without a day has chosen its own.
    ({ what, task }) => what === "add" && task.title === title && (task.dueDate === dueDate || (repeat && !dueDate)),
  );
  return index < 0 ? undefined : turn.orphans.splice(index, 1)[0]?.task;
}
