import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage, ServerResponse } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { isStopping } from "@/db/embedded/stopping";
import { migrate } from "@/db/migrator";
import { outageOf } from "@/db/outage";
import { firstOfAll, ready } from "@/db/readiness";
import { beginRequest } from "@/db/request-context";
import { secret } from "@/db/secret";
import { isUnusable } from "@/db/unusable";
import { env } from "@/env";
import { heedTrustedProxiesOnly } from "@/server/forwarded";
import { tellUnavailable } from "@/server/unavailable";
import { unfinished } from "@/server/unfinished";

/** In milliseconds: how long we rest between attempts. */
const PAUSE = { least: 500, most: 30_000 };

/** In milliseconds: how long a start waits for the database before it lets people in, to be told so. */
const PATIENCE = 10_000;

/** What a server does once when it starts, before it answers its first request; a build leaves it alone. */
export async function start(): Promise<void> {
  if (env.NEXT_PHASE === "phase-production-build") return;
  heedTrustedProxiesOnly();
  subscribe("http.server.request.start", begin);
  try {
    if (!env.BETTER_AUTH_SECRET) secret(env.DATA_DIR);
  } catch (error) {
    giveUpIfUnusable(error);
    throw error;
  }
  // Nobody gets at the database before the schema is there. A server whose database is away starts all the same, and says so.
  // Whoever stops it meanwhile waits, so that a database which is being started is stopped too.
  const starting = new AbortController();
  unfinished.add(starting);
  const prepared = firstOfAll(prepare).then(
    () => true,
    (error) => giveUpIfUnusable(error),
  );
  if (!(await Promise.race([prepared, sleep(PATIENCE, false, { ref: false })]))) void prepareAtLast();
  unfinished.delete(starting);
  // Read in when nobody waits for it any more.
  void import("@/db/daily-purge").then(({ purgeDaily }) => purgeDaily());
}

/** @param message as https://nodejs.org/api/diagnostics_channel.html has it for "http.server.request.start". */
function begin(message: unknown): void {
  const { request, response } = message as { request: IncomingMessage; response: ServerResponse };
  const context = beginRequest();
  tellUnavailable(request, response, () => outageOf(context.failure?.error) !== undefined);
}

/** What no waiting mends ends the start, in one line that says what to do. */
function giveUpIfUnusable(error: unknown): false {
  if (!isUnusable(error) || isStopping()) return false;
  console.error(error.message);
  process.exit(1);
}

let trouble = "";

/** Migrates, and says what stands in the way, once. */
async function prepare(): Promise<void> {
  try {
    const names = await migrate();
    if (names.length > 0) console.info(`The database is ready. Applied ${names.join(", ")}.`);
    else if (trouble) console.info("The database is ready.");
    trouble = "";
  } catch (error) {
    if (isUnusable(error) || isStopping()) throw error;
    const reason = error instanceof Error ? error.message || error.name : String(error);
    if (reason !== trouble) console.error(`The database isn’t ready. Trying again: ${reason}`);
    trouble = reason;
    throw error;
  }
}

/** Tries again, ever more seldom, until the database can be reached. */
async function prepareAtLast(): Promise<void> {
  for (let pause = PAUSE.least; ; pause = Math.min(pause * 2, PAUSE.most)) {
    await sleep(pause, undefined, { ref: false });
    const done = await (ready() ?? prepare()).then(
      () => true,
      () => false,
    );
    if (done) return;
  }
}
