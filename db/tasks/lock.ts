import { type SQL, sql } from "drizzle-orm";
import { type Connection, given, statement } from "@/db/statement";
import { shape, type TaskSnapshot } from "@/db/tasks/row";

const mine = sql`t.user_id = ${given("userId")}`;
/** Out of sight of the planner: it would plan anew for each call, to save on the ten that it takes for granted, and need longer so. */
const ids = sql`(select ${given("ids")}::uuid[])::uuid[]`;
const named = sql`t.id = any(${ids})`;
const inFamily = sql`(${named} or t.parent_id = any(${ids}))`;

/** Everybody who holds several tasks takes them in this order, older ones first, and so waits for nobody who waits for him. */
const inOrder = sql`order by t.id for update`;

const states = { living: sql`t.deleted_at is null`, trashed: sql`t.deleted_at is not null` };

/** The part of a statement that takes the tasks `ids`, as far as they are in this state, and their subtasks, before it writes them. */
export const families = (state: keyof typeof states) =>
  sql`select t.* from tasks t where ${mine} and ${inFamily} and ${states[state]} ${inOrder}`;

const taking = (name: string, which: SQL) =>
  statement<{ task: TaskSnapshot }>(
    name,
    sql`select ${shape("t")} as task from tasks t where ${mine} and ${which} ${inOrder}`,
  );

const locked = taking("tasks_lock", named);
const lockedFamilies = taking("tasks_lock_families", inFamily);

/** Tasks as they are, in the trash or not, held until the transaction ends. */
export async function lock(userId: string, ids: string[], on: Connection): Promise<TaskSnapshot[]> {
  return (await locked({ userId, ids }, on)).map(({ task }) => task);
}

/** The same, with their subtasks. */
export async function lockFamilies(userId: string, ids: string[], on: Connection): Promise<TaskSnapshot[]> {
  return (await lockedFamilies({ userId, ids }, on)).map(({ task }) => task);
}
