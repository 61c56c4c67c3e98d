import "server-only";
import type { ViewName } from "@/components/tasks/arrange";
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
  const cursor = cursorOf(wanted, from);
  const { items, nextCursor } = await tasks.list(userId, { ...wanted, cursor, limit: pages * PAGE });
  return { tasks: items, next: nextCursor ?? undefined, isStart: cursor === undefined };
}

/** The cursor that an address names, or undefined when it is none of this list's. */
export function cursorOf({ view, sort }: Pick<Wanted, "view" | "sort">, from: string | undefined) {
  return listInput.safeParse({ view, sort, cursor: from }).data?.cursor;
}

/** The titles of the tasks that these are subtasks of, by id. */
export function parentsOf(userId: string, subtasks: Task[]): Promise<Record<string, string>> {
  return tasks.titles(userId, [...new Set(subtasks.flatMap(({ parentId }) => parentId ?? []))]);
}

/** The first pages of what was finished of a list, newest first; on Today, of what was on the user's present day. */
export async function finished(userId: string, view: ViewName, wanted: Wanted, pages: number, clock: Context) {
  const list = view === "today" ? ({ parent: "none", completedOn: today(clock) } as const) : wanted;
  const done = await rows(userId, { ...list, view: "completed" }, { pages });
  return { tasks: done.tasks, more: done.next !== undefined };
}
