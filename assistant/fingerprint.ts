import { createHash } from "node:crypto";
import type { Change, Row } from "@/db/dry-run";

type Snapshot = Row["row"];

/**
 * A short text that is the same for two states of a row if they look the same to a person. Where the list is sorted by hand, it may
 * be elsewhere. Rows that are made on the way get other ids each time they are made: `fresh` are theirs.
 */
export function fingerprint(noun: Change["noun"], row: Snapshot | null, fresh: ReadonlySet<string>): string {
  if (!row) return "";
  const seen = { noun, ...essence(row, fresh), deleted: row.deletedAt !== null };
  return createHash("sha256").update(JSON.stringify(seen)).digest("base64url").slice(0, 22);
}

function essence(row: Snapshot, fresh: ReadonlySet<string>) {
  // A new tag gets the colour that the fewest have just then.
  if ("name" in row) return { name: row.name, color: fresh.has(row.id) ? "" : row.color };
  if (!("priority" in row)) return { title: row.title };
  const { title, description, priority, dueDate, dueTime, repeat, repeatFrom, parentId, completed } = row;
  const tags = row.tags.map(({ id, name }) => (fresh.has(id) ? name : id)).toSorted();
  const parent = parentId && (fresh.has(parentId) ? "new" : parentId);
  return { title, description, priority, dueDate, dueTime, repeat, repeatFrom, completed, parent, tags };
}
