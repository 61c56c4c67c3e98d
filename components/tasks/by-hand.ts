import { generateKeyBetween } from "fractional-indexing";
import type { Section } from "@/components/tasks/arrange";
import type { Task } from "@/db/tasks";

/** A task, the position that it is to get, and where that is: "2 of 5". */
export type Placed = { task: Task; position: string; place: string };

/** One row up or down, or to an end of the section. */
export type By = -1 | 1 | "first" | "last";

/**
 * Where a task comes to stand when it is moved among the rows of its section.
 * @returns undefined at the section's end, where there is nowhere to go.
 */
export function moved(sections: Section[], id: string, by: By): Placed | undefined {
  const drop = beside(sections, id, by);
  return drop && dropped(sections, id, drop);
}

/** Beside which row of its section a task stands then. */
export function beside(sections: Section[], id: string, by: By): Drop | undefined {
  const rows = sections.find(({ tasks }) => tasks.some((task) => task.id === id))?.tasks ?? [];
  const at = rows.findIndex((task) => task.id === id);
  const to = { first: 0, last: rows.length - 1, "-1": at - 1, "1": at + 1 }[by];
  const other = at < 0 || to === at ? undefined : rows[to];
  return other && { beside: other.id, after: to > at };
}

/** Where a dragged row was let go: before or after another one. */
export type Drop = { beside: string; after: boolean };

/**
 * Where a task comes to stand when it is dropped beside another one of its section.
 * @returns undefined when it stands there already, and in another section, whose heading it would not come under.
 */
export function dropped(sections: Section[], id: string, { beside, after }: Drop): Placed | undefined {
  const rows = (sections.find(({ tasks }) => tasks.some((task) => task.id === beside))?.tasks ?? []).filter(isSaved);
  const from = rows.findIndex((row) => row.id === id);
  const task = rows[from];
  const rest = rows.filter((row) => row.id !== id);
  const to = rest.findIndex((row) => row.id === beside) + (after ? 1 : 0);
  if (!task || from === to || !rest.some((row) => row.id === beside)) return undefined;
  const above = rest[to - 1]?.position ?? null;
  // A repeating task's next one has the position of the one before it.
  const below = rest.slice(to).find(({ position }) => above === null || position > above)?.position ?? null;
  return { task, position: generateKeyBetween(above, below), place: `${to + 1} of ${rows.length}` };
}

// Until then its position is only a guess.
const isSaved = ({ version }: Task) => version > 0;
