import type { Task } from "@/db/tasks";
import { shorten } from "@/language/text";

/** One task by its title, several by their number. */
export function nameOf(tasks: Task[]) {
  const [first] = tasks;
  return tasks.length === 1 && first ? `“${short(first.title)}”` : `${tasks.length} tasks`;
}

/** A title as a sentence can hold it. */
export function short(title: string): string {
  return shorten(title, 40);
}
