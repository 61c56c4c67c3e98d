import { sql } from "drizzle-orm";
import { toPutBack } from "@/db/changes/merge";
import type { ConversationChange, Outcome } from "@/db/changes/row";
import type { Transaction } from "@/db/client";
import { type ConversationSnapshot, shape } from "@/db/conversations/row";
import { remove, rename, restore } from "@/db/conversations/write";
import type { Undoing } from "@/db/record";
import { given, statement } from "@/db/statement";

const locked = statement<{ conversation: ConversationSnapshot }>(
  "conversations_lock",
  sql`
    select ${shape("c")} as conversation from conversations c
    where c.user_id = ${given("userId")} and c.id = ${given("id")}
    for update`,
);

/** Puts a conversation back as it was before a change, by the same operations that people use. */
export async function undo(userId: string, change: ConversationChange, by: Undoing, tx: Transaction): Promise<Outcome> {
  const { subjectId: id, after } = change;
  const was = change.before ?? { ...after, deletedAt: after.createdAt };
  const [row] = await locked({ userId, id }, tx);
  if (!row) return { conflict: `The conversation “${after.title}” was permanently deleted.` };
  const now = row.conversation;

  const fields = toPutBack(differences, { was, after, now });
  if (!fields) return { conflict: `The conversation “${now.title}” was changed later.` };
  if (fields.length === 0) return "nothing";

  if (fields.includes("deletedAt"))
    await (was.deletedAt === null ? restore(userId, { id }, by, tx) : remove(userId, { id }, by, tx));
  else if (now.deletedAt !== null) return { conflict: `The conversation “${now.title}” is in Trash.` };
  else await rename(userId, { id, title: was.title }, by, tx);
  return "done";
}

function differences(a: ConversationSnapshot, b: ConversationSnapshot) {
  return (["title", "deletedAt"] as const).filter((field) =>
    field === "deletedAt" ? (a.deletedAt === null) !== (b.deletedAt === null) : a[field] !== b[field],
  );
}
