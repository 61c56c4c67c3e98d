import { generateKeyBetween } from "fractional-indexing";
import type { Section } from "@/components/tasks/arrange";
import type { Task } from "@/db/tasks";

/** A task and the position that it is to get. */
type Placed = { task: Task; position: string };

/**
 * Where a task comes to stand when it goes one row up (-1) or down (1) among the rows of its section.
 * @returns undefined at the section's end, where there is nowhere to go.
 */
export function moved(sections: Section[], id: string, by: -1 | 1): Placed | undefined {
  const rows = sections.find(({ tasks }) => tasks.some((task) => task.id === id))?.tasks ?? [];
  const at = rows.findIndex((task) => task.id === id);
  const beside = at < 0 ? undefined : rows[at + by];
  return beside && dropped(sections, id, { beside: beside.id, after: by > 0 });
}

/** Where a dragged row was let go: before or after another one. */
export type Drop = { beside: string; after: boolean };

/** Where a task comes to stand when it is dropped beside another one. @returns undefined when it stands there already. */
export function dropped(sections: Section[], id: string, { beside, after }: Drop): Placed | undefined {
  const all = sections.flatMap(({ tasks }) => tasks);
  const task = all.find((row) => row.id === id);
  const rest = all.filter((row) => row.id !== id);
  const at = rest.findIndex((row) => row.id === beside) + (after ? 1 : 0);
  const unmoved = all.findIndex((row) => row.id === id) === at;
  if (!task || unmoved || !rest.some((row) => row.id === beside)) return undefined;
  return { task, position: generateKeyBetween(rest[at - 1]?.position ?? null, rest[at]?.position ?? null) };
}
