import { sql } from "drizzle-orm";
import { record, signature, type Undoing } from "@/db/record";
import { type Connection, given, statement } from "@/db/statement";
import type { ChangeInput } from "@/db/tag-input";
import { findByName } from "@/db/tags/find";
import { revive, shape, type Tag, type TagSnapshot } from "@/db/tags/row";

const changed = statement<{ tag: TagSnapshot; problem: "stale" | "taken" | null }>(
  "tags_change",
  sql`
    with was as (
      select g.*, ${shape("g")} as before, case
        when g.version <> ${given("version")}::int then 'stale'
        when exists (
          select from tags o
          where o.user_id = g.user_id and name_key(o.name) = name_key(${given("name")}) and o.deleted_at is null and o.id <> g.id
        ) then 'taken'
      end as problem
      from tags g
      where g.user_id = ${given("userId")} and g.id = ${given("id")} and g.deleted_at is null
      for no key update
    ), new as (
      update tags g set name = coalesce(${given("name")}, g.name), color = coalesce(${given("color")}, g.color)
      from was
      where g.user_id = ${given("userId")} and g.id = was.id and was.problem is null
      returning g.*
    ), shaped as (
      select new.id, was.version <> new.version as is_new, was.before,
        ${shape("new", sql`was.before->'taskCount'`)} as after
      from was join new using (id)
    ), recorded as (${record("change", "tag", sql`shaped where is_new`)})
    select coalesce(shaped.after, was.before) as tag, was.problem from was left join shaped using (id)`,
);

/** What `tags.change` does, within a transaction where one is given; throws 23505 when it loses a race for the name. */
export async function change(userId: string, input: ChangeInput, by: Undoing, on?: Connection) {
  const { id, name = null, color = null, version = null } = input;
  const [row] = await changed({ userId, id, name, color, version, ...signature(by) }, on);
  if (!row) return undefined;
  if (row.problem === "stale") return { stale: revive(row.tag) };
  if (row.problem === null) return revive(row.tag);
  const taken: Tag | undefined = name === null ? undefined : await findByName(userId, name, on);
  return taken && { taken };
}
