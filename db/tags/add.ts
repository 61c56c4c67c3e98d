import { sql } from "drizzle-orm";
import { type By, record, signature } from "@/db/record";
import { given, statement } from "@/db/statement";
import type { AddInput } from "@/db/tag-input";
import { findByName } from "@/db/tags/find";
import { revive, shape, type Tag, type TagSnapshot } from "@/db/tags/row";

const added = statement<{ tag: TagSnapshot }>(
  "tags_add",
  sql`
    with made as (
      insert into tags (user_id, name, color)
      values (${given("userId")}, ${given("name")}, coalesce(${given("color")}, '#3B82F6'))
      on conflict (user_id, lower(name)) where deleted_at is null do nothing
      returning *
    ), shaped as (
      select id, null as before, ${shape("made", sql`0`)} as after from made
    ), recorded as (${record("add", "tag", sql`shaped`)})
    select after as tag from shaped`,
);

/** Makes a tag. @returns `taken` with the one that has the name already, whatever its case. */
export async function add(userId: string, input: AddInput, by: By): Promise<Tag | { taken: Tag }> {
  const { name, color = null } = input;
  const [row] = await added({ userId, name, color, ...signature(by) });
  if (row) return revive(row.tag);
  const taken = await findByName(userId, name);
  // Whoever had the name may just have let go of it.
  return taken ? { taken } : add(userId, input, by);
}
