import { sql } from "drizzle-orm";
import * as quotas from "@/db/quotas";
import { type By, record, signature } from "@/db/record";
import { type Connection, given, statement } from "@/db/statement";
import { following } from "@/db/tasks/repeat";
import { restore } from "@/db/tasks/restore";
import { shape, type TaskSnapshot, tagsOf } from "@/db/tasks/row";
import { differences } from "@/db/tasks/snapshot";

const trashed = statement<{ task: TaskSnapshot }>(
  "tasks_trashed_successors",
  sql`
    select ${shape("t")} as task from tasks t
    where t.user_id = ${given("userId")} and t.follows_id = ${given("id")} and t.deleted_at is not null
    order by t.deleted_at desc`,
);

const added = statement<{ id: string }>(
  "tasks_add_successor",
  sql`
    with old as (
      select * from tasks where user_id = ${given("userId")} and id = ${given("id")}
    ), new as (
      insert into tasks (user_id, parent_id, title, description, priority, position,
        due_date, due_time, repeat, repeat_from, repeat_start, follows_id)
      select user_id, parent_id, title, description, priority, position,
        ${given("dueDate")}::date, due_time, ${given("repeat")}, repeat_from, ${given("repeatStart")}::date, id
      from old
      on conflict (user_id, follows_id) where deleted_at is null do nothing
      returning *
    ), copies as (
      select uuidv7() as new_id, s.*, s.due_date + (new.due_date - old.due_date) as new_due_date
      from old join tasks s on s.user_id = old.user_id and s.parent_id = old.id and s.deleted_at is null, new
      -- What repeats by itself is there already, as the occurrence after the completed one.
      where not exists (
        select from tasks f where f.user_id = s.user_id and f.follows_id = s.id and f.deleted_at is null
      )
    ), subtasks as (
      insert into tasks (id, user_id, parent_id, title, description, priority, position,
        due_date, due_time, repeat, repeat_from, repeat_start)
      select new_id, c.user_id, new.id, c.title, c.description, c.priority, c.position,
        new_due_date, c.due_time, c.repeat, c.repeat_from, case when c.repeat is not null then new_due_date end
      from copies c, new
    ), pairs as (
      select old.id as old_id, new.id as new_id from old, new union all select id, new_id from copies
    ), links as (
      insert into task_tags (user_id, task_id, tag_id)
      select l.user_id, pairs.new_id, l.tag_id
      from pairs join task_tags l on l.user_id = ${given("userId")} and l.task_id = pairs.old_id and l.deleted_at is null
    ), shaped as (
      select new.id, null as before, ${shape("new", {
        tags: tagsOf(sql`old`),
        subtasks: sql`json_build_object('done', 0, 'total', (select count(*) from copies))`,
      })} as after
      from new, old
    ), recorded as (${record("add", "task", sql`shaped`)})
    select id from new`,
);

/**
 * Adds the next occurrence of a repeating task that was just completed: tags copied, subtasks copied open, their days moved along.
 * When just that one is in the trash, because the completion had been taken back, it comes out again instead.
 * @throws Limited when the user would have too many tasks.
 */
export async function follow(userId: string, task: TaskSnapshot, by: By, on: Connection): Promise<void> {
  const next = await following(userId, task, "completed", on);
  if (!next) return;
  const wanted = { ...task, ...next, completedAt: null };
  const old = (await trashed({ userId, id: task.id }, on)).find(
    (row) => differences({ ...row.task, deletedAt: null }, wanted).length === 0,
  );
  if (old) await restore(userId, [old.task.id], by, on);
  else {
    await added({ userId, id: task.id, ...next, ...signature(by) }, on);
    await quotas.addedTasks(userId, 1 + task.subtasks.total, on);
  }
}

const ofTasks = statement<{ id: string; then: TaskSnapshot; now: TaskSnapshot }>(
  "tasks_successors",
  sql`
    select t.id, c.after as "then", ${shape("t")} as "now"
    from tasks old
    join tasks t on t.user_id = old.user_id and t.follows_id = old.id and t.deleted_at is null
    join changes c on c.user_id = t.user_id and c.subject_id = t.id and c.what = 'add'
    where old.user_id = ${given("userId")} and old.id = any(${given("ids")}::uuid[])
      and old.completed_at is not null and old.deleted_at is null
    order by t.id for update of t`,
);

/**
 * The ids of the next occurrences of the completed ones of these tasks, as far as nobody has changed or completed them; nobody can
 * until the transaction ends.
 */
export async function untouched(userId: string, ids: string[], on: Connection): Promise<string[]> {
  const successors = await ofTasks({ userId, ids }, on);
  return successors.filter(({ then, now }) => differences(then, now).length === 0).map(({ id }) => id);
}

/** Whether the next occurrence of this completed task is there and someone has changed or completed it. */
export async function isFollowedUp(userId: string, id: string, on: Connection): Promise<boolean> {
  const successors = await ofTasks({ userId, ids: [id] }, on);
  return successors.some(({ then, now }) => differences(then, now).length > 0);
}
