import { sql } from "drizzle-orm";
import {
  type Conversation,
  type ConversationSnapshot,
  columns,
  revive,
  shape,
  type TrashedConversation,
} from "@/db/conversations/row";
import { decode, encode, iso } from "@/db/cursor";
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

type Listed = ConversationSnapshot & { messageCount: number };

/** The messages that went to the trash with their conversation. */
const comingBack = sql`(
  select count(*)::int from messages m
  where m.user_id = c.user_id and m.conversation_id = c.id and m.deleted_at = c.deleted_at
)`;

/** One statement for each way to ask. */
function page(order: "updated" | "deleted", from: "start" | "cursor") {
  const at = sql.raw(`c.${order}_at`);
  const living = order === "updated";
  return statement<Listed>(
    `conversations_list_${order}_from_${from}`,
    sql`
      select ${columns("c")} ${living ? sql`` : sql`, ${comingBack} as "messageCount"`}
      from conversations c
      where c.user_id = ${given("userId")} and c.deleted_at is ${sql.raw(living ? "" : "not")} null
        ${from === "cursor" ? sql`and (${at}, c.id) < (${given("at")}::timestamptz, ${given("id")}::uuid)` : sql``}
      order by ${at} desc, c.id desc
      limit ${given("limit")}::int`,
  );
}

const pages = {
  updated: { start: page("updated", "start"), cursor: page("updated", "cursor") },
  deleted: { start: page("deleted", "start"), cursor: page("deleted", "cursor") },
};

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

type Page<Item> = { items: Item[]; nextCursor: string | null };
type Place = { cursor?: string | undefined; limit?: number };

/** One page of the user's conversations, the one that was spoken in last first. @throws RangeError for a cursor that is none. */
export async function list(userId: string, place: Place = {}): Promise<Page<Conversation>> {
  const { rows, nextCursor } = await read(userId, "updated", place);
  return { items: rows.map(revive), nextCursor };
}

/** One page of the conversations in the user's trash, the one that went there last first. @throws RangeError as `list` does. */
export async function listTrash(userId: string, place: Place = {}): Promise<Page<TrashedConversation>> {
  const { rows, nextCursor } = await read(userId, "deleted", place);
  return { items: rows.map((row) => ({ ...revive(row), messageCount: row.messageCount })), nextCursor };
}

async function read(userId: string, order: "updated" | "deleted", { cursor, limit = 50 }: Place) {
  const key = cursor === undefined ? undefined : decode(order, cursor);
  if (cursor !== undefined && !key) throw new RangeError("This is not a cursor of this list.");
  const [at, id] = key ?? [];
  const rows = await pages[order][key ? "cursor" : "start"]({ userId, at, id, limit: limit + 1 });
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  return { rows: rows.slice(0, limit), nextCursor: last ? encode(order, [iso(last[`${order}At`]), last.id]) : null };
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
