import { NotRunning } from "@/db/embedded/failure";
import { look } from "@/db/embedded/space";
import { codeOf } from "@/db/error-code";

/** In milliseconds: how long a server stays up that is well; and the pauses, once it has come down again sooner. */
const WELL = 30_000;
const PAUSE = { least: 250, most: 5_000 };
/** How many starts, soon after each other, come without one: someone may kill it twice. */
const FREE = 3;

type Starts = { count: number; lastAt: number; failure: unknown };

/** One for the process, however often Next evaluates this module. */
const shared = globalThis as typeof globalThis & { tandemStarts?: Map<string, Starts> };
shared.tandemStarts ??= new Map();
const starts = shared.tandemStarts;

/**
 * Does `start`, which is a lot of work for a server: for one that does not come up, or does not stay up, ever more seldom. In between it
 * fails as it did. When a full disk has room again there is nothing to wait for.
 */
export async function restart<T>(home: string, start: () => Promise<T>): Promise<T> {
  const was = starts.get(home);
  const passed = Math.abs(Date.now() - (was?.lastAt ?? 0));
  const count = was && passed < WELL ? was.count : 0;
  const pause = count < FREE ? 0 : Math.min(PAUSE.least * 2 ** (count - FREE), PAUSE.most);
  if (passed < pause && !(codeOf(was?.failure) === "53100" && (await look(home)) === undefined))
    throw was?.failure ?? new NotRunning("The embedded PostgreSQL keeps crashing.");
  const now: Starts = { count: count + 1, lastAt: Date.now(), failure: undefined };
  starts.set(home, now);
  try {
    return await start();
  } catch (error) {
    now.failure = error;
    if (was && error instanceof Error && codeOf(was.failure) !== codeOf(error)) console.error(error.message);
    throw error;
  }
}
