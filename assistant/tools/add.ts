import "server-only";
import type { NewTask, Row, Written } from "@/assistant/shapes";
import type { Turn } from "@/assistant/tools/turn";
import { NOT_FOUND, write } from "@/assistant/tools/write";
import { asRefused } from "@/db/limited";
import * as tasks from "@/db/tasks";
import { findMany } from "@/db/tasks/find";

/**
 * Adds tasks, all or none. What an interrupted attempt at this turn added already is answered instead of added again.
 */
export async function add(turn: Turn, { tasks: wanted }: { tasks: NewTask[] }): Promise<Written> {
  const adopted = wanted.map((task) => adopt(turn, task));
  const fresh = wanted.filter((_, index) => !adopted[index]);
  const ids = adopted.flatMap((row) => (row ? [row.id] : []));
  let reason = NOT_FOUND;
  const done = await write(turn, async () => {
    const there = await findMany(turn.userId, ids);
    if (fresh.length === 0) return there;
    const added = await tasks.addMany(turn.userId, { tasks: fresh }, turn.by).catch(asRefused);
    if (!("refused" in added)) return [...there, ...added];
    reason = added.refused.map(({ message }) => message).join(" ");
    return there;
  });
  const failed = done.length === ids.length ? fresh : [];
  return { done, failed: failed.map(({ title }) => ({ id: title, reason })) };
}

/** Takes the orphan that this new task is, if there is one; each is taken once. */
function adopt(turn: Turn, { title, dueDate = null, repeat }: NewTask): Row | undefined {
  const index = turn.orphans.findIndex(
    // A repetition without a day has chosen its own.
    ({ what, task }) => what === "add" && task.title === title && (task.dueDate === dueDate || (repeat && !dueDate)),
  );
  return index < 0 ? undefined : turn.orphans.splice(index, 1)[0]?.task;
}
