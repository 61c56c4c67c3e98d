import { dirname, join } from "node:path";
import pg from "pg";
import { openDataDir } from "@/db/data-dir";
import { type Account, account } from "@/db/embedded/account";
import { create, layout } from "@/db/embedded/cluster";
import * as guests from "@/db/embedded/guests";
import { alone } from "@/db/embedded/lock";
import { run, runAtExit } from "@/db/embedded/programs";
import { check, renewPassword } from "@/db/embedded/repair";
import { keepReserve } from "@/db/embedded/reserve";
import { restart } from "@/db/embedded/restarts";
import * as server from "@/db/embedded/server";
import { heedSignals } from "@/db/embedded/stopping";
import { codeOf } from "@/db/error-code";
import { inWords } from "@/db/unusable";

/** Kept where every copy of this module finds it (Next evaluates it several times in one process). */
const shared = globalThis as typeof globalThis & {
  tandemEmbedded?: { calls: Map<string, Promise<server.Connection>>; homes: Set<string> };
};
shared.tandemEmbedded ??= { calls: new Map(), homes: new Set() };
const { calls, homes } = shared.tandemEmbedded;

/** Where the server of a data directory lives. */
export const homeIn = (dataDir: string) => join(dataDir, "postgres");

/**
 * Sees to it that the PostgreSQL in `dataDir` runs, and says how to reach it: makes the cluster if there is none, attaches
 * to a running server, starts one that is not. Any number of processes may call it at any time; while the server runs
 * it takes about a millisecond, so it is asked before each new connection, and a killed server is back with the next query.
 *
 * The server belongs to nobody's process tree: whichever process that uses it ends last stops it. After kill -9 of that
 * one it stays up, and the next start attaches to it. When `dataDir` is deleted under it, PostgreSQL notices within a minute that
 * its postmaster.pid is gone and stops by itself.
 */
export function ensure(dataDir: string): Promise<server.Connection> {
  const home = homeIn(dataDir);
  const call = calls.get(home) ?? reach(home).finally(() => calls.delete(home));
  calls.set(home, call);
  return call;
}

/** Stops the server in `dataDir`, if there is one, no matter who uses it, and waits until it has ended. */
export async function stop(dataDir: string): Promise<void> {
  const home = homeIn(dataDir);
  try {
    await run("pg_ctl", stopping(home), await account(home));
  } catch (error) {
    if (await server.attach(home)) throw error;
  }
}

/** The connection as a URL that node-postgres and drizzle-kit understand. */
export function url({ host, port, user, password, database }: server.Connection): string {
  const place = host.startsWith("/") ? `/${database}?host=${encodeURIComponent(host)}&port=${port}` : "";
  return `postgresql://${user}:${password}@${place || `${host}:${port}/${database}`}`;
}

async function reach(home: string): Promise<server.Connection> {
  const connection = homes.has(home) ? await server.attach(home) : undefined;
  return connection?.password ? connection : restart(home, () => begin(home));
}

async function begin(home: string): Promise<server.Connection> {
  const folder = dirname(home);
  openDataDir(folder);
  try {
    return await alone(`${home}.lock`, async () => {
      await check(home);
      heedSignals();
      await create(home);
      await guests.arrive(layout(home).guests);
      if (!homes.has(home)) leaveAtExit(home, await account(home));
      homes.add(home);
      const connection = await letIn(home, await server.start(home));
      await keepReserve(home);
      return connection;
    });
  } catch (error) {
    throw inWords(folder, error);
  }
}

/** The password that is kept may be lost, or that of another cluster, by someone's copying: then the server is given a new one. */
async function letIn(home: string, connection: server.Connection): Promise<server.Connection> {
  const client = new pg.Client({ ...connection, connectionTimeoutMillis: 2_000 }).on("error", () => {});
  const isKnown = connection.password !== "";
  const isRefused = isKnown && (await client.connect().then(() => false, isWrongPassword));
  void client.end();
  if (isKnown && !isRefused) return connection; // whatever else went wrong, the next to connect is told
  await run("pg_ctl", stopping(home), await account(home));
  await renewPassword(home);
  return server.start(home);
}

const isWrongPassword = (error: unknown) => codeOf(error) === "28P01";

/** Nothing can be awaited any more when "exit" is told, so what stopping needs is settled beforehand. */
function leaveAtExit(home: string, as: Account): void {
  process.once("exit", () => {
    if (guests.leave(layout(home).guests)) runAtExit("pg_ctl", stopping(home), as);
  });
}

const stopping = (home: string) => ["stop", `--pgdata=${layout(home).cluster}`, "--mode=fast", "--timeout=10"];
