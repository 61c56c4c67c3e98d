import { sql } from "drizzle-orm";
import { type Conversation, type ConversationSnapshot, revive, shape } from "@/db/conversations/row";
import { record, signature, type Undoing } from "@/db/record";
import { type Connection, given, instant, statement } from "@/db/statement";

type Row = { conversation: ConversationSnapshot };
type One = { id: string };

const before = (living: boolean) => sql`
  select c.id, c.deleted_at, c.version, ${shape("c")} as before from conversations c
  where c.user_id = ${given("userId")} and c.id = ${given("id")} and c.deleted_at is ${sql.raw(living ? "" : "not")} null
  for update`;

const renamed = statement<Row>(
  "conversations_rename",
  sql`
    with was as (${before(true)}), new as (
      update conversations c set title = ${given("title")} from was
      where c.user_id = ${given("userId")} and c.id = was.id
      returning c.*
    ), shaped as (
      select new.id, was.version <> new.version as is_new, was.before, ${shape("new")} as after from was join new using (id)
    ), recorded as (${record("change", "conversation", sql`shaped where is_new`)})
    select after as conversation from shaped`,
);

const removed = statement<Row>(
  "conversations_remove",
  sql`
    with was as (${before(true)}), gone as (
      update conversations c set deleted_at = ${instant} from was
      where c.user_id = ${given("userId")} and c.id = was.id
      returning c.*
    ), said as (
      update messages m set deleted_at = ${instant} from was
      where m.user_id = ${given("userId")} and m.conversation_id = was.id and m.deleted_at is null
    ), asked as (
      update approvals a set deleted_at = ${instant} from was
      where a.user_id = ${given("userId")} and a.conversation_id = was.id and a.deleted_at is null
    ), shaped as (
      select gone.id, was.before, ${shape("gone")} as after from was join gone using (id)
    ), recorded as (${record("remove", "conversation", sql`shaped`)})
    select after as conversation from shaped`,
);

const restored = statement<Row>(
  "conversations_restore",
  sql`
    with was as (${before(false)}), back as (
      update conversations c set deleted_at = null from was
      where c.user_id = ${given("userId")} and c.id = was.id
      returning c.*
    ), said as (
      update messages m set deleted_at = null from was
      where m.user_id = ${given("userId")} and m.conversation_id = was.id and m.deleted_at = was.deleted_at
    ), asked as (
      update approvals a set deleted_at = null from was
      where a.user_id = ${given("userId")} and a.conversation_id = was.id and a.deleted_at = was.deleted_at
    ), shaped as (
      select back.id, was.before, ${shape("back")} as after from was join back using (id)
    ), recorded as (${record("restore", "conversation", sql`shaped`)})
    select after as conversation from shaped`,
);

const only = ([row]: Row[]): Conversation | undefined => row && revive(row.conversation);

/** What `conversations.rename` does, within a transaction where one is given; so do the others of theirs. */
export async function rename(userId: string, input: One & { title: string }, by: Undoing, on?: Connection) {
  return only(await renamed({ userId, ...input, ...signature(by) }, on));
}

export async function remove(userId: string, { id }: One, by: Undoing, on?: Connection) {
  return only(await removed({ userId, id, ...signature(by) }, on));
}

export async function restore(userId: string, { id }: One, by: Undoing, on?: Connection) {
  return only(await restored({ userId, id, ...signature(by) }, on));
}
