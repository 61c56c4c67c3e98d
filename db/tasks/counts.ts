import { sql } from "drizzle-orm";
import { given, instant, statement } from "@/db/statement";
import { todayOf } from "@/db/tasks/repeat";

export type Counts = {
  today: number;
  overdue: number;
  upcoming: number;
  open: number;
  doneToday: number;
  trash: number;
};

const counted = statement<Counts>(
  "tasks_counts",
  sql`
    with day as materialized (
      select today, today::timestamp at time zone (select time_zone from users where id = ${given("userId")}) as begun
      from (select ${todayOf} as today) as d
    ), open as (
      select
        count(*) filter (where due_date <= (select today from day))::int as today,
        count(*) filter (where due_date < (select today from day))::int as overdue,
        count(*) filter (where due_date > (select today from day))::int as upcoming,
        count(*) filter (where parent_id is null)::int as open
      from tasks
      where user_id = ${given("userId")} and deleted_at is null and completed_at is null
    ), done as (
      select count(*)::int as "doneToday" from tasks
      where user_id = ${given("userId")} and deleted_at is null and parent_id is null
        -- The second bound tells the planner that it is a short while: else it fetches all that the user ever completed.
        and completed_at between (select begun from day) and ${instant}
    ), trash as (
      select count(*)::int as trash from tasks t
      where user_id = ${given("userId")} and deleted_at is not null and not exists (
        select from tasks p where p.user_id = t.user_id and p.id = t.parent_id and p.deleted_at = t.deleted_at
      )
    )
    select * from open, done, trash`,
);

/** How many tasks each view holds; `today` counts the overdue ones too, `open` and `doneToday` no subtasks, as the views show them. */
export async function counts(userId: string): Promise<Counts> {
  const [row] = await counted({ userId });
  return row ?? { today: 0, overdue: 0, upcoming: 0, open: 0, doneToday: 0, trash: 0 };
}
