import { sql } from "drizzle-orm";
import { toSnakeCase } from "drizzle-orm/casing";
import { toPutBack } from "@/db/changes/merge";
import type { Outcome, TaskChange } from "@/db/changes/row";
import type { Transaction } from "@/db/client";
import type { Undoing } from "@/db/record";
import { type Connection, given, statement } from "@/db/statement";
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

const joined = statement<{ id: string }>(
  "tasks_joined_since",
  sql`
    select s.id from changes c
    join tasks s on s.user_id = c.user_id and s.parent_id = c.subject_id and s.deleted_at is null
    where c.user_id = ${given("userId")} and c.id = ${given("id")}
      -- What was added in one go shares the instant.
      and (case when c.what = 'add' then s.created_at <> c.created_at else s.created_at > c.created_at end or exists (
        -- Where its first change since found it says where it was.
        select from (
          select * from changes m where m.user_id = c.user_id and m.subject_id = s.id and m.id > c.id order by m.id limit 1
        ) m
        where m.created_at > c.created_at
          and (m.before->>'parentId' is distinct from c.subject_id::text or m.before->>'deletedAt' is not null)
      ))
    limit 1`,
);

/** Whether the task has got subtasks since the change that brought it. */
const hasGrown = async (userId: string, { id }: TaskChange, on: Connection) =>
  (await joined({ userId, id }, on)).length > 0;

/** Puts a task back as it was before a change, by the same operations that people use. */
export async function undo(userId: string, change: TaskChange, by: Undoing, tx: Transaction): Promise<Outcome> {
  const { subjectId: id, after } = change;
  // Before it was added, it was nowhere to be seen: as in the trash.
  const was = change.before ?? { ...after, deletedAt: after.createdAt };
  const [now] = await lock(userId, [id], tx);
  if (!now) return { conflict: `“${after.title}” was permanently deleted.` };

  const fields = toPutBack(differences, { was, after, now });
  if (!fields) return changedSince(now);
  if (fields.length === 0) return "nothing";

  if (fields.includes("deletedAt")) {
    if (was.deletedAt === null) await restore(userId, [id], by, tx);
    // What came after would be thrown away with it.
    else if (differences(now, after).length > 0 || (await hasGrown(userId, change, tx))) return changedSince(now);
    else await remove(userId, { ids: [id], parentId: was.parentId }, by, tx);
    return "done";
  }
  if (now.deletedAt !== null) return { conflict: `“${now.title}” is in Trash.` };
  if (fields.includes("completedAt")) {
    if (was.completedAt !== null) {
      const again = { at: was.completedAt, only: after.reopened ?? [], successors: after.trashed ?? [] };
      await complete(userId, { ids: [id], again }, by, tx);
      // What took a reopening back is no completion of its own: the next occurrence stays what it had become before.
    } else if (!change.undoesId && (await isFollowedUp(userId, id, tx))) {
      return { conflict: `The next “${now.title}” was changed later.` };
    } else {
      await reopen(userId, [id], by, tx);
    }
    return "done";
  }
  const parts = after.parts && (await restoreParts(userId, after.parts, tx));
  // A rule begins its series anew unless told where it began.
  const start = fields.includes("repeat") && { repeat_start: now.repeatStart };
  const wanted = { ids: [id], columns: { ...start, ...columns(was, fields) }, tags: tags(was, fields), parts };
  const outcome = await write(userId, wanted, by, tx);
  return "tasks" in outcome ? "done" : { conflict: `“${now.title}” no longer fits where it was.` };
}

const changedSince = ({ title }: TaskSnapshot) => ({ conflict: `“${title}” was changed later.` });

const columns = (was: TaskSnapshot, fields: Field[]) =>
  Object.fromEntries(fields.flatMap((field) => (field === "tags" ? [] : [[toSnakeCase(field), was[field]]])));

const tags = (was: TaskSnapshot, fields: Field[]) =>
  fields.includes("tags") ? was.tags.map(({ id }) => id) : undefined;
