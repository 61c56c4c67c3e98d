import { sql } from "drizzle-orm";
import { type Connection, given, statement } from "@/db/statement";
import type { TaskSnapshot } from "@/db/tasks/row";
import * as repetition from "@/language/repetition";

/** The SQL of the present day where the user lives. */
export const todayOf = sql`(select (now() at time zone u.time_zone)::date from users u where u.id = ${given("userId")})`;

const days = statement<{ today: string; yesterday: string }>(
  "tasks_days",
  sql`select today, (today - 1)::text as yesterday from (select ${todayOf} as today) as d`,
);

/** The first day of a repetition from today on, "YYYY-MM-DD"; null when it has none. */
export async function firstDay(userId: string, rule: string, on?: Connection): Promise<string | null> {
  const [day] = await days({ userId }, on);
  return day ? repetition.next(rule, { start: day.today, after: day.yesterday }) : null;
}

type Occurrence = Pick<TaskSnapshot, "dueDate" | "repeat" | "repeatFrom" | "repeatStart">;

/**
 * The occurrence after this one: its due day, and the rule with what is left of its COUNT; undefined when the series ends here.
 * From the due day it is the first day of the rule that is not over yet, so that whoever comes back late finds one task, not a
 * pile; from completion it is counted from today.
 */
export async function following(userId: string, task: Occurrence, on: Connection) {
  const [day] = await days({ userId }, on);
  if (!day || !task.repeat || !task.dueDate) return undefined;
  const left = Number(/COUNT=(\d+)/.exec(task.repeat)?.[1] ?? Number.POSITIVE_INFINITY);
  if (left <= 1) return undefined;

  const endless = task.repeat.replace(/;?COUNT=\d+/, "");
  const dueDate =
    task.repeatFrom === "completion"
      ? repetition.next(endless, { start: day.today, after: day.today })
      : repetition.next(endless, {
          start: task.repeatStart ?? task.dueDate,
          after: task.dueDate > day.yesterday ? task.dueDate : day.yesterday,
        });
  return dueDate ? { dueDate, repeat: task.repeat.replace(/COUNT=\d+/, `COUNT=${left - 1}`) } : undefined;
}
