import { anyTrouble } from "@/db/embedded/space";
import { causes, codeOf, LOST_STATEMENT } from "@/db/error-code";
import { isAway } from "@/db/patience";
import { currentRequest, recovered } from "@/db/request-context";

/** What keeps the database from doing what it was asked for, though nothing is wrong with that: in words for the person who asked. */
export type Outage = { reason: Reason; message: string };

type Reason = keyof typeof words;

const words = {
  away: "Tandem can’t reach its database. Try again in a moment.",
  full: "The server’s disk is full, so nothing can be saved right now. You can still read your lists.",
  "read-only": "Nothing can be saved right now. You can still read your lists.",
  slow: "This took too long and was stopped. Nothing was changed. Try again with less.",
} as const;

/**
 * By PostgreSQL's codes (https://www.postgresql.org/docs/current/errcodes-appendix.html) and our own: Next evaluates a module several times,
 * so that an error is not of the class that it is asked for.
 */
const reasons: Record<string, Reason> = {
  UNUSABLE: "away", // until the operator has done something
  "57014": "slow",
  "53100": "full",
  "25006": "read-only",
  // What a disk that fails, or was mounted to be read only, comes to.
  "42501": "read-only",
  "58030": "read-only",
  // Out of memory, and other things that run out.
  "53000": "away",
  "53200": "away",
  "53400": "away",
  // Not let in.
  "28000": "away",
  "28P01": "away",
  "3D000": "away",
  ...Object.fromEntries([...LOST_STATEMENT].map((code) => [code, "away"] as const)),
};

/**
 * Why the database could not do it, however the reason was wrapped; undefined when the error is none of that kind, and so a defect of
 * the program.
 */
export function outageOf(error: unknown): Outage | undefined {
  const reason = reasonOf(error);
  return reason && { reason, message: words[reason] };
}

/**
 * Makes an outage known to a page's error boundary: all that production tells a browser of an error is its digest.
 * @returns the error.
 */
export function marked<T>(error: T): T {
  const reason = reasonOf(error);
  return reason ? Object.assign(error as T & object, { digest: `database-${reason}` }) : error;
}

/** The same of what went wrong last in the present request, for where it was swallowed on the way. */
export const outageOfRequest = (): Outage | undefined => outageOf(currentRequest()?.failure?.error);

/** Does what can wait: where nothing can be saved at present, it is left. */
export async function ifWritable(work: PromiseLike<unknown>): Promise<void> {
  try {
    await work;
  } catch (error) {
    const reason = reasonOf(error);
    if (reason !== "full" && reason !== "read-only") throw error;
    recovered(error);
  }
}

function reasonOf(error: unknown): Reason | undefined {
  if (isAway(error)) return "away";
  const known = causes(error).flatMap((each) => reasons[codeOf(each) ?? ""] ?? [])[0];
  // The embedded server is kept from writing on a full disk.
  return (known === "read-only" && anyTrouble()) || known;
}
