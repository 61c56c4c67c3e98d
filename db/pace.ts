import { Limited } from "@/db/limited";
import { env } from "@/env";

const MINUTE = 60_000;

/** How many users are remembered before those whose minute is over are forgotten. */
const MANY = 10_000;

type Minute = { began: number; requests: number; rows: number };

/** One for the process, however often Next evaluates this module. */
const shared = globalThis as typeof globalThis & { tandemPace?: Map<string, Minute> };
shared.tandemPace ??= new Map();
const minutes = shared.tandemPace;

/** How much one user may do in a minute in this process. It guards the machine; no promise hangs on its count. */
const MOST = { requests: env.API_REQUESTS_PER_MINUTE, rows: Math.max(env.API_REQUESTS_PER_MINUTE, 6_000) };

/** Counted by a clock that nobody can set. @throws Limited when it is too much at once. */
function count(userId: string, what: keyof typeof MOST, amount: number): void {
  const now = performance.now();
  let minute = minutes.get(userId);
  if (!minute || now - minute.began >= MINUTE) {
    if (minutes.size >= MANY) forget(now);
    minute = { began: now, requests: 0, rows: 0 };
    minutes.set(userId, minute);
  }
  if (minute[what] + amount > MOST[what]) {
    const seconds = Math.max(1, Math.ceil((minute.began + MINUTE - now) / 1_000));
    throw new Limited(
      `Too many changes at once. Try again in ${seconds === 1 ? "a second" : `${seconds} seconds`}.`,
      seconds,
    );
  }
  minute[what] += amount;
}

function forget(now: number): void {
  for (const [userId, { began }] of minutes) if (now - began >= MINUTE) minutes.delete(userId);
}

/** Counts a request of this user's, by whatever door. @throws Limited */
export const request = (userId: string) => count(userId, "requests", 1);

/** Counts rows that this user is about to write, by whatever door. @throws Limited */
export const write = (userId: string, rows: number) => count(userId, "rows", rows);

/** Counts rows that this user has written beyond those that were counted before: the next write may have to wait for them. */
export function written(userId: string, rows: number): void {
  const minute = minutes.get(userId);
  if (minute) minute.rows += rows;
}
