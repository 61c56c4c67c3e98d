import { setTimeout as sleep } from "node:timers/promises";
import { causes, codeOf } from "@/db/error-code";

/** For how long connecting is tried again, unless said otherwise: longer than a server needs to come back. */
const PATIENCE = 5_000;
/** The first and the longest pause between two attempts. All in milliseconds. */
const PAUSE = { least: 25, most: 500 };

/** node-postgres says so in words only. */
const LOST = /timeout exceeded when trying to connect|timeout expired|Connection terminated|is not queryable/;

/**
 * Nobody there yet, no room in the line before a socket, cut off on the way, or a server that is starting, stopping or has too many
 * connections (class 57 and 53 of PostgreSQL's error codes).
 */
const PASSING = new Set([
  "EAGAIN",
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
 * Calls `connect` again, with growing pauses, while it fails for a reason that passes, for so many milliseconds.
 * Only for opening connections: a statement that failed may have run.
 */
export async function patiently<T>(connect: () => Promise<T>, patience = PATIENCE): Promise<T> {
  const deadline = Date.now() + patience;
  for (let most = PAUSE.least; ; most = Math.min(most * 2, PAUSE.most)) {
    const pause = most * (0.5 + Math.random() / 2); // so that those who failed together do not come back together
    try {
      return await connect();
    } catch (error) {
      if (!passes(error) || Date.now() + pause > deadline) throw error;
      await sleep(pause);
    }
  }
}

function passes(error: unknown): boolean {
  if (error instanceof Event) return true; // a WebSocket's, which Neon's driver hands on as it is
  if (!(error instanceof Error)) return false;
  const code = codeOf(error);
  return code === undefined ? LOST.test(error.message) : PASSING.has(code);
}

/**
 * Whether an operation failed because the database could not be reached, however the reason was wrapped: it may be tried again
 * later, and is no defect of the program.
 */
export function isAway(error: unknown): boolean {
  return causes(error).some(passes);
}
