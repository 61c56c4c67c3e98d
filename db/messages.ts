import "server-only";
import { sql } from "drizzle-orm";
import type { Message } from "@/db/conversations/read";
import { given, statement } from "@/db/statement";
import { cut } from "@/language/text";

export type { Message } from "@/db/conversations/read";

type Row = Omit<Message, "createdAt"> & { createdAt: string };

const saved = statement<{ message: Row }>(
  "messages_save",
  sql`
    with place as (
      update conversations set updated_at = now()
      where user_id = ${given("userId")} and id = ${given("conversationId")} and deleted_at is null
      returning id
    )
    insert into messages as m (id, user_id, conversation_id, role, parts, content, metadata)
    select ${given("id")}::uuid, ${given("userId")}, place.id, ${given("role")}::message_role,
      ${given("parts")}::jsonb, ${given("content")}, ${given("metadata")}::jsonb
    from place
    on conflict (id) do update
      set parts = excluded.parts, content = excluded.content, metadata = coalesce(excluded.metadata, m.metadata)
      where m.user_id = excluded.user_id and m.conversation_id = excluded.conversation_id and m.role = excluded.role
        and m.deleted_at is null
    returning json_build_object('id', m.id, 'role', m.role, 'parts', m.parts, 'metadata', m.metadata,
      'createdAt', m.created_at) as message`,
);

type Wanted = Pick<Message, "id" | "role" | "parts"> & {
  conversationId: string;
  metadata?: Message["metadata"];
};

/**
 * Keeps a message as it is by now: a reply that streams is saved again and again under its id. Its conversation comes first in the list.
 * @returns undefined when the conversation is no living one of the user's, or the id belongs to another message.
 */
export async function save(userId: string, message: Wanted): Promise<Message | undefined> {
  const { conversationId, id, role, parts, metadata = null } = message;
  const [row] = await saved({
    userId,
    conversationId,
    id,
    role,
    parts: json(parts),
    content: clean(plainText(parts)),
    metadata: metadata && json(metadata),
  });
  return row && { ...row.message, createdAt: new Date(row.message.createdAt) };
}

const withdrawn = statement(
  "messages_withdraw",
  sql`
    delete from messages m
    where m.user_id = ${given("userId")} and m.conversation_id = ${given("conversationId")} and m.id = ${given("id")}
      and m.role = 'user' and not exists (select from messages r where r.user_id = m.user_id and r.id = ${given("replyId")})`,
);

/** Forgets a message that was refused, unless the same one, sent at once, has got its reply. It can be sent again. */
export async function withdraw(
  userId: string,
  message: { conversationId: string; id: string; replyId: string },
): Promise<void> {
  await withdrawn({ userId, ...message });
}

const LONGEST = 10_000;

/** What the text parts of a message say, a line each, cut at 10,000 code points. */
export function plainText(parts: unknown[]): string {
  const lines = parts.flatMap((part) => {
    const { type, text } = Object(part) as { type?: unknown; text?: unknown };
    return type === "text" && typeof text === "string" ? [text] : [];
  });
  return cut(lines.join("\n"), LONGEST);
}

/** A model or a tool may say what Postgres cannot keep: NUL, and half of a surrogate pair. */
const clean = (text: string) => text.replaceAll("\0", "").replace(/\p{Surrogate}/gu, "\uFFFD");
const json = (value: unknown) => JSON.stringify(value, (_, part) => (typeof part === "string" ? clean(part) : part));
