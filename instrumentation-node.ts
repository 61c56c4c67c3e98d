import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { migrate } from "@/db/migrator";
import { env } from "@/env";

/** In milliseconds: how long the first request may wait for the schema, and how long we rest between attempts. */
const FIRST = 5_000;
const PAUSE = { least: 500, most: 30_000 };

/** What a server does once when it starts, before it answers its first request; a build leaves it alone. */
export async function start(): Promise<void> {
  if (env.NEXT_PHASE === "phase-production-build") return;
  subscribe("http.server.request.start", (message) =>
    believeProxiesOnly((message as { request: IncomingMessage }).request),
  );
  await Promise.race([migrateAtLast(), sleep(FIRST, undefined, { ref: false })]);
}

/** Migrates as soon as the database can be reached: a server without one still says so to whoever comes. Never throws. */
async function migrateAtLast(): Promise<void> {
  let told: string | undefined;
  for (let pause = PAUSE.least; ; pause = Math.min(pause * 2, PAUSE.most)) {
    try {
      const names = await migrate();
      if (told || names.length > 0)
        console.info(`The database is ready${names.length ? `, with ${names.join(", ")}` : ""}.`);
      return;
    } catch (error) {
      const reason = error instanceof Error ? error.message || error.name : String(error);
      if (reason !== told) console.error(`The database is not ready, trying again: ${reason}`);
      told = reason;
      await sleep(pause, undefined, { ref: false });
    }
  }
}

/**
 * Makes X-Forwarded-For say who is really there: anybody can send one, and Next hands it on. The peer's own address
 * stands last in it; what came before stays only behind proxies that we were told of, and is read back through them.
 */
function believeProxiesOnly({ headers, socket }: IncomingMessage): void {
  const claimed = env.TRUSTED_PROXIES.length > 0 ? headers["x-forwarded-for"] : undefined;
  headers["x-forwarded-for"] = [claimed, socket.remoteAddress].filter(Boolean).join(", ");
}
