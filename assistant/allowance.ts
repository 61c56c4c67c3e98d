import type { Plan, PlannedRow } from "@/assistant/planned";
import { actOf } from "@/assistant/tools/acts";
import type { Unasked } from "@/db/turns";

/** What counts as a few. */
export const HANDFUL = 5;

/** What a turn will have written unasked once a plan is done too; undefined when that must be asked about. */
export function unaskedAfter(
  { saysUndo }: { saysUndo: boolean },
  unasked: Unasked,
  { toolName, rows }: Pick<Plan, "toolName" | "rows">,
): Unasked | undefined {
  if (rows.length === 0) return unasked;
  if (!actOf(toolName).takesBack) return afterWriting(unasked, rows);
  // Once, and only where the user's own message asks for it.
  return saysUndo && !unasked.undid && rows.length <= HANDFUL ? { ...unasked, undid: true } : undefined;
}

/**
 * Unasked, a turn may change one task or tag that is there already, so that it can be changed back, and add a handful. A tag counts
 * with the tasks that show it, and what the turn itself has added unasked is its own to change. Nothing goes to the trash unasked.
 */
function afterWriting(unasked: Unasked, rows: PlannedRow[]): Unasked | undefined {
  const own = new Set(unasked.added);
  const existing = rows.filter(({ id, isNew }) => !isNew && !own.has(id));
  const added = [...own, ...rows.flatMap(({ id, isNew }) => (isNew ? [id] : []))];
  const changed = new Set([
    ...(unasked.changed ?? []),
    ...existing.flatMap(({ id, isWritten }) => (isWritten ? [id] : [])),
  ]);
  const isFew = existing.length <= HANDFUL && added.length <= HANDFUL && changed.size <= 1;
  if (!isFew || rows.some(({ isLost }) => isLost)) return undefined;
  return { ...unasked, ...(changed.size > 0 && { changed: [...changed] }), ...(added.length > 0 && { added }) };
}
