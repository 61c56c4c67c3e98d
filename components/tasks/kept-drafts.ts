import { rename } from "@/components/shell/drafts";
import type { Task } from "@/db/tasks";

type Named = Pick<Task, "id">;

/** What each draft of this tab was kept as, and the other way round. */
const ids = new Map<string, string>();
const drafts = new Map<string, string>();

/** The present version of each task that this page has written, which its rows may not show yet. */
export const versions = new Map<string, number>();

/** Notes that the server has the drafts now: what was begun on one of them goes on with its task. */
export function kept(these: Named[], tasks: Task[]) {
  for (const [at, { id, version }] of tasks.entries()) {
    const draft = these[at];
    if (!draft) continue;
    ids.set(draft.id, id);
    rename(`task ${draft.id} `, `task ${id} `);
    drafts.set(id, draft.id);
    versions.set(id, version);
  }
}

/** The id that the server knows a task by, also where it was a draft when one began. */
export function idOf({ id }: Named): string {
  return ids.get(id) ?? id;
}

/** What stays the same for a task from its draft on: React keeps what has the focus, and what is being written in it. */
export function keyOf({ id }: Named): string {
  return drafts.get(id) ?? id;
}

/** Under which name the draft of one of its fields is kept: "task <id> title". */
export function fieldOf(task: Named, name: string): string {
  return `task ${idOf(task)} ${name}`;
}
