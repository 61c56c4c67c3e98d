import { type SQL, sql } from "drizzle-orm";
import { given } from "@/db/statement";
import type { View } from "@/db/tasks/list-tagged";
import { todayOf } from "@/db/tasks/repeat";
import { sought } from "@/db/tasks/search";

/** A due day as the indexes have it: a task without one comes last. */
export const dueDate = sql`coalesce(t.due_date, 'infinity'::date)`;
/** A priority as the indexes have it: high is 0, none is 3. */
export const rank = sql`case t.priority when 'high' then 0 when 'medium' then 1 when 'low' then 2 else 3 end`;

const alive = sql`t.deleted_at is null`;
const open = sql`${alive} and t.completed_at is null`;
/** Which tasks `t` a view holds. */
export const views: Record<View, SQL> = {
  today: sql`${open} and ${dueDate} <= ${todayOf}`,
  upcoming: sql`${open} and ${dueDate} > ${todayOf} and t.due_date is not null`,
  "no-date": sql`${open} and ${dueDate} = 'infinity'::date`,
  open,
  completed: sql`${alive} and t.completed_at is not null`,
  all: alive,
  // Subtasks that went to the trash with their task are a part of it there too.
  trash: sql`t.deleted_at is not null and not exists (
    select from tasks p where p.user_id = t.user_id and p.id = t.parent_id and p.deleted_at = t.deleted_at
  )`,
};

const zone = sql`(select time_zone from users where id = ${given("userId")})`;
const beginning = (day: SQL) => sql`(${day})::timestamp at time zone ${zone}`;
/** That a task `t` was completed on one of the user's days from `from` to `to`, both included. */
export const completedWithin = (from: SQL, to: SQL) =>
  sql`t.completed_at >= ${beginning(from)} and t.completed_at < ${beginning(sql`${to} + 1`)}`;

export const own = sql`t.user_id = ${given("userId")}`;
export const filters = {
  parent: sql`t.parent_id = ${given("parent")}`,
  top: sql`t.parent_id is null`,
  text: sql`t.search_text like ${given("pattern")}`,
  beginning: sql`t.search_text ~ ${given("pattern")}`,
  completed: completedWithin(sql`${given("completedOn")}::date`, sql`${given("completedOn")}::date`),
};
export type Filter = keyof typeof filters;

type Narrowing = { parent?: string | undefined; q?: string | undefined; completedOn?: string | undefined };

/** Which filters a list is asked for with, and the pattern of its text filter. */
export function narrow({ parent, q, completedOn }: Narrowing) {
  const search = sought(q);
  const narrowed: Filter[] = [];
  if (parent) narrowed.push(parent === "none" ? "top" : "parent");
  if (completedOn) narrowed.push("completed");
  if (search) narrowed.push(search.by);
  return { narrowed, pattern: search?.pattern };
}

/** How common a word is decides between reading the list in its order and looking it up. */
export const isPlannedEachTime = (narrowed: Filter[]) => narrowed.includes("text") || narrowed.includes("beginning");
