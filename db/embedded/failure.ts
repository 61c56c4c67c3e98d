import { rename } from "node:fs/promises";
import { join } from "node:path";
import { layout } from "@/db/embedded/cluster";
import { INTERRUPTED } from "@/db/embedded/programs";
import { spendReserve } from "@/db/embedded/reserve";
import { isStopping } from "@/db/embedded/stopping";
import { codeOf } from "@/db/error-code";
import { inWords, isNoSpace, isUnusable, Unusable } from "@/db/unusable";

/** There is no server now, and may be one later: with PostgreSQL's codes "cannot connect now", or "disk full". */
export class NotRunning extends Error {
  override name = "NotRunning";
  constructor(
    message: string,
    readonly code: "57P03" | "53100" = "57P03",
    /** Whether another PostgreSQL has the cluster. */
    readonly isInUse = false,
  ) {
    super(message);
  }
}

/** Another one still ends, or has the shared memory, the socket or the lock. */
const IN_USE = /shared memory block|still in use|already in use|postmaster\.pid" already exists/;
/** There is too much else to do. */
const PASSES = /could not fork|out of memory|starting up|did not start in time/i;
const FULL = /No space left on device|Disk quota exceeded/i;
/** It was told to stop, or a part of it was killed. */
const STOPPED = /received (smart|fast|immediate) shutdown request|was terminated by signal (2|9|15)\b/;
/** What ALTER SYSTEM wrote, and nobody needs. */
const AUTO = /postgresql\.auto\.conf" contains errors/;

/** A signal ended one of PostgreSQL's programs, or one of the system's that we run before it: nothing is wrong with the files. */
const wasSignalled = (error: unknown) =>
  codeOf(error) === INTERRUPTED || (error instanceof Error && "signal" in error && error.signal !== null);

/**
 * Why the server did not start.
 * @param said what PostgreSQL wrote into its log meanwhile.
 * @returns what may be gone at the next try.
 * @throws NotRunning when the disk is full, Unusable when it will not start the next time either.
 */
export async function explain(home: string, error: unknown, said: string): Promise<NotRunning> {
  const { cluster, log } = layout(home);
  const all = `${said}\n${error instanceof Error ? error.message : error}`;
  if (isNoSpace(error) || (FULL.test(all) && !/shared memory/.test(all))) {
    const full = new NotRunning("There’s no disk space left for the embedded PostgreSQL.", "53100");
    if (await spendReserve(home)) return full;
    throw full;
  }
  if (wasSignalled(error) || isStopping() || STOPPED.test(said))
    return new NotRunning("The embedded PostgreSQL was stopped while it was starting.");
  if (AUTO.test(all)) {
    const file = join(cluster, "postgresql.auto.conf");
    await rename(file, `${file}.broken`);
    return new NotRunning(`${file} couldn’t be read, so it was renamed.`);
  }
  if (isUnusable(error)) throw error;
  const isInUse = IN_USE.test(all);
  if (isInUse || PASSES.test(all))
    return new NotRunning(`The embedded PostgreSQL hasn’t started yet: ${reasonIn(all)}`, "57P03", isInUse);
  if (codeOf(error)) throw inWords(home, error);
  throw new Unusable(
    `The embedded PostgreSQL in ${cluster} doesn’t start: ${reasonIn(all)}. Check ${log}. Restore a backup, or move ${home} away to start with an empty one.`,
  );
}

/** The last thing that it said it failed for. */
function reasonIn(said: string): string {
  const lines = said.split("\n").map((line) => line.trim());
  const last = lines.findLast((line) => /\b(FATAL|PANIC):/.test(line)) ?? lines.findLast(Boolean) ?? "";
  return last.replace(/^.*?\b(FATAL|PANIC):\s*/, "").replace(/\.$/, "");
}
