import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { migrate } from "@/db/migrator";
import { env } from "@/env";

/** In milliseconds: how long we rest between attempts. */
const PAUSE = { least: 500, most: 30_000 };

/** What a server does once when it starts, before it answers its first request; a build leaves it alone. */
export async function start(): Promise<void> {
  if (env.NEXT_PHASE === "phase-production-build") return;
  subscribe("http.server.request.start", (message) =>
    believeProxiesOnly((message as { request: IncomingMessage }).request),
  );
  // Nobody is let in before the schema is there; a server whose database is away starts all the same, and says so to whoever comes.
  const trouble = await ready();
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

/**
 * Makes X-Forwarded-For say who is really there: anybody can send one, and Next hands it on. The peer's own address
 * stands last in it; what came before stays only behind proxies that we were told of, and is read back through them.
 */
function believeProxiesOnly({ headers, socket }: IncomingMessage): void {
  const claimed = env.TRUSTED_PROXIES.length > 0 ? headers["x-forwarded-for"] : undefined;
  headers["x-forwarded-for"] = [claimed, socket.remoteAddress].filter(Boolean).join(", ");
}
