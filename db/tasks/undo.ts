import { toSnakeCase } from "drizzle-orm/casing";
import { toPutBack } from "@/db/changes/merge";
import type { Outcome, TaskChange } from "@/db/changes/row";
import type { Transaction } from "@/db/client";
import type { Undoing } from "@/db/record";
import { write } from "@/db/tasks/change";
import { complete } from "@/db/tasks/complete";
import { isFollowedUp } from "@/db/tasks/follow";
import { lock } from "@/db/tasks/lock";
import { restoreParts } from "@/db/tasks/parts";
import { remove } from "@/db/tasks/remove";
import { reopen } from "@/db/tasks/reopen";
import { restore } from "@/db/tasks/restore";
import type { TaskSnapshot } from "@/db/tasks/row";
import { differences, type Field } from "@/db/tasks/snapshot";

/** Puts a task back as it was before a change, by the same operations that people use. */
export async function undo(userId: string, change: TaskChange, by: Undoing, tx: Transaction): Promise<Outcome> {
  const { subjectId: id, after } = change;
  // Before it was added, it was nowhere to be seen: as in the trash.
  const was = change.before ?? { ...after, deletedAt: after.createdAt };
  const [now] = await lock(userId, [id], tx);
  if (!now) return { conflict: `“${after.title}” is gone for good.` };

  const fields = toPutBack(differences, { was, after, now });
  if (!fields) return changedSince(now);
  if (fields.length === 0) return "nothing";

  if (fields.includes("deletedAt")) {
    if (was.deletedAt === null) await restore(userId, [id], by, tx);
    // What came after would be thrown away with it.
    else if (differences(now, after).length > 0) return changedSince(now);
    else await remove(userId, { ids: [id], parentId: was.parentId }, by, tx);
    return "done";
  }
  if (now.deletedAt !== null) return { conflict: `“${now.title}” is in the trash.` };
  if (fields.includes("completedAt")) {
    if (was.completedAt !== null) {
      const again = { at: was.completedAt, only: after.reopened ?? [], successors: after.trashed ?? [] };
      await complete(userId, { ids: [id], again }, by, tx);
      // What took a reopening back is no completion of its own: the next occurrence stays what it had become before.
    } else if (!change.undoesId && (await isFollowedUp(userId, id, tx))) {
      return { conflict: `The next “${now.title}” has been changed since.` };
    } else {
      await reopen(userId, [id], by, tx);
    }
    return "done";
  }
  const parts = after.parts && (await restoreParts(userId, after.parts, tx));
  const wanted = { ids: [id], columns: columns(was, fields), tags: tags(was, fields), parts };
  const outcome = await write(userId, wanted, by, tx);
  return "tasks" in outcome ? "done" : { conflict: `“${now.title}” no longer fits where it was.` };
}

const changedSince = ({ title }: TaskSnapshot) => ({ conflict: `“${title}” has been changed since.` });

const columns = (was: TaskSnapshot, fields: Field[]) =>
  Object.fromEntries(fields.flatMap((field) => (field === "tags" ? [] : [[toSnakeCase(field), was[field]]])));

const tags = (was: TaskSnapshot, fields: Field[]) =>
  fields.includes("tags") ? was.tags.map(({ id }) => id) : undefined;
