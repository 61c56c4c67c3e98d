import { short } from "@/components/tasks/task-name";
import type { Change } from "@/db/changes";

/** What was done, in a word. */
export const verbs = {
  add: "Added",
  change: "Changed",
  complete: "Completed",
  reopen: "Reopened",
  remove: "Deleted",
  restore: "Restored",
} as const;

/**
 * What was done in a turn: "Completed “Buy stamps”", "Added 3 tasks", "Deleted the tag “home”". What came along, such as a new tag of a
 * task, is not said.
 */
export function inWords(turn: Change[]): string {
  const [first] = ["task", "conversation", "tag"].flatMap((noun) => turn.filter((change) => change.noun === noun));
  if (!first) return "Nothing";
  const alike = turn.filter(({ noun, what }) => noun === first.noun && what === first.what);
  if (first.noun === "tag") return `${verbs[first.what]} the tag “${first.after.name}”`;
  if (first.noun === "task" && alike.length > 1) return `${verbs[first.what]} ${alike.length} tasks`;
  return `${verbs[first.what]} “${short(first.after.title)}”`;
}
