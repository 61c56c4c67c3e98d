import type { Fields } from "@/components/tasks/optimistic";
import type { Task } from "@/db/tasks";
import { nameKey } from "@/language/text";

/**
 * Whether an edit made on `base` can be made on `theirs` instead. It can where they left the fields that we edited alone, or
 * wrote the same; the answer names the fields where both wrote something different.
 */
export function conflicts(base: Task, mine: Fields, theirs: Task): Array<keyof Fields> {
  const edited = Object.keys(mine) as Array<keyof Fields>;
  return edited.filter((name) => !same(base[name], theirs[name]) && !same(mine[name], theirs[name]));
}

// Tags are compared by name: one created in passing has no id yet.
function same(a: unknown, b: unknown): boolean {
  if (!Array.isArray(a) || !Array.isArray(b)) return a === b;
  const names = (tags: Array<{ name: string }>) => tags.map(({ name }) => nameKey(name)).sort();
  return String(names(a)) === String(names(b));
}
