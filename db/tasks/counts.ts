import { sql } from "drizzle-orm";
import { given, statement } from "@/db/statement";
import { todayOf } from "@/db/tasks/repeat";
import { completedWithin } from "@/db/tasks/where";

export type Counts = { today: number; upcoming: number; noDate: number; open: number; doneToday: number };

const due = sql`coalesce(due_date, 'infinity'::date)`;
const of = sql`from tasks t where user_id = ${given("userId")} and deleted_at is null`;
const day = sql`(select today from day)`;
const atMost = sql`limit ${given("upTo")}::int`;

const counted = statement<Counts>(
  "tasks_counts",
  sql`
    with day as materialized (
      select ${todayOf} as today
    ), today as (
      select ${of} and completed_at is null and ${due} <= ${day} ${atMost}
    ), upcoming as (
      select ${of} and completed_at is null and ${due} > ${day} and ${due} < 'infinity'::date ${atMost}
    ), open as (
      select count(*) as total, count(*) filter (where due = 'infinity'::date) as undated
      from (select ${due} as due ${of} and completed_at is null and parent_id is null ${atMost}) as top
    ), undated as (
      select ${of} and completed_at is null and parent_id is null and ${due} = 'infinity'::date ${atMost}
    ), done as (
      select ${of} and parent_id is null and ${completedWithin(day, day)} ${atMost}
    )
    select (select count(*) from today)::int as today, (select count(*) from upcoming)::int as upcoming,
      total::int as open, (select count(*) from done)::int as "doneToday",
      -- All of them are among the open ones, unless counting those stopped early.
      (case when total < ${given("upTo")}::int or ${given("upTo")}::int is null then undated
        else (select count(*) from undated) end)::int as "noDate"
    from open`,
);

/**
 * How many tasks each view holds; `today` counts the overdue ones too; `open`, `noDate` and `doneToday` leave subtasks out, as the views do.
 * @param upTo where counting stops, so that it takes someone with a hundred thousand tasks no longer than others.
 */
export async function counts(userId: string, { upTo }: { upTo?: number } = {}): Promise<Counts> {
  const [row] = await counted({ userId, upTo: upTo ?? null });
  return row ?? { today: 0, upcoming: 0, noDate: 0, open: 0, doneToday: 0 };
}
