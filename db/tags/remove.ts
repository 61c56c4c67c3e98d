import { sql } from "drizzle-orm";
import { record, signature, type Undoing } from "@/db/record";
import { type Connection, given, instant, statement } from "@/db/statement";
import { findByName } from "@/db/tags/find";
import { comingBack, revive, shape, type Tag, type TagSnapshot } from "@/db/tags/row";

/** As those who write tasks take the links of theirs: task by task, older ones first. */
const inOrder = sql`order by l.task_id for no key update of l`;

const removed = statement<{ tag: TagSnapshot }>(
  "tags_remove",
  sql`
    with was as (
      select g.id, ${shape("g")} as before from tags g
      where g.user_id = ${given("userId")} and g.id = ${given("id")} and g.deleted_at is null
      for no key update
    ), gone as (
      update tags g set deleted_at = ${instant}, name = coalesce(${given("name")}, g.name) from was
      where g.user_id = ${given("userId")} and g.id = was.id
      returning g.*
    ), held as (
      select l.id from task_tags l join was on l.tag_id = was.id
      where l.user_id = ${given("userId")} and l.deleted_at is null
      ${inOrder}
    ), links as (
      update task_tags l set deleted_at = ${instant} from held where l.user_id = ${given("userId")} and l.id = held.id
    ), shaped as (
      select gone.id, was.before, ${shape("gone", sql`was.before->'taskCount'`)} as after from was join gone using (id)
    ), recorded as (${record("remove", "tag", sql`shaped`)})
    select after as tag from shaped`,
);

const restored = statement<{ tag: TagSnapshot | null; name: string }>(
  "tags_restore",
  sql`
    with was as (
      select g.id, coalesce(${given("name")}, g.name) as name, g.deleted_at, ${shape("g", comingBack(sql`g`))} as before, not exists (
        select from tags o
        where o.user_id = g.user_id and name_key(o.name) = name_key(coalesce(${given("name")}, g.name)) and o.deleted_at is null
      ) as is_free
      from tags g
      where g.user_id = ${given("userId")} and g.id = ${given("id")} and g.deleted_at is not null
      for no key update
    ), held as (
      select l.id from task_tags l join was on l.tag_id = was.id and l.deleted_at = was.deleted_at
      where is_free and l.user_id = ${given("userId")} and not exists (
        select from task_tags o
        where o.user_id = l.user_id and o.task_id = l.task_id and o.tag_id = l.tag_id and o.deleted_at is null
      )
      ${inOrder}
    ), links as (
      update task_tags l set deleted_at = null from held where l.user_id = ${given("userId")} and l.id = held.id
      returning l.is_open
    ), back as (
      update tags g set deleted_at = null, name = was.name from was
      where is_free and g.user_id = ${given("userId")} and g.id = was.id
      returning g.*
    ), shaped as (
      select back.id, was.before, ${shape("back", sql`(select count(*) from links where is_open)`)} as after
      from was join back using (id)
    ), recorded as (${record("restore", "tag", sql`shaped`)})
    select shaped.after as tag, was.name from was left join shaped using (id)`,
);

type One = { id: string; name?: string | undefined };

/** What `tags.remove` does, within a transaction where one is given. With a `name` the tag goes by that one. */
export async function remove(userId: string, one: One, by: Undoing, on?: Connection): Promise<Tag | undefined> {
  const { id, name = null } = one;
  const [row] = await removed({ userId, id, name, ...signature(by) }, on);
  return row && revive(row.tag);
}

/** What `tags.restore` does with a tag in the trash; throws 23505 when it loses a race for the name. */
export async function restore(userId: string, one: One, by: Undoing, on?: Connection) {
  const { id, name = null } = one;
  const [row] = await restored({ userId, id, name, ...signature(by) }, on);
  if (row?.tag) return revive(row.tag);
  const taken = row && (await findByName(userId, row.name, on));
  return taken && { taken };
}
