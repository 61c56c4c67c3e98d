import { setTimeout as sleep } from "node:timers/promises";
import type { Pool, PoolClient } from "pg";
import { patiently } from "@/db/patience";

/** After so long a rest a connection is asked whether it lives: a frozen process or a router on the way loses one unnoticed. */
const RESTED = 10_000;
/** And it has so long to answer. Both in milliseconds. */
const ANSWER = 2_000;

/**
 * Makes a pool lend only connections on which a statement can be sent, so that what is sent has to be sent once: a statement that
 * failed on its way may have run, and is never tried again here.
 * @param wake is called before a new connection is opened.
 */
export function lendWithCare(pool: Pool, wake: () => Promise<void>): void {
  const connect: () => Promise<PoolClient> = pool.connect.bind(pool);
  const usedAt = new WeakMap<PoolClient, number>();
  let foundDeadAt = 0;

  async function lives(client: PoolClient): Promise<boolean> {
    const used = usedAt.get(client) ?? Number.POSITIVE_INFINITY;
    if (used < foundDeadAt) return false; // what killed one has killed its neighbours
    if (Date.now() - used < RESTED) return true; // the wall clock: it goes on while a process is frozen
    const answered = client.query("select 1").then(
      () => true,
      () => false,
    );
    if (await Promise.race([answered, sleep(ANSWER, false, { ref: false })])) return true;
    foundDeadAt = Date.now();
    return false;
  }

  pool.connect = inBothForms(() =>
    patiently(async () => {
      for (;;) {
        if (pool.idleCount === 0) await wake();
        const client = returnedOnce(await connect());
        if (await lives(client)) return client;
        client.release(true);
      }
    }),
  );
  pool.on("release", (_, client) => usedAt.set(client, Date.now()));
}

/**
 * A connection that is lost comes back by itself (drizzle forgets one whose "begin" fails), and one that still waits for an answer
 * never serves another. Coming back a second time is no mistake then.
 */
function returnedOnce(client: PoolClient): PoolClient {
  const release = client.release;
  let returned = false;
  client.release = (reason) => {
    if (returned) return;
    returned = true;
    client.off("error", client.release);
    release(reason ?? !isIdle(client));
  };
  return client.once("error", client.release);
}

/** Both drivers keep it, the types do not say so. */
const isIdle = (client: PoolClient) => (client as PoolClient & { readyForQuery: boolean }).readyForQuery;

/** `pool.connect` answers with a promise or calls back; the pool's own `query` uses the latter. */
function inBothForms(open: () => Promise<PoolClient>): Pool["connect"] {
  type Callback = (error?: Error, client?: PoolClient, release?: PoolClient["release"]) => void;
  function connect(): Promise<PoolClient>;
  function connect(callback: Callback): void;
  function connect(callback?: Callback) {
    const opened = open();
    if (!callback) return opened;
    opened.then((client) => callback(undefined, client, client.release), callback);
  }
  return connect;
}
