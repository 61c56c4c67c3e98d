import { fingerprint } from "@/assistant/fingerprint";
import type { Leave } from "@/assistant/leave";
import type { PlannedRow } from "@/assistant/planned";
import type { Row } from "@/db/dry-run";

/**
 * The rows that were written, as they were planned, those that are new with the ids that they got.
 * @returns undefined when one of them was not planned, or looks otherwise, or has been written since. Of a task that only shows a tag
 * the tag's own row tells how it looks.
 */
export function matching(leave: Leave, rows: Row[], gone: string[]): PlannedRow[] | undefined {
  const there = new Map(leave.rows.flatMap((row) => (row.isNew ? [] : [[row.id, row]])));
  const made = Map.groupBy(
    leave.rows.filter(({ isNew }) => isNew),
    ({ is }) => is,
  );
  const fresh = new Set(rows.flatMap(({ id, isNew }) => (isNew ? [id] : [])));
  const unchanged = new Set(leave.unchanged);
  const found: PlannedRow[] = [];
  for (const { noun, id, isNew, isWritten, row } of rows) {
    if (unchanged.has(id)) continue;
    const is = fingerprint(noun, row, fresh);
    const planned = isNew ? made.get(is)?.pop() : there.get(id);
    if (!planned) return undefined;
    if (isWritten && (planned.is !== is || (!isNew && planned.version !== row.version))) return undefined;
    found.push({ ...planned, id });
  }
  return gone.every((id) => there.get(id)?.isLost) ? found : undefined;
}

/** Whether each of these rows changes as one of those does, from what it is to what it becomes, or shows a tag that does. */
export function isPart(rows: PlannedRow[], those: PlannedRow[]): boolean {
  const left = Map.groupBy(those, told);
  const ids = new Set(those.map(({ id }) => id));
  return rows.every((row) => (row.isWritten ? left.get(told(row))?.pop() : ids.has(row.id)));
}

const told = ({ id, isNew, was, is }: PlannedRow) => `${isNew ? "new" : id} ${was} ${is}`;
