import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { record, signature, type Undoing } from "@/db/record";
import { type Connection, given, instant, statement } from "@/db/statement";
import { follow } from "@/db/tasks/follow";
import { families } from "@/db/tasks/lock";
import { restore } from "@/db/tasks/restore";
import { revive, shape, type Task, type TaskSnapshot } from "@/db/tasks/row";

const completed = statement<{ task: TaskSnapshot; isDone: boolean; repeats: boolean }>(
  "tasks_complete",
  sql`
    with held as (${families("living")}), was as (
      select t.id, t.completed_at, t.completed_at is null and t.repeat is not null as repeats, ${shape("t")} as before
      from held t where t.id = any(${given("ids")}::uuid[])
    ), family as (
      select id from was where completed_at is null
      union
      select s.id from was join held s on s.parent_id = was.id
      where was.completed_at is null and (${given("only")}::uuid[] is null or s.id = any(${given("only")}::uuid[]))
    ), done as (
      update tasks t set completed_at = coalesce(${given("at")}::timestamptz, ${instant}) from family
      where t.user_id = ${given("userId")} and t.id = family.id and t.completed_at is null
        and (${given("withNext")}::boolean or not exists (select from was where repeats))
      returning t.*
    ), shaped as (
      select was.id, was.before, ${shape("done", {
        tags: sql`was.before->'tags'`,
        subtasks: sql`json_build_object(
          'done', (was.before->'subtasks'->>'done')::int + (select count(*) from done d where d.parent_id = was.id),
          'total', was.before->'subtasks'->'total')`,
      })} as after
      from was join done using (id)
    ), recorded as (${record("complete", "task", sql`shaped`)})
    select coalesce(shaped.after, was.before) as task, shaped.id is not null as "isDone", was.repeats
    from was left join shaped using (id) order by array_position(${given("ids")}::uuid[], was.id)`,
);

type Wanted = {
  ids: string[];
  /**
   * An undo completes as of the instant (ISO 8601) of the completion that it brings back, only the subtasks that were in it, and has the
   * next occurrences from the trash.
   */
  again?: { at: string; only: string[]; successors: string[] };
};

/**
 * Completes tasks and their open subtasks; one that repeats is followed by its next occurrence.
 * @returns the living ones of them, completed now or before.
 */
export async function complete(userId: string, { ids, again }: Wanted, by: Undoing, on?: Connection): Promise<Task[]> {
  const values = { userId, ids, at: again?.at ?? null, only: again?.only ?? null, ...signature(by) };
  // Most tasks do not repeat, and this one statement is all; it holds back when one of them does.
  const rows = await completed({ ...values, withNext: false }, on);
  if (!rows.some(({ repeats }) => repeats)) return rows.map(({ task }) => revive(task));

  return (on ?? db).transaction(async (tx) => {
    const rows = await completed({ ...values, withNext: true }, tx);
    const aside = { ...by, undoesId: undefined };
    if (again) await restore(userId, again.successors, aside, tx);
    else
      for (const { task } of rows.filter(({ isDone, repeats }) => isDone && repeats))
        await follow(userId, task, aside, tx);
    return rows.map(({ task }) => revive(task));
  });
}
