import { setTimeout as sleep } from "node:timers/promises";
import { migrate } from "@/db/migrator";
import { env } from "@/env";
import { heedTrustedProxiesOnly } from "@/server/forwarded";
import { unfinished } from "@/server/unfinished";

/** In milliseconds: how long we rest between attempts. */
const PAUSE = { least: 500, most: 30_000 };

/** What a server does once when it starts, before it answers its first request; a build leaves it alone. */
export async function start(): Promise<void> {
  if (env.NEXT_PHASE === "phase-production-build") return;
  heedTrustedProxiesOnly();
  // Nobody is let in before the schema is there; a server whose database is away starts all the same, and says so to whoever comes.
  // Whoever stops it meanwhile waits, so that a database which is being started is stopped too.
  const starting = new AbortController();
  unfinished.add(starting);
  const trouble = await ready();
  unfinished.delete(starting);
  if (trouble !== undefined) void readyAtLast(trouble);
  // Read in when nobody waits for it any more.
  void import("@/db/daily-purge").then(({ purgeDaily }) => purgeDaily());
}

/** Migrates. @returns what stood in the way. Never throws. */
async function ready(): Promise<string | undefined> {
  try {
    const names = await migrate();
    if (names.length > 0) console.info(`The database is ready, with ${names.join(", ")}.`);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message || error.name : String(error);
  }
}

/** Tries again, ever more seldom, until the database can be reached. */
async function readyAtLast(trouble: string): Promise<void> {
  console.error(`The database is not ready, trying again: ${trouble}`);
  for (let pause = PAUSE.least; ; pause = Math.min(pause * 2, PAUSE.most)) {
    await sleep(pause, undefined, { ref: false });
    if ((await ready()) === undefined) break;
  }
  console.info("The database is ready.");
}
