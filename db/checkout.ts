import type { Pool, PoolClient } from "pg";
import { marked } from "@/db/outage";
import { isAway, patiently } from "@/db/patience";
import { currentRequest, noteFailure, type RequestContext } from "@/db/request-context";
import { Unanswered, watch } from "@/db/statement-timeout";
import { crowded, openShares } from "@/db/user-share";
import type { Wire } from "@/db/wire";

/** After so long a rest a connection is asked whether it lives: a frozen process or a router on the way loses one unnoticed. */
const RESTED = 10_000;
/** And it has so long to answer. */
const ANSWER = 500;
/** For so long a request that has met no database asks for none again, so that it is answered once, not once for each statement. */
const GIVES_UP = 1_000;
/** How much longer than for a connection one may wait behind the user's own other requests. */
export const LINE = 250;
/** For how long a server that refuses is asked again: where a person waits for it, and where nobody does. All in milliseconds. */
const PATIENCE = { request: 1_500, job: 5_000 };

type Options = {
  /** Is called before a new connection is opened. */
  wake: () => Promise<void>;
  /** How long a request waits for a connection, in milliseconds. */
  within: number;
  /** Is called before a connection is lent, which waits for what it answers with. */
  suit?: (client: PoolClient) => Promise<void> | undefined;
};

/**
 * Makes a pool lend only connections on which a statement can be sent, so that what is sent has to be sent once: a statement that
 * failed on its way may have run, and is never tried again here. Of these, one user has a share; and neither is a connection waited
 * for without end, nor an answer on it.
 */
export function lendWithCare(pool: Pool, { wake, within, suit }: Options): void {
  const connect = pool.connect.bind(pool) as () => Promise<Wire>;
  const usedAt = new WeakMap<Wire, number>();
  const attended = new WeakMap<PoolClient, ReturnType<typeof watcher.attend>>();
  let foundDeadAt = 0;

  const shares = openShares();
  const watcher = watch(pool, within, shares.dismiss);
  pool.on("connect", (client) => attended.set(client, watcher.attend(client as Wire)));

  /** What killed one has killed its neighbours. It is the wall clock's time: that goes on while a process is frozen. */
  function isFresh(client: Wire): boolean {
    const used = usedAt.get(client) ?? Number.POSITIVE_INFINITY;
    return used >= foundDeadAt && Date.now() - used < RESTED;
  }

  async function answers(client: Wire): Promise<boolean> {
    if ((usedAt.get(client) ?? 0) < foundDeadAt) return false;
    const ask = () => client.query("select 1").then(() => true);
    if (await watcher.within(ANSWER, ask).catch(() => false)) return true;
    foundDeadAt = Date.now();
    return false;
  }

  const open = (patience: number) =>
    patiently(async () => {
      for (;;) {
        if (pool.idleCount === 0) await wake();
        const client = await connect();
        if (isFresh(client) || (await answers(client))) return client;
        client.release(true);
      }
    }, patience);

  /** One that is at rest, for a user who has less than their share: most get theirs so, and it goes without a clock. */
  async function lendAtOnce(request: RequestContext): Promise<PoolClient | undefined> {
    const { userId } = request; // as of now: it may be found out while the connection is lent
    if (pool.idleCount <= pool.waitingCount || shares.areTaken(userId)) return undefined;
    void shares.take(userId);
    const leave = () => shares.leave(userId);
    try {
      const client = await connect();
      if (isFresh(client)) return lent(client, request, leave);
      client.release();
    } catch {
      // Lost in this very moment.
    }
    leave();
  }

  function lendInTime(request: RequestContext): Promise<PoolClient> {
    const { userId } = request;
    let inLine = true;
    const reason = () => (inLine ? crowded() : new Unanswered("The database cannot be reached."));
    const work = async () => {
      await shares.take(userId);
      inLine = false;
      try {
        return lent(await open(PATIENCE.request), request, () => shares.leave(userId));
      } catch (error) {
        shares.leave(userId);
        if (isAway(error)) shares.dismiss(error);
        throw error;
      }
    };
    return watcher.within(within + LINE, work, { reason, undo: (client) => client.release() });
  }

  /**
   * A connection that is lost comes back by itself (drizzle forgets one whose "begin" fails), and one that still waits for an answer
   * never serves another. Coming back a second time is no mistake then.
   */
  function lent(client: Wire, request: RequestContext | undefined, leave: () => void): PoolClient {
    const one = attended.get(client);
    if (!one) throw new Error("A connection was lent that was never opened.");
    const release = client.release;
    let returned = false;
    client.release = (reason) => {
      if (returned) return;
      returned = true;
      usedAt.set(client, Date.now());
      client.off("error", client.release);
      const isFit = watcher.takeBack(one);
      leave();
      release(reason ?? !isFit);
    };
    watcher.lend(one, request);
    return client.once("error", client.release);
  }

  pool.connect = inBothForms(async () => {
    const request = currentRequest();
    const failure = request?.failure;
    if (failure && Date.now() - failure.at < GIVES_UP && isAway(failure.error)) throw failure.error;
    try {
      const client = request
        ? ((await lendAtOnce(request)) ?? (await lendInTime(request)))
        : lent(await open(PATIENCE.job), request, () => {});
      const suiting = suit?.(client);
      if (suiting) await suiting.catch(giveBack(client));
      return client;
    } catch (error) {
      noteFailure(request, marked(error));
      throw error;
    }
  });
}

const giveBack = (client: PoolClient) => (error: unknown) => {
  client.release(true);
  throw error;
};

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
