import { sql } from "drizzle-orm";
import { type Connection, given, statement } from "@/db/statement";

type State = { completedAt: string | null; dueDate: string | null; repeatStart: string | null };

/** A subtask that moved along with its task: how it was, and how it became. The record of the task's change notes it. */
export type Part = { id: string; was: State; became: State };

const state = (row: string) =>
  sql.raw(
    `json_build_object('completedAt', ${row}.completed_at, 'dueDate', ${row}.due_date, 'repeatStart', ${row}.repeat_start)`,
  );

const pairs = sql`
  select json_build_object('id', old.id, 'was', ${state("old")}, 'became', ${state("new")}) as part
  from old join new using (id) order by old.id`;

const carried = statement<{ part: Part }>(
  "tasks_carry_parts",
  sql`
    with old as (
      select s.* from tasks s
      where s.user_id = ${given("userId")} and s.parent_id = ${given("id")} and s.deleted_at is null
        -- What repeats by itself is there already, as the occurrence after the completed one.
        and not exists (select from tasks f where f.user_id = s.user_id and f.follows_id = s.id and f.deleted_at is null)
      order by s.id for update
    ), new as (
      update tasks t set completed_at = null, due_date = old.due_date + ${given("days")}::int,
        repeat_start = case when old.repeat is not null then old.due_date + ${given("days")}::int end
      from old where t.user_id = old.user_id and t.id = old.id
      returning t.*
    )
    ${pairs}`,
);

const putBack = statement<{ part: Part }>(
  "tasks_put_parts_back",
  sql`
    with part as (
      select p.id, p.was, p.became
      from jsonb_to_recordset(${given("parts")}::jsonb) as p (id uuid, was jsonb, became jsonb)
    ), old as (
      select s.* from tasks s
      where s.user_id = ${given("userId")} and s.id in (select id from part)
      order by s.id for update
    ), new as (
      update tasks t set
        completed_at = case when t.completed_at is not distinct from (p.became->>'completedAt')::timestamptz
          then (p.was->>'completedAt')::timestamptz else t.completed_at end,
        due_date = case when t.due_date is not distinct from (p.became->>'dueDate')::date
          then (p.was->>'dueDate')::date else t.due_date end,
        repeat_start = case when t.repeat_start is not distinct from (p.became->>'repeatStart')::date
          then (p.was->>'repeatStart')::date else t.repeat_start end
      from part p join old using (id) where t.user_id = ${given("userId")} and t.id = p.id
      returning t.*
    )
    ${pairs}`,
);

/** Opens the subtasks of a task again and moves their days along, as its next occurrence has them. */
export async function carry(
  userId: string,
  { id, days }: { id: string; days: number },
  on: Connection,
): Promise<Part[]> {
  return (await carried({ userId, id, days }, on)).map(({ part }) => part);
}

/** Makes subtasks again what they `was`, as far as nobody has made something else of them since. @returns what that changed. */
export async function restoreParts(userId: string, parts: Part[], on: Connection): Promise<Part[]> {
  return (await putBack({ userId, parts: JSON.stringify(parts) }, on)).map(({ part }) => part);
}
