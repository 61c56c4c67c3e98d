import { setTimeout as sleep } from "node:timers/promises";
import { load, type Request } from "@/bench/http/load";
import type { Server } from "@/bench/http/server";

const STEPS = 10;
const CONNECTIONS = 16;
/** In milliseconds: long enough for the collector to come by itself. */
const REST = 30_000;

type Step = { after: string; resident: number };

/** What the app holds of the memory, in MB, while it answers so many requests of all kinds, and when it has rested. */
export async function* memory(app: Server, requests: Request[], amount: number): AsyncGenerator<Step> {
  yield { after: "0", resident: await app.resident() };
  for (let step = 1; step <= STEPS; step++) {
    await load(app.origin, requests, { connections: CONNECTIONS, amount: amount / STEPS });
    yield { after: ((amount * step) / STEPS).toLocaleString("en"), resident: await app.resident() };
  }
  await sleep(REST);
  yield { after: `${REST / 1000} s of rest`, resident: await app.resident() };
}
