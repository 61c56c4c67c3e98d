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
