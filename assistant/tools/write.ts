import "server-only";
import type { Row, Written } from "@/assistant/shapes";
import { differences, toRow } from "@/assistant/tools/row";
import type { Turn } from "@/assistant/tools/turn";
import * as changes from "@/db/changes";
import * as pace from "@/db/pace";
import type { Task } from "@/db/tasks/row";

export const NOT_FOUND = "not found";

/**
 * Runs a write and answers what it did, task by task. Old values come from the record that the operation itself makes in the
 * same transaction: reading the rows beforehand would show what another tab changed in between as ours.
 */
export async function write(turn: Turn, act: () => Promise<Task[]>): Promise<Written["done"]> {
  const earlier = new Set((await recorded(turn)).map(({ id }) => id));
  pace.write(turn.userId, 1);
  const written = await act();
  const fresh = (await recorded(turn)).filter(({ id }) => !earlier.has(id));
  pace.written(turn.userId, fresh.length - 1);
  const added = fresh.flatMap(({ what, after }) => (what === "add" ? [toRow(after)] : []));
  return written.map((each) => {
    const task = toRow(each);
    const change = fresh.find(({ subjectId }) => subjectId === task.id);
    return {
      task,
      was: change?.before ? differences(toRow(change.before), toRow(change.after)) : {},
      changeId: change?.id ?? null,
      next: change?.what === "complete" ? (added.find((row) => follows(row, task)) ?? null) : null,
    };
  });
}

/** Ids of which nothing came back. */
export function missing(ids: string[], done: Written["done"]): Written["failed"] {
  const found = new Set(done.map(({ task }) => task.id));
  return ids.filter((id) => !found.has(id)).map((id) => ({ id, reason: NOT_FOUND }));
}

function follows(next: Row, task: Row): boolean {
  return task.repeat !== null && next.title === task.title && next.id !== task.id;
}

/** What this turn wrote to tasks, oldest first. */
export async function recorded({ userId, by }: Turn) {
  const all = await changes.list(userId, { turnId: by.turnId });
  return all.filter((change) => change.noun === "task");
}
