import type { Change } from "@/db/dry-run";

/** With which row each one goes along: a subtask with its task, a next occurrence with what it follows, a task with the tag that it shows. */
export function leaders(changes: Change[], named: ReadonlySet<string | undefined>, takesFamily: boolean) {
  const all = new Map(changes.map((change) => [change.id, change]));
  const shown = ({ before, after }: Extract<Change, { noun: "task" }>) =>
    [before, after].flatMap((side) => side?.tags ?? []).map(({ id }) => all.get(id));
  function above(change: Change): Change | undefined {
    if (change.noun !== "task") return undefined;
    const { id, followsId, before, after, isWritten } = change;
    const parent = all.get((before ?? after)?.parentId ?? "");
    if (parent && (takesFamily || !named.has(id))) return parent;
    const followed = all.get(followsId ?? "");
    // It is added, or moves to the trash or out of it, because that one is completed or reopened.
    if (isCompletedOrReopened(followed) && isThere(before) !== isThere(after)) return followed;
    return named.has(id) || before === null || isWritten ? undefined : shown(change).find((tag) => tag?.noun === "tag");
  }
  return function leaderOf(change: Change): string | undefined {
    // A completed task can be moved below its own next occurrence, and goes along with it then, as that does with it.
    const passed = new Set<Change>();
    let top = change;
    for (let next = above(top); next && !passed.has(next); next = above(top)) {
      passed.add(next);
      top = next;
    }
    return top === change ? undefined : top.id;
  };
}

const isThere = (row: Change["before"]) => row !== null && row.deletedAt === null;

const isCompletedOrReopened = (change: Change | undefined) =>
  change?.noun === "task" && change.before !== null && change.before.completed !== change.after?.completed;
