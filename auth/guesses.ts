import "server-only";
import { createHash } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { APIError } from "better-auth/api";
import * as limits from "@/db/limits";

const WINDOW = 15 * 60;

/** Wrong guesses at one account from a browser or session that it knows. */
const KNOWN = { max: 10, seconds: WINDOW };

/** Wrong guesses at one account, there or not, by all strangers together; how many of them one network may have. */
const STRANGERS = { max: 10, seconds: WINDOW };
const SHARE = { max: 5, seconds: WINDOW };

/** Once those are used up: one each for networks that have not guessed yet. Source: NIST SP 800-63B, 3.2.2 (100 an account). */
const LATECOMERS = { max: 100, seconds: 24 * 60 * 60 };

/** Wrong guesses of one network at whatever accounts. */
const SPRAY = { max: 300, seconds: WINDOW };

/** In milliseconds: longer than looking takes, so that when a refusal comes says nothing about what was looked at. */
export const REFUSALS_TAKE = 400;

/** Who guesses: by a name that the account knows them by, or from a network. */
type Guesser = { known: string } | { network: string };

/**
 * A guess that was counted and is being looked at. `refused` is when a refusal may be sent. One that came `late` is told to wait so many
 * seconds, and not that it was wrong.
 */
export type Guess = { taken: limits.Taken[]; refused: Promise<void>; late?: number };

/** A text that nobody can be read out of: people type their passwords into the wrong field. */
export const digest = (text: string) => createHash("sha256").update(text).digest("base64url");

/**
 * Counts a guess at the password of an account before anyone looks at it, so that of many at once no more get through.
 * @throws APIError 429
 */
export async function count(account: string, guesser: Guesser): Promise<Guess> {
  const refused = sleep(REFUSALS_TAKE);
  const refuse = async (seconds: number) => {
    await refused;
    throw tooMany(seconds);
  };
  if ("known" in guesser) {
    const counted = await limits.takeAll([{ key: `guesses at ${account} by ${guesser.known}`, ...KNOWN }]);
    return counted.ok ? { taken: counted.taken, refused } : refuse(counted.retryAfter);
  }
  const { network } = guesser;
  const share = { key: `guesses at ${account} from ${network}`, ...SHARE };
  const spray = { key: `guesses from ${network}`, ...SPRAY };
  // The network's own first: one that has had its share takes nothing of the others', not for a moment.
  const own = await limits.takeAll([share, spray]);
  if (!own.ok) return refuse(own.retryAfter);
  const all = await limits.takeAll([{ key: `guesses at ${account}`, ...STRANGERS }]);
  if (all.ok) return { taken: [...own.taken, ...all.taken], refused };

  await limits.give(own.taken);
  const late = await limits.takeAll([
    { ...share, max: 1 },
    spray,
    { key: `late guesses at ${account}`, ...LATECOMERS },
  ]);
  return late.ok ? { taken: late.taken, refused, late: all.retryAfter } : refuse(all.retryAfter);
}

/** Says that a guess was right, or was not looked at: it counts for nothing. */
export const takeBack = ({ taken }: Guess) => limits.give(taken);

/** @param seconds until it is worth trying again. */
export function tooMany(seconds: number): APIError {
  const minutes = Math.ceil(seconds / 60);
  const message = `Too many attempts. Try again in ${minutes === 1 ? "a minute" : `${minutes} minutes`}.`;
  return new APIError("TOO_MANY_REQUESTS", { code: "TOO_MANY_REQUESTS", message }, { "Retry-After": `${seconds}` });
}
