import { sql } from "drizzle-orm";
import { toPutBack } from "@/db/changes/merge";
import type { Outcome, TagChange } from "@/db/changes/row";
import type { Transaction } from "@/db/client";
import type { Undoing } from "@/db/record";
import { given, statement } from "@/db/statement";
import { change as write } from "@/db/tags/change";
import { remove, restore } from "@/db/tags/remove";
import { shape, type TagSnapshot } from "@/db/tags/row";

const locked = statement<{ tag: TagSnapshot }>(
  "tags_lock",
  sql`
    select ${shape("g")} as tag from tags g
    where g.user_id = ${given("userId")} and g.id = ${given("id")}
    for no key update`,
);

/** Puts a tag back as it was before a change, by the same operations that people use. */
export async function undo(userId: string, change: TagChange, by: Undoing, tx: Transaction): Promise<Outcome> {
  const { subjectId: id, after } = change;
  const was = change.before ?? { ...after, deletedAt: after.createdAt };
  const [row] = await locked({ userId, id }, tx);
  if (!row) return { conflict: `The tag “${after.name}” was permanently deleted.` };
  const now = row.tag;

  const fields = toPutBack(differences, { was, after, now });
  if (!fields) return changedSince(now);
  if (fields.length === 0) return "nothing";

  if (fields.includes("deletedAt")) {
    const name = fields.includes("name") ? was.name : undefined;
    if (was.deletedAt === null) return answer(was, await restore(userId, { id, name }, by, tx));
    if (differences(now, after).length > 0) return changedSince(now);
    // A tag that was made in passing may have found other uses since.
    if (change.what === "add" && now.taskCount > 0) return "nothing";
    await remove(userId, { id, name }, by, tx);
    return "done";
  }
  if (now.deletedAt !== null) return { conflict: `The tag “${now.name}” is in Trash.` };
  const patch = Object.fromEntries(fields.map((field) => [field, was[field]]));
  return answer(was, await write(userId, { id, ...patch }, by, tx));
}

function answer({ name }: TagSnapshot, outcome: Awaited<ReturnType<typeof write>>): Outcome {
  return outcome && "taken" in outcome ? { conflict: `Another tag is called “${name}” now.` } : "done";
}

const changedSince = ({ name }: TagSnapshot) => ({ conflict: `The tag “${name}” was changed later.` });

function differences(a: TagSnapshot, b: TagSnapshot) {
  return (["name", "color", "deletedAt"] as const).filter((field) =>
    field === "deletedAt" ? (a.deletedAt === null) !== (b.deletedAt === null) : a[field] !== b[field],
  );
}
