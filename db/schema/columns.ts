import { sql } from "drizzle-orm";
import { customType, integer, timestamp, uuid } from "drizzle-orm/pg-core";

const instant = () => timestamp({ withTimezone: true });

/** `id` is a UUIDv7 (RFC 9562, section 5.7) made by the database. */
export const identity = { id: uuid().primaryKey().default(sql`uuidv7()`) };

/** When the row was made and last written; the `touch` trigger keeps the second. */
export const times = {
  createdAt: instant().notNull().defaultNow(),
  updatedAt: instant().notNull().defaultNow(),
};

/** What every table of ours has: identity, times, `deleted_at` (null: alive) and `version`, one more with each write. */
export const audit = {
  ...identity,
  ...times,
  deletedAt: instant(),
  version: integer().notNull().default(1),
};

export const alive = sql`deleted_at is null`;

/** Text compared byte by byte on every server, whatever its locale: fractional indexes are ordered so. */
export const bytewise = customType<{ data: string }>({ dataType: () => 'text COLLATE "C"' });

/**
 * A condition for a text of one line: it shows something and has no control character, as far as ranges of characters can say that (`line`
 * of db/fields.ts says the rest). Most texts have a visible ASCII character: they are done before `has_visible` is called.
 */
export const isLine = (column: string) =>
  sql.raw(
    String.raw`(${column} ~ '[!-~]' or has_visible(${column})) and ${column} !~ '[\u0001-\u001F\u007F-\u009F\u2028\u2029]'`,
  );

/** The same for a text of many lines (`prose`), which may be empty and keeps tabs and "\n". */
export const isProse = (column: string) =>
  sql.raw(String.raw`${column} !~ '[\u0001-\u0008\u000B-\u001F\u007F-\u009F\u2028\u2029]'`);
