import { sql } from "drizzle-orm";
import type { Refused } from "@/db/fields";
import { type Connection, given, statement } from "@/db/statement";

const unknown = statement<{ id: string }>(
  "tags_missing",
  sql`
    select distinct n.id from unnest(${given("ids")}::uuid[]) as n (id)
    where not exists (
      select from tags g where g.user_id = ${given("userId")} and g.id = n.id and g.deleted_at is null
    )`,
);

/** Which of these ids are no living tags of the user's, as what a write is refused for. */
export async function missing(userId: string, ids: string[], on?: Connection): Promise<Refused["refused"]> {
  if (ids.length === 0) return [];
  const rows = await unknown({ userId, ids }, on);
  return rows.map(({ id }) => ({ path: "tagIds", message: "That tag no longer exists.", id }));
}
