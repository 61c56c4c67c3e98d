import { sql } from "drizzle-orm";
import { check, foreignKey, index, jsonb, pgEnum, pgTable, text, timestamp, unique, uuid } from "drizzle-orm/pg-core";
import { alive, audit, isLine } from "@/db/schema/columns";
import { users } from "@/db/schema/users";

const owner = () =>
  uuid()
    .notNull()
    .references(() => users.id, { onDelete: "cascade" });

export const conversations = pgTable(
  "conversations",
  { ...audit, userId: owner(), title: text().notNull().default("New chat") },
  (t) => [
    unique("conversations_user_id_id_unique").on(t.userId, t.id),
    index("conversations_newest").on(t.userId, t.updatedAt.desc().nullsFirst(), t.id.desc().nullsFirst()).where(alive),
    check("conversations_title_length", sql`char_length(title) between 1 and 200`),
    check("conversations_title_text", isLine("title")),
  ],
);

export const role = pgEnum("message_role", ["user", "assistant", "system"]);

export const messages = pgTable(
  "messages",
  {
    ...audit,
    userId: owner(),
    conversationId: uuid().notNull(),
    role: role().notNull(),
    /** The AI SDK's parts: the truth. */
    parts: jsonb().$type<unknown[]>().notNull(),
    /** The same as plain text, cut at 10,000 characters, for search. */
    content: text().notNull().default(""),
    metadata: jsonb().$type<Record<string, unknown>>(),
    /** Of a reply: what its turn has written without asking, kept by the transactions that wrote it. */
    unasked: jsonb(),
  },
  (t) => [
    unique("messages_user_id_id_unique").on(t.userId, t.id),
    foreignKey({
      name: "messages_conversation_fk",
      columns: [t.userId, t.conversationId],
      foreignColumns: [conversations.userId, conversations.id],
    }).onDelete("cascade"),
    index("messages_conversation").on(t.userId, t.conversationId, t.createdAt, t.id),
    check("messages_content_length", sql`char_length(content) <= 10000`),
    check("messages_parts_array", sql`jsonb_typeof(parts) = 'array'`),
  ],
);

/** A question that the assistant asked before acting: bound to the call and its arguments, answered once, used once. */
export const approvals = pgTable(
  "approvals",
  {
    ...audit,
    userId: owner(),
    conversationId: uuid().notNull(),
    approvalId: text().notNull(),
    toolCallId: text().notNull(),
    toolName: text().notNull(),
    input: jsonb().notNull(),
    /** What the call comes to, and every row that it would change, as the question showed them; without it nothing is done. */
    plan: jsonb(),
    decision: text(),
    /** Of the rows that the question showed, the ids that the user left standing; null: all. */
    kept: jsonb().$type<string[]>(),
    decidedAt: timestamp({ withTimezone: true }),
    usedAt: timestamp({ withTimezone: true }),
  },
  (t) => [
    foreignKey({
      name: "approvals_conversation_fk",
      columns: [t.userId, t.conversationId],
      foreignColumns: [conversations.userId, conversations.id],
    }).onDelete("cascade"),
    unique("approvals_id_unique").on(t.userId, t.conversationId, t.approvalId),
    unique("approvals_call_unique").on(t.userId, t.conversationId, t.toolCallId),
    check("approvals_decision", sql`decision in ('approved', 'denied')`),
    check("approvals_decided", sql`(decision is null) = (decided_at is null)`),
    check("approvals_used_when_approved", sql`used_at is null or decision = 'approved'`),
  ],
);
