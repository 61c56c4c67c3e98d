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

type Repeating = Pick<TaskSnapshot, "dueDate" | "repeat" | "repeatFrom" | "repeatStart">;

/**
 * The occurrence after this one, as a task has it; undefined when the series ends here or the task does not repeat.
 * @param end how this one ends: from completion, the next is counted from today when it is `completed`, but from its own day when it
 * is `skipped` ahead of time.
 */
export async function following(userId: string, task: Repeating, end: "completed" | "skipped", on?: Connection) {
  const [day] = await days({ userId }, on);
  const present = repetition.occurrence(task);
  if (!day || !present) return undefined;
  const { today } = day;
  const done = end === "skipped" && present.due > today ? present.due : today;
  const next = repetition.following(present, { today, done });
  return next ? { dueDate: next.due, repeat: next.rule, repeatStart: next.start } : undefined;
}

/** The days of the occurrences after this one, at most `limit`; none when the task does not repeat. */
export async function coming(userId: string, task: Repeating, limit: number): Promise<string[]> {
  const [day] = await days({ userId });
  const present = repetition.occurrence(task);
  return day && present ? repetition.coming(present, day.today, limit) : [];
}
