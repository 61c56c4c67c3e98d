import type { Fields } from "@/components/tasks/optimistic";
import type { Task } from "@/db/tasks";
import { type Context, describeDue } from "@/language/calendar";
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

/** What a change does to a task, for a notice: "Moved “Buy stamps” to Tue 24 Nov". */
export function changeInWords(task: Task, { dueDate, tags, priority }: Fields, clock: Context | undefined): string {
  const name = nameOf([task]);
  if (dueDate === null) return `Removed the date from ${name}`;
  if (dueDate && dueDate !== task.dueDate && clock)
    return `Moved ${name} to ${describeDue({ dueDate, dueTime: null }, clock)}`;
  if (tags && tags.length < task.tags.length) {
    const off = task.tags.filter(({ id }) => !tags.some((tag) => tag.id === id));
    return `Removed ${off.map((tag) => `#${tag.name}`).join(", ")} from ${name}`;
  }
  if (priority)
    return priority === "none" ? `Removed the priority from ${name}` : `Set ${name} to ${priority} priority`;
  return `Changed ${name}`;
}
