import { sql } from "drizzle-orm";
import { check, foreignKey, index, integer, jsonb, pgEnum, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { alive, audit } from "@/db/schema/columns";
import { users } from "@/db/schema/users";

export const who = pgEnum("change_who", ["you", "assistant", "api", "import"]);

const owner = () =>
  uuid()
    .notNull()
    .references(() => users.id, { onDelete: "cascade" });

/** The record of one write, made in the same transaction; undo reads it. */
export const changes = pgTable(
  "changes",
  {
    ...audit,
    userId: owner(),
    who: who().notNull(),
    /** What was done, as a person would say it: add, change, complete, reopen, remove, restore. */
    what: text().notNull(),
    /** Which noun, and which row of it: task, tag, conversation. */
    noun: text().notNull(),
    subjectId: uuid().notNull(),
    /** The row as it was and as it became; null where there was none. */
    before: jsonb().$type<Record<string, unknown>>(),
    after: jsonb().$type<Record<string, unknown>>(),
    /** Everything done in answer to one question shares it: the id of the user's message. */
    turnId: uuid(),
    /** The change that this one took back. */
    undoesId: uuid(),
  },
  (t) => [
    unique("changes_user_id_id_unique").on(t.userId, t.id),
    foreignKey({
      name: "changes_undoes_fk",
      columns: [t.userId, t.undoesId],
      foreignColumns: [t.userId, t.id],
    }).onDelete("cascade"),
    index("changes_undoes").on(t.userId, t.undoesId),
    index("changes_turn").on(t.userId, t.turnId, t.id).where(sql`turn_id is not null`),
    index("changes_subject").on(t.userId, t.subjectId, t.id),
    index("changes_newest").on(t.userId, t.id.desc().nullsFirst()).where(alive),
    check("changes_what", sql`what in ('add', 'change', 'complete', 'reopen', 'remove', 'restore')`),
    check("changes_noun", sql`noun in ('task', 'tag', 'conversation')`),
    check("changes_some_side", sql`before is not null or after is not null`),
  ],
);

/** The first answer to a request, kept so that the same `Idempotency-Key` gets it again; or that a turn has made its tasks. */
export const requests = pgTable(
  "requests",
  {
    ...audit,
    userId: owner(),
    key: text().notNull(),
    /** SHA-256 of method, path and body, in hexadecimal. */
    fingerprint: text().notNull(),
    /** Null while the first request is still being answered. */
    status: integer(),
    location: text(),
    body: jsonb(),
  },
  (t) => [
    unique("requests_key_unique").on(t.userId, t.key),
    check("requests_key_length", sql`char_length(key) between 1 and 255`),
  ],
);
