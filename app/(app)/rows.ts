import "server-only";
import { listInput } from "@/db/task-input";
import type { Task } from "@/db/tasks";
import * as tasks from "@/db/tasks";
import { type Context, today } from "@/language/calendar";

/** What `tasks.list` can be asked for. */
export type Wanted = NonNullable<Parameters<typeof tasks.list>[1]>;

const PAGE = 50;

/** So many pages of a list, from a cursor on where there is one that fits, and the cursor of what follows. */
export async function rows(
  userId: string,
  wanted: Wanted,
  { pages, from }: { pages: number; from?: string | undefined },
) {
  const cursor = listInput.safeParse({ ...wanted, cursor: from }).data?.cursor;
  const { items, nextCursor } = await tasks.list(userId, { ...wanted, cursor, limit: pages * PAGE });
  return { tasks: items, next: nextCursor ?? undefined, isStart: cursor === undefined };
}

/** The titles of the tasks that these are subtasks of, by id. */
export function parentsOf(userId: string, subtasks: Task[]): Promise<Record<string, string>> {
  return tasks.titles(userId, [...new Set(subtasks.flatMap(({ parentId }) => parentId ?? []))]);
}

/** What was finished on the user's present day, newest first. */
export async function doneToday(userId: string, clock: Context): Promise<Task[]> {
  const { items } = await tasks.list(userId, { view: "completed", parent: "none", limit: 200 });
  const day = today(clock);
  return items.filter(({ completedAt }) => completedAt && today({ ...clock, now: completedAt }) === day);
}

/** What was finished lately of what a list is asked for. */
export async function doneLately(userId: string, wanted: Wanted): Promise<Task[]> {
  const { items } = await tasks.list(userId, { ...wanted, view: "completed" });
  return items;
}
