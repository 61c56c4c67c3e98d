import "server-only";
import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { RenameInput, StartInput } from "@/db/conversation-input";
import { type Conversation, type ConversationSnapshot, revive, shape } from "@/db/conversations/row";
import * as write from "@/db/conversations/write";
import * as quotas from "@/db/quotas";
import { type By, record, signature } from "@/db/record";
import { given, statement } from "@/db/statement";

export { find, list, listTrash, trashPage } from "@/db/conversations/read";
export type { Conversation, FoundConversation, TrashedConversation } from "@/db/conversations/row";

type Row = { conversation: ConversationSnapshot };
type One = { id: string };

const started = statement<Row>(
  "conversations_start",
  sql`
    with made as (
      insert into conversations (id, user_id, title)
      values (coalesce(${given("id")}::uuid, uuidv7()), ${given("userId")}, coalesce(${given("title")}, 'New chat'))
      -- Without naming the key: two at the same moment may meet at either of the two that hold the id.
      on conflict do nothing
      returning *
    ), shaped as (
      select id, null as before, ${shape("made")} as after from made
    ), recorded as (${record("add", "conversation", sql`shaped`)})
    select after as conversation from shaped`,
);

const living = statement<Row>(
  "conversations_find_bare",
  sql`
    select ${shape("c")} as conversation from conversations c
    where c.user_id = ${given("userId")} and c.id = ${given("id")} and c.deleted_at is null`,
);

const entitled = statement<Row>(
  "conversations_entitle",
  sql`
    update conversations c set title = ${given("title")}
    where c.user_id = ${given("userId")} and c.id = ${given("id")} and c.deleted_at is null and c.title = 'New chat'
    returning ${shape("c")} as conversation`,
);

const only = ([row]: Row[]): Conversation | undefined => row && revive(row.conversation);

/**
 * Starts a conversation, called "New chat" unless told otherwise. With the `id` of a living one of the user's it answers that one;
 * with any other id that is in use, nothing.
 * @throws Limited when the user would have too many.
 */
export async function start(userId: string, { id, title }: StartInput, by: By): Promise<Conversation | undefined> {
  const made = await db.transaction(async (tx) => {
    const made = only(await started({ userId, id: id ?? null, title: title ?? null, ...signature(by) }, tx));
    if (made) await quotas.check(userId, "conversations", tx);
    return made;
  });
  return made ?? (id === undefined ? undefined : only(await living({ userId, id })));
}

/** Gives a conversation the title that its first question suggests; one that already has a title keeps it. */
export async function entitle(userId: string, { id, title }: RenameInput): Promise<Conversation | undefined> {
  return only(await entitled({ userId, id, title }));
}

export async function rename(userId: string, { id, title }: RenameInput, by: By): Promise<Conversation | undefined> {
  return write.rename(userId, { id, title }, by);
}

/** Puts a conversation into the trash, and with it what was said and asked in it. */
export async function remove(userId: string, { id }: One, by: By): Promise<Conversation | undefined> {
  return write.remove(userId, { id }, by);
}

/** Takes a conversation out of the trash with what went there with it. Restoring what is not in the trash changes nothing. */
export async function restore(userId: string, { id }: One, by: By): Promise<Conversation | undefined> {
  return (await write.restore(userId, { id }, by)) ?? only(await living({ userId, id }));
}
