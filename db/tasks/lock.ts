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
