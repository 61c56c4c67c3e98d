import { type GetColumnData, getTableColumns, type SQL, sql } from "drizzle-orm";
import { toSnakeCase } from "drizzle-orm/casing";
import { tags } from "@/db/schema/tags";

const { userId: _, ...shown } = getTableColumns(tags);

type Columns = { [Name in keyof typeof shown]: GetColumnData<(typeof shown)[Name]> };

/** A tag; `taskCount` is how many open living tasks carry it, or of one in the trash, would carry it again. */
export type Tag = Columns & { taskCount: number };

/** A tag as JSON keeps it, in the record of changes for one: instants are ISO 8601 strings. */
export type TagSnapshot = {
  [Name in keyof Tag]: Tag[Name] extends Date | null ? string | Extract<Tag[Name], null> : Tag[Name];
};

/** A link says itself whether its task is open, and stands in an index of those that do. */
const openOf = (g: SQL, link: SQL) => sql`
  from task_tags l
  where l.user_id = ${g}.user_id and l.tag_id = ${g}.id and l.deleted_at ${link} and l.is_open`;

const countOf = (g: SQL, link: SQL) => sql`(select count(*) ${openOf(g, link)})`;

/** The open tasks of a tag, counted up to a limit; null is none. */
export const countUpTo = (g: SQL, limit: SQL) => sql`(
  select count(*) from (select ${openOf(g, sql`is null`)} limit ${limit}) as carrying
)`;

/** The open tasks that a tag in the trash was taken off with, and comes back to. */
export const comingBack = (g: SQL) => countOf(g, sql`= ${g}.deleted_at`);

/**
 * The SQL of a tag as one JSON value.
 * @param name of the row in the statement.
 * @param count its tasks, where the statement has just changed them and could not read them back.
 */
export function shape(name: string, count?: SQL): SQL {
  const g = sql.raw(name);
  const pairs = Object.keys(shown).map((key) => sql`${sql.raw(`'${key}', ${name}.${toSnakeCase(key)}`)}`);
  return sql`json_build_object(${sql.join(pairs, sql`, `)}, 'taskCount', ${count ?? countOf(g, sql`is null`)})`;
}

/** A tag out of the JSON that `shape` makes. */
export const revive = (tag: TagSnapshot): Tag => ({
  ...tag,
  createdAt: new Date(tag.createdAt),
  updatedAt: new Date(tag.updatedAt),
  deletedAt: tag.deletedAt === null ? null : new Date(tag.deletedAt),
});
