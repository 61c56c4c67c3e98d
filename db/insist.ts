import { setTimeout as sleep } from "node:timers/promises";
import { isInTransaction } from "@/db/client";
import { hasCode, LOST_STATEMENT } from "@/db/error-code";
import { recovered } from "@/db/request-context";

/** Unique violation, deadlock detected; and lost statements, after which nothing is sent by name. */
const LOST_RACES = new Set(["23505", "40P01", ...LOST_STATEMENT]);

/** So many lost races in a row are no rivals, but a mistake. */
const TRIES = 6;
/** The longest pause after the first race, in milliseconds; doubled after each. A deadlock has cost a second by then. */
const PAUSE = 16;

/**
 * Does `act`, and again where another write was quicker in the very same moment: now it sees what that did. Each pause is a little
 * different and longer, so that those that met do not meet again.
 * `act` is a whole transaction, or a statement that is one. As a part of a transaction it is done once: a lost race has spoilt the
 * whole of it, which is for the caller that began it to do again.
 */
export async function insist<T>(act: () => Promise<T>): Promise<T> {
  for (let races = 1; ; races++) {
    try {
      return await act();
    } catch (error) {
      if (isInTransaction() || races === TRIES || !hasCode(error, LOST_RACES)) throw error;
      recovered(error);
      await sleep(Math.random() * PAUSE * 2 ** (races - 1));
    }
  }
}
