import "server-only";
import type { Row, Written } from "@/assistant/shapes";
import { differences, toRow } from "@/assistant/tools/row";
import type { Turn } from "@/assistant/tools/turn";
import * as changes from "@/db/changes";
import type { Refused } from "@/db/fields";
import type { Task } from "@/db/tasks/row";

export const NOT_FOUND = "not found";

/**
 * Runs a write and answers what it did, task by task. Old values come from the record that the operation itself makes in the
 * same transaction: reading the rows beforehand would show what another tab changed in between as ours.
 */
export async function write(turn: Turn, act: () => Promise<Task[]>): Promise<Written["done"]> {
  const earlier = new Set((await recorded(turn)).map(({ id }) => id));
  const written = await act();
  const fresh = (await recorded(turn)).filter(({ id }) => !earlier.has(id));
  const added = fresh.flatMap(({ what, after }) => (what === "add" ? [toRow(after)] : []));
  const changed = new Map(fresh.toReversed().map((change) => [change.subjectId, change]));
  return written.map((each) => {
    const task = toRow(each);
    const change = changed.get(task.id);
    return {
      task,
      was: change?.before ? differences(toRow(change.before), toRow(change.after)) : {},
      changeId: change?.id ?? null,
      next: change?.what === "complete" ? (added.find((row) => follows(row, task)) ?? null) : null,
    };
  });
}

/** What came of each task: as it is now, or why it cannot be so; undefined where there is none. */
export type Outcomes = Map<string, Task | string | undefined>;

/** As `write`, for tasks of which each has an outcome of its own. */
export async function writeEach(turn: Turn, act: () => Promise<Outcomes>): Promise<Written> {
  let outcomes: Outcomes = new Map();
  const done = await write(turn, async () => {
    outcomes = await act();
    return [...outcomes.values()].filter((outcome) => typeof outcome === "object");
  });
  const failed = [...outcomes].flatMap(([id, outcome]) =>
    typeof outcome === "object" ? [] : [{ id, reason: outcome ?? NOT_FOUND }],
  );
  return { done, failed };
}

/** Ids of which nothing came back. */
export function missing(ids: string[], done: Written["done"]): Written["failed"] {
  const found = new Set(done.map(({ task }) => task.id));
  return ids.filter((id) => !found.has(id)).map((id) => ({ id, reason: NOT_FOUND }));
}

/** Why an operation refused, in words. */
export const said = ({ refused }: Refused) => refused.map(({ message }) => message).join(" ");

function follows(next: Row, task: Row): boolean {
  return task.repeat !== null && next.title === task.title && next.id !== task.id;
}

/** What this turn wrote to tasks, oldest first. */
export async function recorded({ userId, by }: Turn) {
  const all = await changes.list(userId, { turnId: by.turnId });
  return all.filter((change) => change.noun === "task");
}
