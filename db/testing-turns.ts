import { sql } from "drizzle-orm";
import { db } from "@/db/client";

/** Makes a reply look as if its process had died a minute ago. */
export async function abandon(id: string): Promise<void> {
  await db.transaction(async (tx) => {
    // The trigger would set the time of writing to now.
    await tx.execute(sql`alter table messages disable trigger touch`);
    await tx.execute(sql`update messages set updated_at = now() - interval '1 minute' where id = ${id}`);
    await tx.execute(sql`alter table messages enable trigger touch`);
  });
}
