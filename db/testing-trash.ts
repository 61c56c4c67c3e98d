import { sql } from "drizzle-orm";
import { db } from "@/db/client";

/** Puts so many tasks into a user's trash, each deleted later than what is there already. */
export async function fillTrash(userId: string, many: number): Promise<void> {
  await db.execute(sql`
    insert into tasks (user_id, title, position, deleted_at)
    select ${userId}::uuid, 'Newer ' || n, 'a0V', now() + n * interval '1 ms' from generate_series(1, ${many}::int) n`);
}
