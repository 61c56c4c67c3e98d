import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { record, signature, type Undoing } from "@/db/record";
import { type Connection, given, statement } from "@/db/statement";
import { untouched } from "@/db/tasks/follow";
import { families } from "@/db/tasks/lock";
import { remove } from "@/db/tasks/remove";
import { revive, shape, type Task, type TaskSnapshot } from "@/db/tasks/row";

const reopened = statement<{ task: TaskSnapshot; isFollowed: boolean }>(
  "tasks_reopen",
  sql`
    with held as (${families("living")}), was as (
      select t.id, t.completed_at, ${shape("t")} as before, t.completed_at is not null and exists (
        select from tasks f where f.user_id = ${given("userId")} and f.follows_id = t.id and f.deleted_at is null
      ) as followed
      from held t where t.id = any(${given("ids")}::uuid[])
    ), family as (
      select id from was
      union
      select s.id from was join held s on s.parent_id = was.id and s.completed_at = was.completed_at
    ), back as (
      update tasks t set completed_at = null from family
      where t.user_id = ${given("userId")} and t.id = family.id and t.completed_at is not null
        and (${given("successors")}::uuid[] is not null or not exists (select from was where followed))
      returning t.*
    ), shaped as (
      select was.id, was.before, ${shape("back", {
        tags: sql`was.before->'tags'`,
        subtasks: sql`json_build_object(
          'done', (was.before->'subtasks'->>'done')::int - (select count(*) from back b where b.parent_id = was.id),
          'total', was.before->'subtasks'->'total')`,
      })} as after
      from was join back using (id)
    ), noted as (
      select id, before, after::jsonb || jsonb_build_object(
        'reopened', array(select b.id from back b where b.parent_id = shaped.id),
        'trashed', array(
          select f.id from tasks f
          where f.user_id = ${given("userId")} and f.follows_id = shaped.id and f.id = any(${given("successors")}::uuid[])
        )
      ) as after
      from shaped
    ), recorded as (${record("reopen", "task", sql`noted`)})
    select coalesce(shaped.after, was.before) as task, was.followed as "isFollowed"
    from was left join shaped using (id) order by array_position(${given("ids")}::uuid[], was.id)`,
);

/**
 * Reopens tasks and the subtasks that their completion took. The next occurrence of one that repeats goes to the trash, unless
 * someone has worked on it.
 * @returns the living ones of them, open now or before.
 */
export async function reopen(userId: string, ids: string[], by: Undoing, on?: Connection): Promise<Task[]> {
  const values = { userId, ids, ...signature(by) };
  // Most tasks do not repeat, and this one statement is all; it holds back when one of them has a next occurrence.
  const rows = await reopened({ ...values, successors: null }, on);
  if (!rows.some(({ isFollowed }) => isFollowed)) return rows.map(({ task }) => revive(task));

  return (on ?? db).transaction(async (tx) => {
    const successors = await untouched(userId, ids, tx);
    const rows = await reopened({ ...values, successors }, tx);
    if (successors.length > 0) await remove(userId, { ids: successors }, { ...by, undoesId: undefined }, tx);
    return rows.map(({ task }) => revive(task));
  });
}
