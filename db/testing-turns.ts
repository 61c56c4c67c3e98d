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

/** Makes a user's approvals look as if they had been asked for before questions kept what they showed. */
export async function forgetPlans(userId: string): Promise<void> {
  await db.execute(sql`update approvals set plan = null where user_id = ${userId}`);
}

/** Signs a user in somewhere. */
export async function signedIn(userId: string): Promise<void> {
  await db.execute(sql`
    insert into sessions (user_id, token, expires_at) values (${userId}, gen_random_uuid(), now() + interval '1 hour')`);
}

export async function signOutEverywhere(userId: string): Promise<void> {
  await db.execute(sql`delete from sessions where user_id = ${userId}`);
}
