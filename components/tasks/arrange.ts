import { Temporal } from "temporal-polyfill";
import type { Task } from "@/db/tasks";
import { type Context, describeDay, today } from "@/language/calendar";

export type ViewName = "today" | "upcoming" | "tasks" | "tag" | "completed" | "search";
export type Sort = "due" | "priority" | "manual";

/** Some rows of a view under one heading; an empty name needs none. */
export type Section = { name: string; tasks: Task[] };

export type Shown = {
  view: ViewName;
  sort: Sort;
  /** The tag's id on a tag's page. */
  tag?: string;
  /** Finished here and now: they stay where they are, struck out, so that nothing jumps. */
  kept?: ReadonlySet<string>;
  /** Those that were finished before are shown too, under a heading of their own. */
  done?: boolean;
};

/** The rows that belong in a view, in its order and under its headings; what is overdue comes first. */
export function arrange(tasks: Task[], shown: Shown, clock: Context): Section[] {
  const day = today(clock);
  const rows = tasks.filter((task) => belongs(task, shown, day));
  const asTheyCame = shown.view === "completed" || shown.view === "search";
  const sections = new Map<string, Task[]>();
  for (const task of asTheyCame ? rows : rows.toSorted(orders[shown.sort])) {
    const name = heading(task, shown, clock, day);
    sections.set(name, [...(sections.get(name) ?? []), task]);
  }
  const named = [...sections].map(([name, of]) => ({ name, tasks: of }));
  return named.toSorted((a, b) => rank(a.name) - rank(b.name));
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
  return view !== "tag" || task.tags.some(({ id }) => id === tag);
}

const levels = { high: 0, medium: 1, low: 2, none: 3 } as const;

const orders = {
  due: byDue,
  priority: (a: Task, b: Task) => levels[a.priority] - levels[b.priority] || byDue(a, b),
  manual: byPosition,
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

function dueKey({ dueDate, dueTime }: Task) {
  return `${dueDate ?? "9999-12-31"} ${dueTime ?? "24:00"}`;
}

function compare(a: string, b: string) {
  return a < b ? -1 : a > b ? 1 : 0;
}

const priorities = { high: "High", medium: "Medium", low: "Low", none: "No priority" } as const;

function heading(task: Task, { view, sort, kept }: Shown, clock: Context, day: string): string {
  if (view === "search") return task.completed ? "Completed" : "Open";
  if (view === "completed") return describeDay(today({ ...clock, now: task.completedAt ?? clock.now }), clock);
  if (task.completed && !kept?.has(task.id)) return "Completed";
  if (view === "today") return task.dueDate !== null && task.dueDate < day ? "Overdue" : "Today";
  if (sort === "manual") return "";
  if (sort === "priority") return priorities[task.priority];
  return view === "upcoming" ? describeDay(task.dueDate ?? day, clock) : span(task.dueDate, day);
}

function span(due: string | null, day: string) {
  if (due === null) return "No date";
  if (due < day) return "Overdue";
  if (due === day) return "Today";
  return due <= Temporal.PlainDate.from(day).add({ days: 7 }).toString() ? "Next seven days" : "Later";
}
