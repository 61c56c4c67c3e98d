import "server-only";
import { setTimeout as sleep } from "node:timers/promises";
import type { ClientBase } from "pg";
import { pool } from "@/db/client";
import * as limits from "@/db/limits";
import { daysAgo, purge, purgeIdleGuests } from "@/db/purge";
import { RETENTION } from "@/db/retention";

const DAY = 24 * 60 * 60;
const HOUR = 60 * 60;

/** In seconds: after a start, for those who wait for it; and after a failure, such as a database that is away. */
const PAUSE = { start: 20, failure: HOUR };

/** Small, because people are at work meanwhile. */
const BATCH = 200;

type Job = { name: string; seconds: number; run: (client: ClientBase) => Promise<unknown> };

const trash: Job = {
  name: "daily purge",
  seconds: DAY,
  run: async (client) => purge(client, { before: await daysAgo(client, RETENTION), batch: BATCH }),
};

/** Often, because anyone can make very many. */
const idleGuests: Job = { name: "purge of idle guests", seconds: HOUR, run: purgeIdleGuests };

/**
 * Purges when nobody has within the last day, whichever process of however many asks first. One that fails half-way goes on later.
 * @returns in how many seconds to ask again. Never throws.
 */
export const purgeIfDue = () => runIfDue(trash);

/** The same for guests who have never written anything, every hour. */
export const purgeIdleGuestsIfDue = () => runIfDue(idleGuests);

async function runIfDue({ name, seconds, run }: Job): Promise<number> {
  try {
    const done = { key: name, max: 1, seconds };
    const pause = await limits.wait(done);
    if (pause > 0) return pause;
    // When one breaks off, for whatever reason, another follows soon.
    const turn = await limits.take(`${name} under way`, { max: 1, seconds: PAUSE.failure });
    if (!turn.ok) return turn.retryAfter;
    const client = await pool.connect();
    try {
      await run(client);
    } finally {
      client.release();
    }
    await limits.takeAll([done]);
    return seconds;
  } catch (error) {
    // Drizzle puts its statement before what went wrong.
    const reason = error instanceof Error ? (error.cause ?? error) : error;
    console.error(`Couldn’t empty the trash: ${reason instanceof Error ? reason.message : reason}`);
    return PAUSE.failure;
  }
}

/**
 * What the trash promises, kept where nobody runs `db:purge` by a clock: purges a little after the start and then once a day, idle guests
 * every hour, for as long as something else keeps the process alive.
 */
export async function purgeDaily(pause: number = PAUSE.start): Promise<void> {
  await Promise.all([repeat(purgeIfDue, pause), repeat(purgeIdleGuestsIfDue, pause)]);
}

async function repeat(job: () => Promise<number>, pause: number): Promise<never> {
  for (let seconds = pause; ; seconds = await job()) await sleep(seconds * 1_000, undefined, { ref: false });
}
