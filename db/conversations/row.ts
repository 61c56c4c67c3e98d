import { type SQL, sql } from "drizzle-orm";

/** A talk with the assistant, without what was said. */
export type Conversation = {
  id: string;
  title: string;
  version: number;
  createdAt: Date;
  updatedAt: Date;
  deletedAt: Date | null;
};

/** A conversation in the trash; `messageCount` is how many messages come back with it. */
export type TrashedConversation = Conversation & { messageCount: number };

/** A conversation that was looked for; `found` is the first message that has what was looked for. */
export type FoundConversation = Conversation & { found?: string };

/** A conversation as JSON keeps it, in the record of changes for one: instants are ISO 8601 strings. */
export type ConversationSnapshot = Pick<Conversation, "id" | "title" | "version"> & {
  createdAt: string;
  updatedAt: string;
  deletedAt: string | null;
};

/** The SQL of a conversation as one JSON value. */
export function shape(name: string): SQL {
  const c = sql.raw(name);
  return sql`json_build_object('id', ${c}.id, 'title', ${c}.title, 'version', ${c}.version,
    'createdAt', ${c}.created_at, 'updatedAt', ${c}.updated_at, 'deletedAt', ${c}.deleted_at)`;
}

/** The same as columns, for statements that keep nothing of it. */
export const columns = (name: string): SQL =>
  sql.raw(
    `${name}.id, ${name}.title, ${name}.version,
      ${name}.created_at as "createdAt", ${name}.updated_at as "updatedAt", ${name}.deleted_at as "deletedAt"`,
  );

/** A conversation out of what `shape` or `columns` makes. */
export const revive = ({ id, title, version, ...times }: ConversationSnapshot): Conversation => ({
  id,
  title,
  version,
  createdAt: new Date(times.createdAt),
  updatedAt: new Date(times.updatedAt),
  deletedAt: times.deletedAt === null ? null : new Date(times.deletedAt),
});
