import { sql } from "drizzle-orm";
import { type Connection, given, statement } from "@/db/statement";
import { comingBack, countUpTo, revive, shape, type Tag, type TagSnapshot } from "@/db/tags/row";

const listed = statement<{ tag: TagSnapshot }>(
  "tags_list",
  sql`
    select ${shape("g", countUpTo(sql`g`, sql`${given("upTo")}::int`))} as tag from tags g
    where g.user_id = ${given("userId")} and g.deleted_at is null
    order by lower(g.name), g.id`,
);

const trashed = statement<{ tag: TagSnapshot }>(
  "tags_list_trash",
  sql`
    select ${shape("g", comingBack(sql`g`))} as tag from tags g
    where g.user_id = ${given("userId")} and g.deleted_at is not null
    order by g.deleted_at desc, g.id desc`,
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
    where g.user_id = ${given("userId")} and lower(g.name) = lower(${given("name")}) and g.deleted_at is null`,
);

/**
 * The user's living tags in the order of their names.
 * @param upTo where counting the tasks of each stops, so that tens of thousands take no longer than a few.
 */
export async function list(userId: string, { upTo }: { upTo?: number } = {}): Promise<Tag[]> {
  return (await listed({ userId, upTo: upTo ?? null })).map(({ tag }) => revive(tag));
}

/** The tags in the user's trash, the one that went there last first. */
export async function listTrash(userId: string): Promise<Tag[]> {
  return (await trashed({ userId })).map(({ tag }) => revive(tag));
}

/** The living tag with this id. */
export async function find(userId: string, { id }: { id: string }, on?: Connection): Promise<Tag | undefined> {
  const [row] = await found({ userId, id }, on);
  return row && revive(row.tag);
}

/** The living tag with this name, whatever its case. */
export async function findByName(userId: string, name: string, on?: Connection): Promise<Tag | undefined> {
  const [row] = await named({ userId, name }, on);
  return row && revive(row.tag);
}
