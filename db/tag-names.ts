import { sql } from "drizzle-orm";
import { type By, record, signature } from "@/db/record";
import { type Connection, given, statement } from "@/db/statement";
import { shape } from "@/db/tags/row";

const resolved = statement<{ name: string; id: string }>(
  "tags_resolve",
  sql`
    with named as (
      select distinct name from unnest(${given("names")}::text[]) as n (name)
    ), found as (
      select named.name, g.id from named
      join tags g on g.user_id = ${given("userId")} and lower(g.name) = lower(named.name) and g.deleted_at is null
    ), made as (
      insert into tags (user_id, name)
      select distinct on (lower(name)) ${given("userId")}::uuid, name from named
      where name not in (select name from found)
      order by lower(name), name
      -- Someone may be making the same tag right now: an update that changes nothing waits for them and answers with theirs.
      on conflict (user_id, lower(name)) where deleted_at is null do update set name = tags.name
      returning *
    ), fresh as (
      select made.id, null as before, ${shape("made", sql`0`)} as after from made where created_at = now()
    ), recorded as (${record("add", "tag", sql`fresh`)})
    select name, id from found
    union all
    select named.name, made.id from named join made on lower(made.name) = lower(named.name)`,
);

/** The ids of the user's living tags by the names given, whatever their case; those that do not exist are made. */
export async function resolve(userId: string, names: string[], by: By, on: Connection): Promise<Map<string, string>> {
  const rows = await resolved({ userId, names, ...signature(by) }, on);
  return new Map(rows.map(({ name, id }) => [name, id]));
}
