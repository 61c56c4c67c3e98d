import "server-only";
import { setTimeout as sleep } from "node:timers/promises";
import { pool } from "@/db/client";
import * as limits from "@/db/limits";
import { purge } from "@/db/purge";
import { RETENTION } from "@/db/retention";

const PURGE = "daily purge";
const DAY = 24 * 60 * 60;

/** In seconds: after a start, for those who wait for it; and after a failure, such as a database that is away. */
const PAUSE = { start: 20, failure: 60 * 60 };

/** Small, because people are at work meanwhile. */
const BATCH = 200;

/**
 * Purges when nobody has within the last day, whichever process of however many asks first. One that fails half-way goes on later.
 * @returns in how many seconds to ask again. Never throws.
 */
export async function purgeIfDue(): Promise<number> {
  try {
    // Short until it is done, so that whoever breaks off, however that comes, is followed soon.
    const turn = await limits.take(PURGE, { max: 1, seconds: PAUSE.failure });
    if (!turn.ok) return turn.retryAfter;
    const client = await pool.connect();
    try {
      await purge(client, { before: new Date(Date.now() - RETENTION * DAY * 1_000), batch: BATCH });
    } finally {
      client.release();
    }
    await limits.extend(PURGE, DAY - PAUSE.failure);
    return DAY;
  } catch (error) {
    // Drizzle puts its statement before what went wrong.
    const reason = error instanceof Error ? (error.cause ?? error) : error;
    console.error(`The trash could not be purged: ${reason instanceof Error ? reason.message : reason}`);
    return PAUSE.failure;
  }
}

/**
 * What the trash promises, kept where nobody runs `db:purge` by a clock: purges a little after the start and then once a day, for as
 * long as something else keeps the process alive.
 */
export async function purgeDaily(pause: number = PAUSE.start): Promise<never> {
  for (let seconds = pause; ; seconds = await purgeIfDue()) await sleep(seconds * 1_000, undefined, { ref: false });
}
