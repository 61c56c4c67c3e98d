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

const gathered = statement(
  "tasks_gather_in_trash",
  sql`
    with part as (
      select s.user_id, s.id, s.deleted_at as alone, p.deleted_at as together
      from tasks s join tasks p on p.user_id = s.user_id and p.id = s.parent_id
      where s.user_id = ${given("userId")} and s.id = any(${given("ids")}::uuid[]) and p.id = any(${given("ids")}::uuid[])
        and s.deleted_at is not null and p.deleted_at is not null
    ), links as (
      update task_tags l set deleted_at = part.together from part
      where l.user_id = part.user_id and l.task_id = part.id and l.deleted_at = part.alone
    )
    update tasks t set deleted_at = part.together from part where t.user_id = part.user_id and t.id = part.id`,
);

/** Makes one deletion of those that went to the trash one by one: subtasks come back with their parent, where that is among `ids`. */
export async function gatherInTrash(userId: string, ids: string[], on: Connection): Promise<void> {
  await gathered({ userId, ids }, on);
}
