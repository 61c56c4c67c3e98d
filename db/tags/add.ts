import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { insist } from "@/db/insist";
import { type Claimed, made, madeIn } from "@/db/made";
import * as quotas from "@/db/quotas";
import { type By, record, signature } from "@/db/record";
import { given, statement } from "@/db/statement";
import type { AddInput } from "@/db/tag-input";
import { findByName } from "@/db/tags/find";
import { revive, shape, type Tag, type TagSnapshot } from "@/db/tags/row";

const added = statement<{ tag: TagSnapshot }>(
  "tags_add",
  sql`
    with made as (
      insert into tags (id, user_id, name, color)
      values (coalesce(${given("id")}::uuid, uuidv7()), ${given("userId")}, ${given("name")}, coalesce(${given("color")}, '#3B82F6'))
      on conflict (user_id, name_key(name)) where deleted_at is null do nothing
      returning *
    ), shaped as (
      select id, null as before, ${shape("made", sql`0`)} as after from made
    ), recorded as (${record("add", "tag", sql`shaped`)})
    select after as tag from shaped`,
);

/**
 * Makes a tag.
 * @param input its `id`, when a door names one, makes the call repeatable: the second time, nothing is made. So does a turn of the
 * user's own, which is one write.
 * @returns `taken` with the one that has the name already, under any spelling of it.
 * @throws Limited when the user would have too many.
 */
export async function add(userId: string, input: AddInput & Claimed, by: By): Promise<Tag | { taken: Tag }> {
  return insist(async () => {
    const { id, name, color = null } = input;
    const before = await made<TagSnapshot>(userId, { noun: "tag", id });
    if (before) return revive(before);
    const row = await db.transaction(async (tx) => {
      const [row] = await added({ userId, id: id ?? null, name, color, ...signature(by) }, tx);
      if (row) await quotas.check(userId, "tags", tx);
      return row;
    });
    if (row) return revive(row.tag);
    const [again] = await madeIn<TagSnapshot>(userId, by, { noun: "tag" });
    if (again) return revive(again);
    const taken = await findByName(userId, name);
    if (taken && taken.id === id) return taken; // made by the same call, at the same moment
    // The tag that had the name may just have let go of it.
    return taken ? { taken } : add(userId, input, by);
  });
}
