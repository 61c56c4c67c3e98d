import { type GetColumnData, getTableColumns, type SQL, sql } from "drizzle-orm";
import { toSnakeCase } from "drizzle-orm/casing";
import { tags } from "@/db/schema/tags";

const { userId: _, ...shown } = getTableColumns(tags);

type Columns = { [Name in keyof typeof shown]: GetColumnData<(typeof shown)[Name]> };

/** A tag; `taskCount` is how many open living tasks carry it. */
export type Tag = Columns & { taskCount: number };

/** A tag as JSON keeps it, in the record of changes for one: instants are ISO 8601 strings. */
export type TagSnapshot = {
  [Name in keyof Columns]: Columns[Name] extends Date | null ? string | Extract<Columns[Name], null> : Columns[Name];
};

/** The SQL of a tag as one JSON value, for the record of changes. */
export function snapshot(name: string): SQL {
  const pairs = Object.keys(shown).map((key) => sql`${sql.raw(`'${key}'`)}, ${sql.raw(`${name}.${toSnakeCase(key)}`)}`);
  return sql`json_build_object(${sql.join(pairs, sql`, `)})`;
}
