import { once } from "node:events";
import * as neon from "@neondatabase/serverless";
import pg from "pg";
import * as embedded from "@/db/embedded";
import { lendWithCare } from "@/db/lending";
import { patiently } from "@/db/patience";
import { Refusal } from "@/db/refusal";
import { env } from "@/env";

/** The one place that decides which driver speaks to which server. */
export const isNeon = (url: string | undefined) => /^[a-z]+:\/\/[^/?]*\.neon\.tech(?=[:/?]|$)/i.test(url ?? "");

/** A `date` stays "YYYY-MM-DD"; node-postgres would make it an instant at midnight of wherever the server stands. */
const types: pg.CustomTypesConfig = {
  getTypeParser: (id, format) =>
    id === pg.types.builtins.DATE ? (day: string) => day : pg.types.getTypeParser(id, format as "text"),
};

/** In milliseconds. `connectionTimeoutMillis` covers waiting for a free connection too, and Neon's waking up. */
const manners = { connectionTimeoutMillis: 10_000, keepAlive: true, application_name: "tandem", types };

/** Also said to a pooler's connection, where it may outlive us: all of ours say the same. Neon has settings of its own. */
const limits = "set statement_timeout = '30s'; set idle_in_transaction_session_timeout = '30s'";

/** In milliseconds: more than the server's own limit, for the case that no answer gets through. */
const query_timeout = 35_000;

/** A pool for the whole process. Nothing is opened, and no server started, before the first query. */
export function openPool(url = env.DATABASE_URL): pg.Pool {
  const options = { ...manners, query_timeout, max: 16, idleTimeoutMillis: 60_000, allowExitOnIdle: true };
  // Neon's classes are node-postgres's own, bundled; its types differ in name only.
  const pool = isNeon(url)
    ? (new neon.Pool({ ...options, connectionString: url }) as unknown as pg.Pool)
    : new pg.Pool({ ...options, ...(url && { connectionString: url, onConnect: (client) => client.query(limits) }) });

  lendWithCare(pool, async () => {
    if (!url) Object.assign(pool.options, await embedded.ensure(env.DATA_DIR));
  });
  // Lost connections are told to both, idle or lent out; an "error" that nobody listens to would end the process.
  pool.on("connect", (client) => client.on("error", report)).on("error", () => {});
  return pool;
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
    throw new Refusal("DATABASE_URL_UNPOOLED is set, and DATABASE_URL is not. Set both, or neither.");
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
