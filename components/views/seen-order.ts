import type { Section } from "@/components/tasks/arrange";
import type { Drop } from "@/components/tasks/by-hand";

/**
 * The rows of a view in the order in which one sees them, with one of them moved beside another: what a view begins with that is
 * sorted by hand from then on.
 * @returns the ids; undefined where the row would stay where it is, or is not there.
 */
export function seenOrder(sections: Section[], id: string, { beside, after }: Drop): string[] | undefined {
  // What is done has no place among the others, and a new row none yet.
  const rows = sections.flatMap(({ tasks }) => tasks.filter(({ completed, version }) => !completed && version > 0));
  const before = rows.map((task) => task.id);
  const rest = before.filter((one) => one !== id);
  const at = rest.indexOf(beside) + (after ? 1 : 0);
  if (!before.includes(id) || !rest.includes(beside)) return undefined;
  const moved = rest.toSpliced(at, 0, id);
  return moved.join() === before.join() ? undefined : moved;
}
