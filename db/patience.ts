import { setTimeout as sleep } from "node:timers/promises";

/** For how long connecting is tried again, in milliseconds: longer than a server needs to come back, shorter than a visitor's patience. */
const PATIENCE = 2_000;

/** node-postgres says so in words only. */
const TIMED_OUT = /timeout exceeded when trying to connect|Connection terminated/;

/** Nobody there yet, cut off on the way, or a server that is starting, stopping or full (class 57 and 53 of PostgreSQL's error codes). */
const PASSING = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "ENOENT",
  "EPIPE",
  "ETIMEDOUT",
  "EAI_AGAIN",
  "57P01",
  "57P02",
  "57P03",
  "53300",
]);

/**
 * Calls `connect` again, with growing pauses, while it fails for a reason that passes.
 * Only for opening connections: a statement that failed may have run.
 */
export async function patiently<T>(connect: () => Promise<T>): Promise<T> {
  const deadline = Date.now() + PATIENCE;
  for (let pause = 25; ; pause *= 2) {
    try {
      return await connect();
    } catch (error) {
      if (!passes(error) || Date.now() + pause > deadline) throw error;
      await sleep(pause);
    }
  }
}

function passes(error: unknown): boolean {
  if (!(error instanceof Error)) return true; // Neon's driver hands on the WebSocket's own event
  if ("code" in error && typeof error.code === "string") return PASSING.has(error.code);
  return error.message.includes("Connection terminated unexpectedly"); // the socket closed in the middle of the handshake
}

/**
 * Whether an operation failed because the database could not be reached, whoever wrapped the reason: it may be tried again
 * later, and is no defect of the program.
 */
export function isAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return passes(error) || TIMED_OUT.test(error.message) || isAway(error.cause);
}
