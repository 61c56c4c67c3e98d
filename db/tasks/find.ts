import { sql } from "drizzle-orm";
import { type Connection, given, statement } from "@/db/statement";
import { columns, revive, type Task, type TaskSnapshot } from "@/db/tasks/row";

const found = statement<TaskSnapshot>(
  "tasks_find",
  sql`
    select ${columns("t")} from tasks t
    where t.user_id = ${given("userId")} and t.id = any(${given("ids")}::uuid[]) and t.deleted_at is null
    order by array_position(${given("ids")}::uuid[], t.id)`,
);

const foundOne = statement<TaskSnapshot>(
  "tasks_find_one",
  sql`
    select ${columns("t")} from tasks t
    where t.user_id = ${given("userId")} and t.id = ${given("id")} and t.deleted_at is null`,
);

const foundUnder = statement<TaskSnapshot>(
  "tasks_find_subtasks",
  sql`
    select ${columns("t")} from tasks t
    where t.user_id = ${given("userId")} and t.parent_id = ${given("id")} and t.deleted_at is null
    order by t.position, t.id`,
);

const named = statement<{ id: string; title: string }>(
  "tasks_titles",
  sql`
    select t.id, t.title from tasks t
    where t.user_id = ${given("userId")} and t.id = any(${given("ids")}::uuid[]) and t.deleted_at is null`,
);

/** The living task with this id. */
export async function find(userId: string, { id }: { id: string }): Promise<Task | undefined> {
  const [row] = await foundOne({ userId, id });
  return row && revive(row);
}

/** The living tasks with these ids, in this order. */
export async function findMany(userId: string, ids: string[], on?: Connection): Promise<Task[]> {
  return ids.length === 0 ? [] : (await found({ userId, ids }, on)).map(revive);
}

/** The living subtasks of a task, as ordered by hand. */
export async function subtasks(userId: string, { id }: { id: string }): Promise<Task[]> {
  return (await foundUnder({ userId, id })).map(revive);
}

/** The titles of living tasks, by id. */
export async function titles(userId: string, ids: string[]): Promise<Record<string, string>> {
  const rows = ids.length === 0 ? [] : await named({ userId, ids });
  return Object.fromEntries(rows.map(({ id, title }) => [id, title]));
}
