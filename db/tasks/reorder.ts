import { sql } from "drizzle-orm";
import { generateNKeysBetween } from "fractional-indexing";
import { db } from "@/db/client";
import { type By, record, signature } from "@/db/record";
import { given, statement } from "@/db/statement";
import { lock } from "@/db/tasks/lock";
import { revive, shape, type Task, type TaskSnapshot } from "@/db/tasks/row";

const first = statement<{ position: string | null }>(
  "tasks_first_position",
  sql`
    select min(t.position) as position from tasks t
    where t.user_id = ${given("userId")} and t.deleted_at is null and t.id <> all(${given("ids")}::uuid[])`,
);

const placed = statement<{ task: TaskSnapshot }>(
  "tasks_reorder",
  sql`
    with wanted as (
      select id, position from unnest(${given("ids")}::uuid[], ${given("positions")}::text[]) as w (id, position)
    ), was as (
      select t.id, ${shape("t")} as before from tasks t join wanted using (id)
      where t.user_id = ${given("userId")} and t.deleted_at is null
    ), new as (
      update tasks t set position = wanted.position from wanted
      where t.user_id = ${given("userId")} and t.id = wanted.id and t.deleted_at is null
      returning t.*
    ), shaped as (
      select was.id, was.before, ${shape("new", { tags: sql`was.before->'tags'`, subtasks: sql`was.before->'subtasks'` })} as after
      from was join new using (id)
    ), recorded as (${record("change", "task", sql`shaped`)})
    select after as task from shaped order by array_position(${given("ids")}::uuid[], id)`,
);

/** Puts tasks before all others in the order by hand, as they are listed. @returns those that were found. */
export async function reorder(userId: string, ids: string[], by: By): Promise<Task[]> {
  return db.transaction(async (tx) => {
    await lock(userId, ids, tx);
    const [before] = await first({ userId, ids }, tx);
    const positions = generateNKeysBetween(null, before?.position ?? null, ids.length);
    const rows = await placed({ userId, ids, positions, ...signature(by) }, tx);
    return rows.map(({ task }) => revive(task));
  });
}
