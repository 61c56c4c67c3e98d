import { sql } from "drizzle-orm";
import { type Conversation, type ConversationSnapshot, revive, shape } from "@/db/conversations/row";
import { decode, encode, type Key } from "@/db/cursor";
import { given, statement } from "@/db/statement";

/** One message: its `parts` are the AI SDK's. */
export type Message = {
  id: string;
  role: "user" | "assistant" | "system";
  parts: unknown[];
  metadata: Record<string, unknown> | null;
  createdAt: Date;
};

type Row = { conversation: ConversationSnapshot };

const page = (from: "start" | "cursor") =>
  statement<Row & { key: Key[] }>(
    `conversations_list_from_${from}`,
    sql`
      select ${shape("c")} as conversation, json_build_array(c.updated_at, c.id) as key
      from conversations c
      where c.user_id = ${given("userId")} and c.deleted_at is null
        ${from === "cursor" ? sql`and (c.updated_at, c.id) < (${given("updatedAt")}::timestamptz, ${given("id")}::uuid)` : sql``}
      order by c.updated_at desc, c.id desc
      limit ${given("limit")}::int`,
  );
const pages = { start: page("start"), cursor: page("cursor") };

const found = statement<Row & { messages: Array<Omit<Message, "createdAt"> & { createdAt: string }> }>(
  "conversations_find",
  sql`
    select ${shape("c")} as conversation, coalesce((
      select json_agg(json_build_object(
        'id', m.id, 'role', m.role, 'parts', m.parts, 'metadata', m.metadata, 'createdAt', m.created_at
      ) order by m.created_at, m.id)
      from messages m
      where m.user_id = c.user_id and m.conversation_id = c.id and m.deleted_at is null
    ), '[]') as messages
    from conversations c
    where c.user_id = ${given("userId")} and c.id = ${given("id")} and c.deleted_at is null`,
);

/** One page of the user's conversations, the one that was spoken in last first. @throws RangeError for a cursor that is none. */
export async function list(userId: string, { cursor, limit = 50 }: { cursor?: string; limit?: number } = {}) {
  const key = cursor === undefined ? undefined : decode("updated", cursor);
  if (cursor !== undefined && !key) throw new RangeError("This is not a cursor of this list.");
  const [updatedAt, id] = key ?? [];
  const rows = await (key ? pages.cursor : pages.start)({ userId, updatedAt, id, limit: limit + 1 });
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  return {
    items: rows.slice(0, limit).map(({ conversation }) => revive(conversation)),
    nextCursor: last ? encode("updated", last.key) : null,
  };
}

/** A living conversation with what was said in it, oldest first. */
export async function find(
  userId: string,
  { id }: { id: string },
): Promise<(Conversation & { messages: Message[] }) | undefined> {
  const [row] = await found({ userId, id });
  return (
    row && {
      ...revive(row.conversation),
      messages: row.messages.map((message) => ({ ...message, createdAt: new Date(message.createdAt) })),
    }
  );
}
