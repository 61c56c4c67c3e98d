import { once } from "node:events";
import * as neon from "@neondatabase/serverless";
import pg from "pg";
import { lendWithCare } from "@/db/checkout";
import * as embedded from "@/db/embedded";
import { keepReserve } from "@/db/embedded/reserve";
import { look, troubleIn } from "@/db/embedded/space";
import { patiently } from "@/db/patience";
import { recognise } from "@/db/prepared";
import { ready } from "@/db/readiness";
import { Refusal } from "@/db/refusal";
import { env } from "@/env";

/** The one place that decides which driver speaks to which server. */
export const isNeon = (url: string | undefined) => /^[a-z]+:\/\/[^/?]*\.neon\.tech(?=[:/?]|$)/i.test(url ?? "");

/** A `date` stays "YYYY-MM-DD"; node-postgres would make it an instant at midnight of wherever the server stands. */
const types: pg.CustomTypesConfig = {
  getTypeParser: (id, format) =>
    id === pg.types.builtins.DATE ? (day: string) => day : pg.types.getTypeParser(id, format as "text"),
};

/**
 * How long a connection is waited for, in milliseconds: shorter than people's patience, and longer where a database may have to wake
 * up first, as Neon's do.
 */
export const WAIT = { usual: 1_500, neon: 10_000 };
const waitFor = (url: string | undefined) => (isNeon(url) ? WAIT.neon : WAIT.usual);

/** Of one process, at once. */
export const CONNECTIONS = 16;

const manners = { keepAlive: true, keepAliveInitialDelayMillis: 10_000, application_name: "tandem", types };

/** The last resort on the server's side, for what nobody waits for any more. A pooler would give them to others. */
const limits = "set statement_timeout = '30s'; set idle_in_transaction_session_timeout = '30s'";

/** A pool for the whole process. Nothing is opened, and no server started, before the first query. */
export function openPool(url = env.DATABASE_URL): pg.Pool {
  const within = waitFor(url);
  const options = {
    ...manners,
    connectionTimeoutMillis: within,
    max: CONNECTIONS,
    idleTimeoutMillis: 60_000,
    allowExitOnIdle: true,
  };
  // Neon's classes are node-postgres's own, bundled; its types differ in name only.
  const pool = isNeon(url)
    ? (new neon.Pool({ ...options, connectionString: url }) as unknown as pg.Pool)
    : new pg.Pool({ ...options, ...(url && { connectionString: url, onConnect: introduced() }) });

  const wake = async () => {
    await ready();
    if (!url) Object.assign(pool.options, await embedded.ensure(env.DATA_DIR));
  };
  lendWithCare(pool, { wake, within, ...(!url && { suit: readingWhereNothingFits() }) });
  // Lost connections are told to both, idle or lent out; an "error" that nobody listens to would end the process.
  pool.on("connect", (client) => client.on("error", report)).on("error", () => {});
  return pool;
}

/**
 * Keeps the embedded server from writing while its disk is full or read-only: it would go down, and with it all that can still be read.
 * @returns what is done before a connection is lent, if anything has to be.
 */
function readingWhereNothingFits() {
  const home = embedded.homeIn(env.DATA_DIR);
  const reading = new WeakSet<pg.PoolClient>();
  const set = async (client: pg.PoolClient) => {
    const only = (await look(home)) !== undefined; // as of now: the first write after the disk has room again is to work
    if (only === reading.has(client)) return;
    await client.query(`set default_transaction_read_only = ${only}`);
    if (only) reading.add(client);
    else reading.delete(client);
    if (!only) void keepReserve(home);
  };
  return (client: pg.PoolClient) => (troubleIn(home) === undefined && !reading.has(client) ? undefined : set(client));
}

/** What is done with each new connection to a server that we know nothing of. The first one finds out what leads there. */
function introduced() {
  let isDirect: Promise<boolean> | undefined;
  return async (client: pg.ClientBase) => {
    isDirect ??= recognise(client);
    isDirect.catch(() => {
      isDirect = undefined;
    });
    if (await isDirect) await client.query(limits);
  };
}

/**
 * Asks one statement that is a whole request, with nothing before or after it. Neon takes it over HTTP, where no connection has to be
 * opened first.
 * @throws when it is not answered within so many milliseconds.
 */
export async function askOnce(statement: string, within: number, pool: pg.Pool, url = env.DATABASE_URL): Promise<void> {
  const signal = AbortSignal.timeout(within);
  if (url && isNeon(url)) await neon.neon(url).query(statement, [], { fetchOptions: { signal } });
  else await Promise.race([pool.query(statement), once(signal, "abort").then(() => signal.throwIfAborted())]);
}

/** @throws Refusal when only the direct address is set: the app would run on the embedded server, and this on another. */
function direct(): string | undefined {
  const { DATABASE_URL: pooled, DATABASE_URL_UNPOOLED: unpooled } = env;
  if (unpooled && !pooled)
    throw new Refusal("DATABASE_URL_UNPOOLED is set but DATABASE_URL isn’t. Set both or neither.");
  return unpooled ?? pooled;
}

/**
 * Opens a connection of its own past any pooler, for what lives in a session: migrations, advisory locks, LISTEN.
 * The caller ends it.
 */
export function openDirect(url = direct()): Promise<pg.Client> {
  return open(url, isNeon(url) ? (neon.Client as unknown as typeof pg.Client) : pg.Client);
}

/** The same by node-postgres whatever the host, for COPY, which Neon's driver cannot stream. Neon listens at the usual port, too. */
export function openForCopy(): Promise<pg.Client> {
  return open(direct(), pg.Client);
}

function open(url: string | undefined, Client: typeof pg.Client): Promise<pg.Client> {
  return patiently(async () => {
    const client = new Client({
      ...manners,
      connectionTimeoutMillis: waitFor(url),
      ...(url ? { connectionString: url } : await embedded.ensure(env.DATA_DIR)),
    });
    client.on("error", report);
    await client.connect();
    return client;
  });
}

function report(error: Error): void {
  console.error(`database: a connection was lost: ${error.message}`);
}
