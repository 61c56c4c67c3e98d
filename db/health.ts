import "server-only";
import { setTimeout as sleep } from "node:timers/promises";
import { pool } from "@/db/client";

/** Whether the database answers a query within so many milliseconds. Never throws. */
export async function answers(within: number): Promise<boolean> {
  const query = pool.query("select 1").then(
    () => true,
    () => false,
  );
  return Promise.race([query, sleep(within, false, { ref: false })]);
}
