import { sql } from "drizzle-orm";
import { given, instant, statement } from "@/db/statement";
import { todayOf } from "@/db/tasks/repeat";

export type Counts = { today: number; upcoming: number; noDate: number; open: number; doneToday: number };

const due = sql`coalesce(due_date, 'infinity'::date)`;
const of = sql`from tasks where user_id = ${given("userId")} and deleted_at is null`;
const atMost = sql`limit ${given("upTo")}::int`;

const counted = statement<Counts>(
  "tasks_counts",
  sql`
    with day as materialized (
      select today, today::timestamp at time zone (select time_zone from users where id = ${given("userId")}) as begun
      from (select ${todayOf} as today) as d
    ), today as (
      select ${of} and completed_at is null and ${due} <= (select today from day) ${atMost}
    ), upcoming as (
      select ${of} and completed_at is null and ${due} > (select today from day) and ${due} < 'infinity'::date ${atMost}
    ), open as (
      select count(*) as total, count(*) filter (where due = 'infinity'::date) as undated
      from (select ${due} as due ${of} and completed_at is null and parent_id is null ${atMost}) as top
    ), undated as (
      select ${of} and completed_at is null and parent_id is null and ${due} = 'infinity'::date ${atMost}
    ), done as (
      -- The second bound tells the planner that it is a short while: else it fetches all that the user ever completed.
      select ${of} and parent_id is null and completed_at between (select begun from day) and ${instant} ${atMost}
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
 * @param upTo where counting stops, so that it takes somebody with a hundred thousand tasks no longer than others.
 */
export async function counts(userId: string, { upTo }: { upTo?: number } = {}): Promise<Counts> {
  const [row] = await counted({ userId, upTo: upTo ?? null });
  return row ?? { today: 0, upcoming: 0, noDate: 0, open: 0, doneToday: 0 };
}
