import { type SQL, sql } from "drizzle-orm";
import {
  type Conversation,
  type ConversationSnapshot,
  columns,
  type FoundConversation,
  revive,
  shape,
  type TrashedConversation,
} from "@/db/conversations/row";
import { encode, iso, keyOf, type Placed } from "@/db/cursor";
import { containing } from "@/db/search-pattern";
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

/** The messages that went to the trash with their conversation. */
const comingBack = sql`(
  select count(*)::int from messages m
  where m.user_id = c.user_id and m.conversation_id = c.id and m.deleted_at = c.deleted_at
)`;

type Order = "updated" | "deleted";
type Start = "start" | "cursor";

/** One statement for each way to ask. `columns` is what a row has besides its conversation. */
function page<More>(name: string, order: Order, from: Start, { columns: more, where }: { columns: SQL; where: SQL }) {
  const at = sql.raw(`c.${order}_at`);
  return statement<ConversationSnapshot & More>(
    `conversations_${name}_${order}_from_${from}`,
    sql`
      select ${columns("c")} ${more}
      from conversations c
      where c.user_id = ${given("userId")} and c.deleted_at is ${sql.raw(order === "updated" ? "" : "not")} null ${where}
        ${from === "cursor" ? sql`and (${at}, c.id) < (${given("at")}::timestamptz, ${given("id")}::uuid)` : sql``}
      order by ${at} desc, c.id desc
      limit ${given("limit")}::int`,
  );
}

const all = { columns: sql``, where: sql`` };
const trashed = { columns: sql`, ${comingBack} as "messageCount"`, where: sql`` };

const saying = sql`
  from messages m
  where m.user_id = c.user_id and m.conversation_id = c.id and m.deleted_at is null and search_key(m.content) like ${given("pattern")}`;
const sought = {
  columns: sql`, (select m.content ${saying} order by m.created_at, m.id limit 1) as found`,
  where: sql`and (search_key(c.title) like ${given("pattern")} or exists (select ${saying}))`,
};

const pages = {
  all: { start: page("list", "updated", "start", all), cursor: page("list", "updated", "cursor", all) },
  trash: {
    start: page<{ messageCount: number }>("list", "deleted", "start", trashed),
    cursor: page<{ messageCount: number }>("list", "deleted", "cursor", trashed),
  },
  search: {
    start: page<{ found: string | null }>("search", "updated", "start", sought),
    cursor: page<{ found: string | null }>("search", "updated", "cursor", sought),
  },
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

/**
 * One page of the user's conversations, the one that was spoken in last first.
 * @param place with `q`, those alone whose title or messages have it in them, as a search compares texts; `found` is the first such message.
 * @throws RangeError for a cursor that is none.
 */
export async function list(
  userId: string,
  { q, ...place }: Place & { q?: string | undefined } = {},
): Promise<Page<FoundConversation>> {
  const pattern = containing(q ?? "");
  if (pattern === containing("")) {
    const { rows, nextCursor } = await read(userId, "updated", pages.all, place);
    return { items: rows.map(revive), nextCursor };
  }
  const { rows, nextCursor } = await read(userId, "updated", pages.search, place, { pattern });
  return {
    items: rows.map((row) => ({ ...revive(row), ...(row.found !== null && { found: row.found }) })),
    nextCursor,
  };
}

/** One page of the conversations in the user's trash, the one that went there last first. @throws RangeError as `list` does. */
export async function listTrash(userId: string, place: Place = {}): Promise<Page<TrashedConversation>> {
  const { rows, nextCursor } = await read(userId, "deleted", pages.trash, place);
  return { items: rows.map(inTrash), nextCursor };
}

/** One page of what `listTrash` lists, each conversation with when it went there. */
export async function trashPage(userId: string, place: Place): Promise<Placed<TrashedConversation>[]> {
  const { rows } = await read(userId, "deleted", pages.trash, place);
  return rows.map((row) => ({ thing: inTrash(row), at: iso(row.deletedAt) }));
}

const inTrash = (row: ConversationSnapshot & { messageCount: number }): TrashedConversation => ({
  ...revive(row),
  messageCount: row.messageCount,
});

type Ask<R> = Record<Start, (values: Record<string, unknown>) => Promise<R[]>>;

async function read<R extends ConversationSnapshot>(
  userId: string,
  order: Order,
  ask: Ask<R>,
  { cursor, limit = 50 }: Place,
  values: Record<string, unknown> = {},
) {
  const key = cursor === undefined ? undefined : keyOf(order, cursor);
  const [at, id] = key ?? [];
  const rows = await ask[key ? "cursor" : "start"]({ userId, at, id, limit: limit + 1, ...values });
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
