import { existsSync } from "node:fs";
import { readFile, rm } from "node:fs/promises";
import { connect } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { account } from "@/db/embedded/account";
import { layout, USER } from "@/db/embedded/cluster";
import { explain, NotRunning } from "@/db/embedded/failure";
import { lives, servers, serves } from "@/db/embedded/processes";
import { completeLibraries, run } from "@/db/embedded/programs";
import { passwordOf, tidy } from "@/db/embedded/repair";
import { configure } from "@/db/embedded/settings";
import { isStopping } from "@/db/embedded/stopping";
import { codeOf } from "@/db/error-code";

/** How to reach a server, in node-postgres's words; `host` is a folder where the server listens on a Unix socket. */
export type Connection = { host: string; port: number; user: string; password: string; database: string };

/** What the server says of itself in postmaster.pid (src/include/utils/pidfile.h in PostgreSQL's source). */
type State = { pid: number; host: string; port: number; ready: boolean };

const GIVE_UP_AFTER = 20_000;
/** A server that has lost its postmaster.pid is told to stop, and killed when it has not by then. All in milliseconds. */
const STOPS_WITHIN = 3_000;

/** The way to the server in `home`, or undefined when it does not answer there. Takes about a millisecond. Its password may be lost. */
export async function attach(home: string): Promise<Connection | undefined> {
  const now = await state(home);
  if (!now?.ready || !(await answers(now))) return undefined;
  const password = (await readFile(layout(home).password, "utf8").catch(() => "")).trim();
  return { host: now.host, port: now.port, user: USER, password, database: "postgres" };
}

/**
 * Starts the server in `home`, or waits for one that is starting, stopping or being cleared away after a kill.
 * @throws Unusable, or NotRunning for what passes, such as a full disk.
 */
export async function start(home: string): Promise<Connection> {
  const begun = Date.now();
  let failure: unknown = new NotRunning("The embedded PostgreSQL is running but doesn’t answer.");
  while (Date.now() - begun < GIVE_UP_AFTER) {
    const connection = await attach(home);
    if (connection) return connection;
    if (isStopping()) throw new NotRunning("Tandem is stopping.");
    const isBusy = await busy(home);
    const failed = isBusy ? undefined : await launch(home);
    failure = failed ?? failure;
    // Something serves this cluster still, though it is not what postmaster.pid says.
    if (failed?.isInUse && Date.now() - begun > STOPS_WITHIN) await end(await servers(layout(home).cluster));
    if (isBusy || failed) await sleep(50);
  }
  throw failure;
}

/**
 * One try; just after a kill it fails for a moment, while orphaned backends still hold the shared memory.
 * @returns why it may work the next time.
 */
async function launch(home: string): Promise<NotRunning | undefined> {
  const { cluster, log } = layout(home);
  const before = await length(log);
  try {
    await completeLibraries();
    await configure(home);
    await passwordOf(home);
    await tidy(home);
    await run("pg_ctl", ["start", `--pgdata=${cluster}`, `--log=${log}`], await account(home));
  } catch (error) {
    return explain(home, error, (await text(log)).slice(before));
  }
}

const text = (log: string) => readFile(log, "latin1").catch(() => "");
const length = async (log: string) => (await text(log)).length;

/** Whether a server of this cluster lives, though it does not answer yet or any more. A postmaster.pid that says otherwise is removed. */
async function busy(home: string): Promise<boolean> {
  const { cluster } = layout(home);
  const file = join(cluster, "postmaster.pid");
  const now = await state(home);
  if (!now) return false;
  if (await serves(now.pid, cluster)) {
    if (!isCutOff(now)) return true;
    await end([now.pid]);
  }
  // PostgreSQL would refuse to start, for what has this process id by now or for what it cannot read. Whose file it was may still live.
  if (lives(now.pid) || !Number.isInteger(now.pid)) await end(await servers(cluster));
  await rm(file, { recursive: true, force: true });
  return false;
}

/** Ends a server that nobody can find any more, for it can neither be reached nor be left beside another one. */
async function end(pids: number[]): Promise<void> {
  for (const signal of ["SIGINT", "SIGKILL"] as const) {
    const left = pids.filter(lives);
    for (const pid of left) kill(pid, signal);
    for (let waited = 0; left.some(lives) && waited < STOPS_WITHIN; waited += 50) await sleep(50);
  }
}

function kill(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It was quicker.
  }
}

async function state(home: string): Promise<State | undefined> {
  try {
    const lines = (await readFile(join(layout(home).cluster, "postmaster.pid"), "utf8")).split("\n");
    const [pid, , , port, folder, address, , status] = lines.map((line) => line.trim());
    return { pid: Number(pid), host: folder || address || "", port: Number(port), ready: status === "ready" };
  } catch (error) {
    // A folder, or not ours to read, says as little as a file full of rubbish.
    return codeOf(error) === "ENOENT" ? undefined : { pid: 0, host: "", port: 0, ready: false };
  }
}

const pathOf = ({ host, port }: State) => `${host}/.s.PGSQL.${port}`;

/** Its socket was removed: it listens, and nobody can find it. */
const isCutOff = (now: State) => now.ready && now.host.startsWith("/") && !existsSync(pathOf(now));

function answers(now: State): Promise<boolean> {
  const { host, port } = now;
  const socket = host.startsWith("/") ? connect(pathOf(now)) : connect(port, host);
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
