import "server-only";
import type { Task } from "@/db/tasks";
import * as tasks from "@/db/tasks";
import { type Context, today } from "@/language/calendar";

/** What `tasks.list` can be asked for. */
export type Wanted = NonNullable<Parameters<typeof tasks.list>[1]>;

/** The first `pages` pages of a list, by keyset cursor, and whether there are more. */
export async function rows(userId: string, wanted: Wanted, pages: number) {
  const found: Task[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < pages; page++) {
    const { items, nextCursor } = await tasks.list(userId, { ...wanted, cursor });
    found.push(...items);
    cursor = nextCursor ?? undefined;
    if (!cursor) break;
  }
  return { tasks: found, more: cursor !== undefined };
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
