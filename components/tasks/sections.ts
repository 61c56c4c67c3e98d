import { Temporal } from "temporal-polyfill";
import type { Stretch, Task } from "@/db/tasks";
import { type Context, today } from "@/language/calendar";
import { formatterOf } from "@/language/formatter";

/** What stands above some rows of a list: "Overdue", or a day's own name with the day that it is. */
export type Heading = { name: string; day?: string };

export type ViewName = "today" | "upcoming" | "no-date" | "tasks" | "tag" | "completed" | "search";
export type Sort = "due" | "priority" | "manual" | "newest";

/** Some rows of a view under one heading; an empty name needs none. */
export type Section = Heading & { tasks: Task[] };

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

type Named = Stretch & { name: string };

/** How a list by due day is divided: each part with its days, ends included. A task without one is at "infinity". */
function spans(day: string): Named[] {
  const after = (days: number) => Temporal.PlainDate.from(day).add({ days }).toString();
  return [
    { name: "Overdue", from: "-infinity", to: after(-1) },
    { name: "Today", from: day, to: day },
    { name: "Next seven days", from: after(1), to: after(7) },
    { name: "Later", from: after(8), to: "9999-12-31" },
    { name: "No date", from: "infinity", to: "infinity" },
  ];
}

export const priorities = { high: "High", medium: "Medium", low: "Low", none: "No priority" } as const;
const ranks: Named[] = Object.values(priorities).map((name, at) => ({ name, from: `${at}`, to: `${at}` }));

/** The heading that a task of this view comes under. */
export function headings({ view, sort, kept }: Shown, clock: Context): (task: Task) => Heading {
  const day = today(clock);
  const dues = spans(day);
  const byDue = ({ dueDate }: Task) => {
    const due = dueDate ?? "infinity";
    return { name: dues.find(({ from, to }) => from <= due && due <= to)?.name ?? "" };
  };
  return (task) => {
    if (view === "search") return { name: task.completed ? "Completed" : "Open" };
    if (view === "completed") return ofDay(completionDay(task, clock), clock);
    if (task.completed && !kept?.has(task.id)) return { name: "Completed" };
    if (view === "today") return { name: task.dueDate !== null && task.dueDate < day ? "Overdue" : "Today" };
    if (sort === "priority") return { name: priorities[task.priority] };
    if (sort !== "due") return { name: "" };
    return view === "upcoming" ? ofDay(task.dueDate ?? day, clock) : byDue(task);
  };
}

/** The user's day on which a task was done, "YYYY-MM-DD"; the present one until the server has said when. */
export function completionDay({ completedAt }: Pick<Task, "completedAt">, clock: Context): string {
  return today({ ...clock, now: completedAt ?? clock.now });
}

function ofDay(day: string, clock: Context): Heading {
  const away = Temporal.PlainDate.from(today(clock)).until(day).days;
  return { name: relative.get(away) ?? dayHeading(day, clock), day };
}

const relative = new Map([
  [-1, "Yesterday"],
  [0, "Today"],
  [1, "Tomorrow"],
]);

/** "Friday 27 Nov", in the user's locale, with the year when it is another one. */
export function dayHeading(day: string, clock: Context): string {
  const year = day.slice(0, 4) === today(clock).slice(0, 4) ? {} : { year: "numeric" as const };
  const parts = { weekday: "long", day: "numeric", month: "short", timeZone: "UTC", ...year } as const;
  const text = formatterOf(clock.locale ?? "en-GB", parts).format(new Date(`${day}T00:00:00Z`));
  // British English writes a comma after the weekday only beside a year.
  return text.replace(/^(\p{L}+), (?=\d)/u, "$1 ");
}

/** What a list's rows are counted by, section by section: the operation's own words, where they differ from the list's. */
export type Count = {
  view?: "open" | "completed";
  parent?: "none";
  by: "due" | "priority" | "completed";
  sections: Named[];
};

const everything = { from: "-infinity", to: "infinity" };

/**
 * How to count the sections of a view beyond the rows that are loaded.
 * @param loaded the sections of those rows; where sections follow the list's own order, only the last can go on.
 */
export function counting({ view, sort }: Shown, loaded: Section[], clock: Context): Count[] {
  const last = loaded.findLast(({ name }) => name !== "Completed");
  const lastDay = last?.day ? [{ name: last.name, from: last.day, to: last.day }] : [];
  const dues = spans(today(clock));
  if (view === "search")
    return [
      { view: "open", by: "due", sections: [{ name: "Open", ...everything }] },
      { view: "completed", by: "completed", sections: [{ name: "Completed", ...everything }] },
    ];
  if (view === "completed") return [{ by: "completed", sections: lastDay }];
  if (view === "today") return [{ by: "due", sections: dues.slice(0, 2) }];
  if (sort === "priority") return [{ by: "priority", sections: ranks }];
  if (sort !== "due") return [];
  return [{ by: "due", sections: view === "upcoming" ? lastDay : dues }];
}

/** How to count what is done, where a list shows it under a heading of its own. */
export function countingDone({ view }: Shown, clock: Context): Count {
  const day = today(clock);
  const done = { view: "completed", by: "completed" } as const;
  if (view !== "today") return { ...done, sections: [{ name: "Completed", ...everything }] };
  return { ...done, parent: "none", sections: [{ name: "Completed", from: day, to: day }] };
}
