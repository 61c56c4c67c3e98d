import { type SQL, sql } from "drizzle-orm";
import * as quotas from "@/db/quotas";
import { type By, record, signature } from "@/db/record";
import { type Connection, given, statement } from "@/db/statement";
import { shape } from "@/db/tags/row";
import { palette, paletteOrder } from "@/language/colors";

/** The SQL of the living tag with a name: one look into the index, where a join would compute the keys of all of the user's tags. */
export const byName = (name: SQL) => sql`
  select g.id from tags g
  where g.user_id = ${given("userId")} and name_key(g.name) = name_key(${name}) and g.deleted_at is null
  limit 1`;

const resolved = statement<{ name: string; id: string; isNew: boolean }>(
  "tags_resolve",
  sql`
    with named as (
      select name, min(place) as place from unnest(${given("names")}::text[]) with ordinality as n (name, place) group by name
    ), found as (
      select named.name, g.id from named join lateral (${byName(sql`named.name`)}) g on true
    ), missing as (
      select name, row_number() over (order by place) as turn from (
        select distinct on (name_key(name)) name, place from named
        where name not in (select name from found)
        order by name_key(name), place
      ) as spelled
    ), colors as (
      -- The palette's, time and again, in the turn in which new tags take them: what the fewest living tags have comes first.
      select color, row_number() over (order by used + again, place) as turn from (
        select p.color, p.place, count(g.id) as used
        from unnest(${given("palette")}::text[]) with ordinality as p (color, place)
        left join tags g on g.user_id = ${given("userId")} and upper(g.color) = p.color and g.deleted_at is null
        group by p.color, p.place
      ) as known, generate_series(0, (select count(*) from missing)) as again
    ), made as (
      insert into tags (user_id, name, color)
      select ${given("userId")}::uuid, name, color from missing join colors using (turn)
      order by name_key(name)
      -- Someone may be making the same tag right now: an update that changes nothing waits for them and answers with theirs.
      on conflict (user_id, name_key(name)) where deleted_at is null do update set name = tags.name
      returning *
    ), fresh as (
      select made.id, null as before, ${shape("made", sql`0`)} as after from made where created_at = now()
    ), recorded as (${record("add", "tag", sql`fresh`)})
    select name, id, false as "isNew" from found
    union all
    select named.name, made.id, made.created_at = now() from named join made on name_key(made.name) = name_key(named.name)`,
);

/**
 * The ids of the user's living tags by the names given, however they are spelled (`nameKey`); those that do not exist are made, each in a colour
 * that the fewest others have. A program's are all blue, as the API says of a tag that is given none.
 * @throws Limited when the user would have too many.
 */
export async function resolve(userId: string, names: string[], by: By, on: Connection): Promise<Map<string, string>> {
  const rows = await resolved(
    { userId, names, palette: by.who === "api" ? [palette.blue] : paletteOrder, ...signature(by) },
    on,
  );
  if (rows.some(({ isNew }) => isNew)) await quotas.check(userId, "tags", on);
  return new Map(rows.map(({ name, id }) => [name, id]));
}
