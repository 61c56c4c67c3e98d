import "server-only";
import { availableParallelism } from "node:os";
import { tryGetCurrentAuthEndpointContext } from "@better-auth/core/context";
import { APIError } from "better-auth/api";
import { type Guess, tooMany } from "@/auth/guesses";
import * as passwords from "@/db/passwords";

/** At least one core is left to everybody else, and one of libuv's four threads. */
export const atOnceWith = (cores: number) => Math.max(1, Math.min(3, cores - 1));
const AT_ONCE = atOnceWith(availableParallelism());

/** How many of each lane wait before more are sent away, and how many of those may be one account's or one network's. */
export const WAITING = 64;
export const SHARE = WAITING / 2;

/** Who is known (a session, a device) goes before strangers, and is never sent away because of them. */
export type Place = { lane: "known" | "stranger"; who: string };

type Waiting = { who: string; go: () => void };
type Pool = { running: number; waiting: Record<Place["lane"], Waiting[]> };

/** One for the process, however often Next evaluates this module. */
const shared = globalThis as typeof globalThis & { tandemHashing?: Pool };
shared.tandemHashing ??= { running: 0, waiting: { known: [], stranger: [] } };
const pool = shared.tandemHashing;

/** Runs `work`, off the main thread by its own means, when a place is free. @throws APIError 503 when too many wait. */
async function inTurn<T>({ lane, who }: Place, work: () => Promise<T>): Promise<T> {
  if (pool.running < AT_ONCE) pool.running += 1;
  else {
    const line = pool.waiting[lane];
    if (line.length >= WAITING || line.filter((other) => other.who === who).length >= SHARE) throw busy();
    await new Promise<void>((go) => line.push({ who, go }));
  }
  try {
    return await work();
  } finally {
    const next = pool.waiting.known.shift() ?? pool.waiting.stranger.shift();
    if (next) next.go();
    else pool.running -= 1;
  }
}

const busy = () =>
  new APIError(
    "SERVICE_UNAVAILABLE",
    { code: "BUSY", message: "Tandem is busy right now. Try again in a few seconds." },
    { "Retry-After": "5" },
  );

/** What `guards` found out about the request that is being answered. */
const asked = () => (tryGetCurrentAuthEndpointContext() ?? {}) as { place?: Place; guess?: Guess };

const nobody: Place = { lane: "stranger", who: "somewhere" };

/** As `passwords.hash`, in turn. Better Auth also hashes what is guessed at an account that is not there. @throws as `verify` does. */
export async function hash(password: string, place?: Place): Promise<string> {
  const { guess, place: found = nobody } = asked();
  const hashed = await inTurn(place ?? found, () => passwords.hash(password));
  if (guess?.late && !place) throw tooMany(guess.late);
  return hashed;
}

/** As `passwords.verify`, in turn. @throws APIError 503 when too many wait, 429 for a wrong guess that came late. */
export async function verify(wanted: { hash: string; password: string }): Promise<boolean> {
  const { guess, place = nobody } = asked();
  const isRight = await inTurn(place, () => passwords.verify(wanted));
  if (guess?.late && !isRight) throw tooMany(guess.late);
  return isRight;
}
