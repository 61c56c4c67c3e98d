import "server-only";
import { pool } from "@/db/client";
import { askOnce } from "@/db/connection";

/** Whether the database answers a query within so many milliseconds. Never throws. */
export async function answers(within: number): Promise<boolean> {
  return askOnce("select 1", within, pool).then(
    () => true,
    () => false,
  );
}
