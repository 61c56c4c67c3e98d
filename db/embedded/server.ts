import { readFile, rm } from "node:fs/promises";
import { connect } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { account } from "@/db/embedded/account";
import { configure, layout, USER } from "@/db/embedded/cluster";
import { exists, wasGiven } from "@/db/embedded/processes";
import { completeLibraries, run } from "@/db/embedded/programs";

/** How to reach a server, in node-postgres's words; `host` is a folder where the server listens on a Unix socket. */
export type Connection = { host: string; port: number; user: string; password: string; database: string };

/** What the server says of itself in postmaster.pid (src/include/utils/pidfile.h in PostgreSQL's source). */
type State = { pid: number; host: string; port: number; ready: boolean };

const GIVE_UP_AFTER = 20_000;

/** The way to the server in `home`, or undefined when it does not answer there. Takes about a millisecond. */
export async function attach(home: string): Promise<Connection | undefined> {
  const now = await state(home);
  if (!now?.ready || !(await answers(now))) return undefined;
  const password = await readFile(layout(home).password, "utf8");
  return { host: now.host, port: now.port, user: USER, password, database: "postgres" };
}

/**
 * Starts the server in `home`, or waits for one that is starting, stopping or being cleared away after a kill.
 * @throws Error with PostgreSQL's own words when there is none after 20 seconds.
 */
export async function start(home: string): Promise<Connection> {
  const { cluster, log } = layout(home);
  const deadline = Date.now() + GIVE_UP_AFTER;
  let failure: unknown;
  while (Date.now() < deadline) {
    const connection = await attach(home);
    if (connection) return connection;
    failure = (await busy(home)) ? "It lives, but it does not answer." : await launch(home);
    if (failure) await sleep(50);
  }
  const said = (await readFile(log, "utf8").catch(() => "")).split("\n").slice(-12).join("\n");
  throw new Error(`The embedded PostgreSQL in ${cluster} does not start.\n${said}`, { cause: failure });
}

/** One try; just after a kill it fails for a moment, while orphaned backends still hold the shared memory. */
async function launch(home: string): Promise<unknown> {
  const { cluster, log, socketLock } = layout(home);
  try {
    await completeLibraries();
    await configure(home);
    await rm(socketLock, { force: true }); // holds a process id as postmaster.pid does, and by now it means nothing
    await run("pg_ctl", ["start", `--pgdata=${cluster}`, `--log=${log}`], await account(home));
  } catch (error) {
    return error;
  }
}

/**
 * Whether a server of this cluster lives, though it does not answer yet or any more. If what has the process id in
 * postmaster.pid is something else by now, or dead and unburied, the file is removed: PostgreSQL would refuse to start.
 */
async function busy(home: string): Promise<boolean> {
  const { cluster } = layout(home);
  const now = await state(home);
  if (!now || !exists(now.pid)) return false;
  if (await wasGiven(now.pid, cluster)) return true;
  await rm(join(cluster, "postmaster.pid"), { force: true });
  return false;
}

async function state(home: string): Promise<State | undefined> {
  try {
    const lines = (await readFile(join(layout(home).cluster, "postmaster.pid"), "utf8")).split("\n");
    const [pid, , , port, folder, address, , status] = lines.map((line) => line.trim());
    return { pid: Number(pid), host: folder || address || "", port: Number(port), ready: status === "ready" };
  } catch {
    return undefined;
  }
}

function answers({ host, port }: State): Promise<boolean> {
  const socket = host.startsWith("/") ? connect(`${host}/.s.PGSQL.${port}`) : connect(port, host);
  return new Promise((resolve) => {
    const done = (yes: boolean) => {
      socket.destroy();
      resolve(yes);
    };
    socket
      .setTimeout(1000, () => done(false))
      .once("connect", () => done(true))
      .once("error", () => done(false));
  });
}
