import type { Fields } from "@/components/tasks/optimistic";
import type { Task } from "@/db/tasks";

/**
 * Whether an edit made on `base` can be made on `theirs` instead. It can where they left the fields that we edited alone, or
 * wrote the same; the answer names the fields where both wrote something different. Tags never are: they come and go one by one.
 */
export function conflicts(base: Task, mine: Fields, theirs: Task): Array<keyof Fields> {
  const edited = Object.keys(mine) as Array<keyof Fields>;
  return edited.filter((name) => name !== "tags" && base[name] !== theirs[name] && mine[name] !== theirs[name]);
}
