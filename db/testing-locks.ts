import { type SQL, sql } from "drizzle-orm";
import { expect, onTestFinished } from "vitest";
import { db } from "@/db/client";

/** Holds a task, a message or a user's sessions, until told to let go or the test is over. */
export const holdTask = (id: string) => hold(sql`tasks where id = ${id}`);
export const holdMessage = (id: string) => hold(sql`messages where id = ${id}`);
export const holdSessions = (userId: string) => hold(sql`sessions where user_id = ${userId}`);

async function hold(rows: SQL): Promise<{ release: () => Promise<void> }> {
  const held = Promise.withResolvers<void>();
  const over = Promise.withResolvers<void>();
  const holding = db.transaction(async (tx) => {
    await tx.execute(sql`select from ${rows} for update`);
    held.resolve();
    await over.promise;
  });
  await Promise.race([held.promise, holding]);
  const release = () => {
    over.resolve();
    return holding;
  };
  onTestFinished(release);
  return { release };
}

/** Waits until so many connections wait for a row that another one holds. */
export async function waiting(connections: number): Promise<void> {
  const waiting = sql`pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`;
  await expect.poll(() => db.$count(waiting)).toBe(connections);
}
