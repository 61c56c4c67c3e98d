import { sql } from "drizzle-orm";
import { record, signature, type Undoing } from "@/db/record";
import { type Connection, given, instant, statement } from "@/db/statement";
import { families } from "@/db/tasks/lock";
import { revive, shape, type Task, type TaskSnapshot } from "@/db/tasks/row";

const removed = statement<{ task: TaskSnapshot }>(
  "tasks_remove",
  sql`
    with family as (${families("living")}), was as (
      select t.id, t.parent_id, ${shape("t")} as before from family t where t.id = any(${given("ids")}::uuid[])
    ), gone as (
      update tasks t set deleted_at = ${instant}, parent_id = coalesce(${given("parentId")}::uuid, t.parent_id) from family
      where t.user_id = ${given("userId")} and t.id = family.id and t.deleted_at is null
      returning t.*
    ), links as (
      update task_tags l set deleted_at = ${instant} from family
      where l.user_id = ${given("userId")} and l.task_id = family.id and l.deleted_at is null
    ), shaped as (
      select was.id, was.parent_id, was.before,
        ${shape("gone", { tags: sql`was.before->'tags'`, subtasks: sql`was.before->'subtasks'` })} as after
      from was join gone using (id)
    ), recorded as (
      -- Parents last: an undo begins with the newest, and a subtask comes back to a parent that is there.
      ${record("remove", "task", sql`shaped order by parent_id nulls last`)}
    )
    select after as task from shaped order by array_position(${given("ids")}::uuid[], id)`,
);

type Wanted = {
  ids: string[];
  /** An undo puts a subtask back under the parent that it had, which may be in the trash itself. */
  parentId?: string | null;
};

/** Puts tasks into the trash, with their subtasks and tags. @returns those that were not there already. */
export async function remove(
  userId: string,
  { ids, parentId = null }: Wanted,
  by: Undoing,
  on?: Connection,
): Promise<Task[]> {
  const rows = await removed({ userId, ids, parentId, ...signature(by) }, on);
  return rows.map(({ task }) => revive(task));
}
