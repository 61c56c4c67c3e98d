import { sql } from "drizzle-orm";
import { iso, keyOf, type Placed } from "@/db/cursor";
import { containing } from "@/db/search-pattern";
import { type Connection, given, statement } from "@/db/statement";
import { comingBack, countUpTo, revive, shape, type Tag, type TagSnapshot } from "@/db/tags/row";

const listed = statement<{ tag: TagSnapshot }>(
  "tags_list",
  sql`
    select ${shape("g", countUpTo(sql`g`, sql`${given("upTo")}::int`))} as tag from tags g
    where g.user_id = ${given("userId")} and g.deleted_at is null
    order by lower(g.name), g.id
    limit ${given("limit")}::int`,
);

const searched = statement<{ tag: TagSnapshot }>(
  "tags_search",
  sql`
    select ${shape("g", countUpTo(sql`g`, sql`${given("upTo")}::int`))} as tag from tags g
    where g.user_id = ${given("userId")} and g.deleted_at is null and search_key(g.name) like ${given("pattern")}
    order by lower(g.name), g.id
    limit ${given("limit")}::int offset ${given("offset")}::int`,
);

const trashed = statement<{ tag: TagSnapshot }>(
  "tags_list_trash",
  sql`
    select ${shape("g", comingBack(sql`g`))} as tag from tags g
    where g.user_id = ${given("userId")} and g.deleted_at is not null
      and (${given("at")}::timestamptz is null or (g.deleted_at, g.id) < (${given("at")}, ${given("id")}::uuid))
    order by g.deleted_at desc, g.id desc
    limit ${given("limit")}::int`,
);

const found = statement<{ tag: TagSnapshot }>(
  "tags_find",
  sql`
    select ${shape("g")} as tag from tags g
    where g.user_id = ${given("userId")} and g.id = ${given("id")} and g.deleted_at is null`,
);

const named = statement<{ tag: TagSnapshot }>(
  "tags_find_by_name",
  sql`
    select ${shape("g")} as tag from tags g
    where g.user_id = ${given("userId")} and name_key(g.name) = name_key(${given("name")}) and g.deleted_at is null`,
);

/**
 * The user's living tags in the order of their names: all of them, unless there is a `limit`.
 * @param upTo where counting the tasks of each stops, so that tens of thousands take no longer than a few.
 */
export async function list(userId: string, { upTo, limit }: { upTo?: number; limit?: number } = {}): Promise<Tag[]> {
  return (await listed({ userId, upTo: upTo ?? null, limit: limit ?? null })).map(({ tag }) => revive(tag));
}

type Sought = { q?: string; page?: number; limit: number; upTo?: number };

/** A page of the living tags whose names have `q` in them, however either is written; the first page is 1. */
export async function search(userId: string, { q = "", page = 1, limit, upTo }: Sought) {
  const pattern = containing(q);
  const place = { limit: limit + 1, offset: (page - 1) * limit };
  const rows = await searched({ userId, upTo: upTo ?? null, pattern, ...place });
  return { items: rows.slice(0, limit).map(({ tag }) => revive(tag)), more: rows.length > limit };
}

/** The tags in the user's trash, the one that went there last first. */
export async function listTrash(userId: string): Promise<Tag[]> {
  return (await trashed({ userId, at: null, id: null, limit: null })).map(({ tag }) => revive(tag));
}

type Place = { cursor?: string | undefined; limit: number };

/** One page of what `listTrash` lists, each tag with when it went there. @throws RangeError for a cursor that is none. */
export async function trashPage(userId: string, { cursor, limit }: Place): Promise<Placed<Tag>[]> {
  const [at = null, id = null] = cursor === undefined ? [] : keyOf("deleted", cursor);
  const rows = await trashed({ userId, at, id, limit });
  return rows.map(({ tag }) => ({ thing: revive(tag), at: iso(tag.deletedAt) }));
}

/** The living tag with this id. */
export async function find(userId: string, { id }: { id: string }, on?: Connection): Promise<Tag | undefined> {
  const [row] = await found({ userId, id }, on);
  return row && revive(row.tag);
}

/** The living tag that has this name to a person (`nameKey`). */
export async function findByName(userId: string, name: string, on?: Connection): Promise<Tag | undefined> {
  const [row] = await named({ userId, name }, on);
  return row && revive(row.tag);
}
