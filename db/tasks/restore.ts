import { sql } from "drizzle-orm";
import { record, signature, type Undoing } from "@/db/record";
import { type Connection, given, statement } from "@/db/statement";
import { findMany } from "@/db/tasks/find";
import { families } from "@/db/tasks/lock";
import { revive, shape, type Task, type TaskSnapshot } from "@/db/tasks/row";

const restored = statement<{ id: string; task: TaskSnapshot }>(
  "tasks_restore",
  sql`
    with held as (${families("trashed")}), was as (
      select t.id, t.parent_id, t.deleted_at, ${shape("t")} as before
      from held t where t.id = any(${given("ids")}::uuid[])
    ), family as (
      select id, deleted_at from was
      union
      select s.id, s.deleted_at from was join held s on s.parent_id = was.id and s.deleted_at = was.deleted_at
    ), parents as (
      -- A delete of one of them waits now, and then finds what comes back under it.
      select p.id from tasks p
      where p.user_id = ${given("userId")} and p.id = any(array(select parent_id from held))
        and p.deleted_at is null and p.parent_id is null
      for share
    ), back as (
      update tasks t set
        deleted_at = null,
        parent_id = case when t.parent_id in (
          select id from parents union all select h.id from family join held h using (id) where h.parent_id is null
        ) then t.parent_id end,
        -- A completed occurrence is followed by one living task only; any other stands for itself.
        follows_id = case when not exists (
          select from tasks f
          where f.user_id = t.user_id and f.follows_id = t.follows_id and f.id <> t.id
            and (f.deleted_at is null or f.id < t.id and f.id in (select id from family))
        ) then t.follows_id end
      from family
      where t.user_id = ${given("userId")} and t.id = family.id and t.deleted_at is not null
      returning t.*
    ), links as (
      update task_tags l set deleted_at = null from family
      where l.user_id = ${given("userId")} and l.task_id = family.id and l.deleted_at = family.deleted_at
    ), shaped as (
      select was.id, was.parent_id, was.before,
        ${shape("back", { tags: sql`was.before->'tags'`, subtasks: sql`was.before->'subtasks'` })} as after
      from was join back using (id)
    ), recorded as (${record("restore", "task", sql`shaped order by parent_id nulls first`)})
    select id, after as task from shaped`,
);

/**
 * Takes tasks out of the trash, with just the subtasks and tags that went there with them. A subtask whose parent is still in
 * the trash, or a subtask itself by now, comes back on its own, as a task of the list.
 * @returns them, and those that had not been in the trash as they are.
 */
export async function restore(userId: string, ids: string[], by: Undoing, on?: Connection): Promise<Task[]> {
  const rows = await restored({ userId, ids, ...signature(by) }, on);
  const back = new Map(rows.map(({ id, task }) => [id, revive(task)]));
  const others = await findMany(
    userId,
    ids.filter((id) => !back.has(id)),
    on,
  );
  for (const task of others) back.set(task.id, task);
  return ids.flatMap((id) => back.get(id) ?? []);
}
