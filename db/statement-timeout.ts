import { AsyncLocalStorage } from "node:async_hooks";
import type { Pool } from "pg";
import { marked } from "@/db/outage";
import { asSent } from "@/db/prepared";
import { noteFailure, type RequestContext } from "@/db/request-context";
import { cancel, openBeside, type Wire } from "@/db/wire";

/** How long a statement may run: of a request, of one that may touch all that a user has, of a job. All in milliseconds. */
export const LIMITS = { request: 1_250, unhurried: 30_000, job: 35_000 };
/** How long the server has to say that it broke a statement off, before we take it for dead. */
export const GRACE = 350;
export const TICK = 100;

const shared = globalThis as typeof globalThis & { tandemUnhurried?: AsyncLocalStorage<true> };
shared.tandemUnhurried ??= new AsyncLocalStorage();
const storage = shared.tandemUnhurried;

/** Does `work` with half a minute for each statement: for operations that may touch all that a user has. */
export const unhurried = <T>(work: () => T): T => storage.run(true, work);

/** More things than that, with their subtasks and tags, take a moment. */
export const FEW = 50;

/** The same where `things` are many. */
export const unhurriedIfMany = <T>(things: unknown, work: () => T): T =>
  Array.isArray(things) && things.length > FEW ? unhurried(work) : work();

function limitOf(request: RequestContext | undefined): number {
  if (!request) return LIMITS.job;
  return storage.getStore() ? LIMITS.unhurried : LIMITS.request;
}

/** The server has not answered, and it is not known what became of what it was asked. */
export class Unanswered extends Error {
  override name = "Unanswered";
  readonly code = "ETIMEDOUT";
}

type Lent = {
  client: Wire;
  request: RequestContext | undefined;
  limit: number;
  /** When its statement was sent. */
  since: number;
  state: "fine" | "cancelled" | "probed";
};
type Wait = { until: number; giveUp: (reason?: Error) => void };
type Late<T> = { reason?: () => Error; undo?: (value: T) => void };

const unreachable = () => new Unanswered("The database cannot be reached.");

/**
 * Watches over the connections that a pool has lent, and over those who wait for one. A statement that takes too long is broken off on
 * the server, and where that does not answer either, its connection is closed. One interval does it for all, and a statement costs
 * no more than a note of when it was sent.
 * @param patience how long a server that has not answered for a while has to take a new connection, in milliseconds.
 * @param onSilence is told when the server answers nobody.
 */
export function watch(pool: Pool, patience: number, onSilence: (reason: Unanswered) => void) {
  const lent = new Map<Wire, Lent>();
  const waits = new Set<Wait>();
  /** Milliseconds in which this process was awake: while it is blocked, answers lie unread, and nobody is to blame. */
  let clock = 0;
  let ticked = 0;
  /** When the server was last seen alive. */
  let seenAt = 0;
  let timer: NodeJS.Timeout | undefined;

  function tick() {
    const now = performance.now();
    clock += Math.min(now - ticked, 2 * TICK);
    ticked = now;
    for (const wait of waits) if (clock >= wait.until) wait.giveUp();
    for (const one of lent.values()) if (!one.client.readyForQuery) look(one);
    if (lent.size + waits.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  }

  function start() {
    if (timer) return;
    ticked = performance.now();
    timer = setInterval(tick, TICK).unref();
  }

  function look(one: Lent) {
    const { client, limit, since, state } = one;
    const taken = clock - since;
    if (taken > limit + GRACE) close(one);
    else if (taken > limit && state !== "cancelled") {
      one.state = "cancelled";
      cancel(pool, client, GRACE);
    }
    // It may need its time; or there is no server any more.
    else if (clock - Math.max(since, seenAt) > LIMITS.request && state === "fine") void probe(one);
  }

  async function probe(one: Lent) {
    const { since } = one;
    one.state = "probed";
    const other = openBeside(pool, { connectionTimeoutMillis: 0 });
    const isThere = await within(patience, () => other.connect()).then(
      () => true,
      () => false,
    );
    if (isThere) seenAt = clock;
    if (isThere) void other.end();
    else other.connection.stream.destroy();
    if (one.since !== since || one.state !== "probed") return;
    if (isThere) one.state = "fine";
    else close(one);
  }

  function close(one: Lent) {
    const reason = new Unanswered("The database does not answer.");
    noteFailure(one.request, reason);
    one.client.connection.stream.destroy(reason);
    if (seenAt > one.since) return;
    onSilence(reason);
    for (const wait of waits) wait.giveUp(reason); // what they wait for would not come either
  }

  /**
   * What `work` comes to within `limit` milliseconds.
   * @param reason why it took longer, which is then thrown.
   * @param undo is given what comes too late.
   */
  function within<T>(limit: number, work: () => Promise<T>, { reason = unreachable, undo }: Late<T> = {}): Promise<T> {
    start();
    return new Promise((resolve, reject) => {
      const wait = {
        until: clock + limit,
        giveUp(because = reason()) {
          waits.delete(wait);
          reject(because);
        },
      };
      waits.add(wait);
      work().then(
        (value) => (waits.delete(wait) ? resolve(value) : undo?.(value)),
        (error) => {
          waits.delete(wait);
          reject(error);
        },
      );
    });
  }

  return {
    within,
    /** From now on notes when a statement is sent on this connection, a new one. */
    attend(client: Wire) {
      const one: Lent = { client, request: undefined, limit: 0, since: 0, state: "fine" };
      const { query } = client;
      client.query = ((...statement: Parameters<typeof query>) => {
        one.since = clock;
        one.limit = limitOf(one.request);
        statement[0] = asSent(statement[0]);
        return query.apply(client, statement);
      }) as typeof query;
      const note = (error: unknown) => noteFailure(one.request, marked(error));
      // Before the driver hands the error on: then the connection goes back, and is nobody's.
      client.connection.prependListener("errorMessage", note);
      client.on("error", note);
      return one;
    },
    /** From now on minds how long each takes. */
    lend(one: Lent, request: RequestContext | undefined) {
      start();
      one.request = request;
      one.state = "fine";
      lent.set(one.client, one);
    },
    /** @returns whether it can serve another: what was broken off may have ended first, and the next statement would be hit. */
    takeBack(one: Lent): boolean {
      seenAt = clock;
      lent.delete(one.client);
      one.request = undefined;
      return one.client.readyForQuery && one.state !== "cancelled";
    },
  };
}
