import { sql } from "drizzle-orm";
import { db } from "@/db/client";

/** Leaves a key as a process does that dies between an operation's commit and the recording of its answer, a while ago. */
export async function lose(key: string): Promise<void> {
  await db.execute(sql`
    update requests set status = null, location = null, body = null, created_at = now() - interval '2 minutes'
    where key = ${key}`);
}

/** Lets a key's claim, if nobody has answered it, be as old as one that is left behind. */
export async function lapse(key: string): Promise<void> {
  await db.execute(sql`
    update requests set created_at = now() - interval '2 minutes' where key = ${key} and status is null`);
}
