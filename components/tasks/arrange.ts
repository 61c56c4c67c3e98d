import { headings, type Section, type Shown, type Sort } from "@/components/tasks/sections";
import type { Task } from "@/db/tasks";
import { type Context, today } from "@/language/calendar";

export type { Section, Shown, Sort, ViewName } from "@/components/tasks/sections";

/** The rows that belong in a view, in its order and under its headings; what is overdue comes first. */
export function arrange(tasks: Task[], shown: Shown, clock: Context): Section[] {
  const day = today(clock);
  const rows = tasks.filter((task) => belongs(task, shown, day));
  const asTheyCame = shown.view === "completed" || shown.view === "search";
  const headingOf = headings(shown, clock);
  const sections = new Map<string, Section>();
  for (const task of asTheyCame ? rows : rows.toSorted(orders[shown.sort])) {
    const heading = headingOf(task);
    const section = sections.get(heading.name);
    if (section) section.tasks.push(task);
    else sections.set(heading.name, { ...heading, tasks: [task] });
  }
  return [...sections.values()].toSorted((a, b) => rank(a.name) - rank(b.name));
}

function rank(name: string) {
  if (name === "Overdue") return 0;
  return name === "Completed" ? 2 : 1;
}

/** Whether the task is one of the view's rows on `day`, the user's present one. Search keeps whatever the server found. */
export function belongs(task: Task, { view, tag, kept, done }: Shown, day: string): boolean {
  if (task.deletedAt !== null) return false;
  if (view === "search") return true;
  if (view === "completed") return task.completed;
  if (task.completed && done) return true;
  if (task.completed && !kept?.has(task.id)) return false;
  if (view === "today") return task.dueDate !== null && task.dueDate <= day;
  if (view === "upcoming") return task.dueDate !== null && task.dueDate > day;
  if (view === "no-date") return task.dueDate === null;
  return view !== "tag" || task.tags.some(({ id }) => id === tag);
}

const levels = { high: 0, medium: 1, low: 2, none: 3 } as const;

const orders = {
  due: byDue,
  priority: (a: Task, b: Task) => levels[a.priority] - levels[b.priority] || byDue(a, b),
  manual: byPosition,
  newest: byAge,
};

/** How rows stand to one another in this order. */
export const compareBy = (sort: Sort): ((a: Task, b: Task) => number) => orders[sort];

function byDue(a: Task, b: Task) {
  return compare(dueKey(a), dueKey(b)) || byPosition(a, b);
}

// Fractional indexes are compared byte by byte, as the database does; they are ASCII.
function byPosition(a: Task, b: Task) {
  return compare(a.position, b.position) || compare(a.id, b.id);
}

// Ids are made in the order of time, but for a new task's, which is only a guess until it is saved.
function byAge(a: Task, b: Task) {
  return b.createdAt.getTime() - a.createdAt.getTime() || compare(b.id, a.id);
}

function dueKey({ dueDate, dueTime }: Task) {
  return `${dueDate ?? "9999-12-31"} ${dueTime ?? "24:00"}`;
}

function compare(a: string, b: string) {
  return a < b ? -1 : a > b ? 1 : 0;
}
