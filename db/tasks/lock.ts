import { sql } from "drizzle-orm";
import { type Connection, given, statement } from "@/db/statement";
import { shape, type TaskSnapshot } from "@/db/tasks/row";

const locked = statement<{ task: TaskSnapshot }>(
  "tasks_lock",
  sql`
    select ${shape("t")} as task from tasks t
    where t.user_id = ${given("userId")} and t.id = any(${given("ids")}::uuid[])
    order by t.id for update`,
);

/** Tasks as they are, in the trash or not, held until the transaction ends. */
export async function lock(userId: string, ids: string[], on: Connection): Promise<TaskSnapshot[]> {
  return (await locked({ userId, ids }, on)).map(({ task }) => task);
}

const lockedFamily = statement<{ task: TaskSnapshot }>(
  "tasks_lock_family",
  sql`
    select ${shape("t")} as task from tasks t
    where t.user_id = ${given("userId")} and (t.id = ${given("id")} or t.parent_id = ${given("id")})
    order by t.id for update`,
);

/** A task as it is, held with its subtasks, in the order in which others who write several take them, older ones first. */
export async function lockFamily(userId: string, id: string, on: Connection): Promise<TaskSnapshot | undefined> {
  const family = await lockedFamily({ userId, id }, on);
  return family.map(({ task }) => task).find((task) => task.id === id);
}
