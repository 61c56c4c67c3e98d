import { generateKeyBetween } from "fractional-indexing";
import type { Section } from "@/components/tasks/arrange";
import type { Task } from "@/db/tasks";

/**
 * Where a task comes to stand when it goes one row up (-1) or down (1) among the rows of its section.
 * @returns undefined at the section's end, where there is nowhere to go.
 */
export function moved(sections: Section[], id: string, by: -1 | 1): { task: Task; position: string } | undefined {
  const rows = sections.find(({ tasks }) => tasks.some((task) => task.id === id))?.tasks ?? [];
  const at = rows.findIndex((task) => task.id === id);
  const task = rows[at];
  const beside = rows[at + by];
  if (!task || !beside) return undefined;
  const beyond = rows[at + 2 * by]?.position ?? null;
  const position = by > 0 ? generateKeyBetween(beside.position, beyond) : generateKeyBetween(beyond, beside.position);
  return { task, position };
}
