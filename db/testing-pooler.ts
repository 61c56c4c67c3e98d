import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { freePort } from "@/db/embedded/settings";
import { openProxy } from "@/db/testing-proxy";

const PROGRAM = "/usr/sbin/pgbouncer";
const NOBODY = 65_534;

/** Of PgBouncer's own, for each database; how many may come is said by `clients`. */
const SERVER_CONNECTIONS = 10;

/**
 * A real PgBouncer in transaction mode before the PostgreSQL at `url`, for all of its databases; everyone is let in. Debian's is 1.18,
 * which knows nothing of prepared statements. It hands its connections out by turns, so that hardly two transactions get the same one.
 * @throws Error where there is none to be had.
 */
export async function openPooler(url: string, { clients = 200 } = {}) {
  install();
  const { user, password } = new pg.Client(url);
  const proxy = await openProxy(url); // it listens at a port, and the server at a socket that only we can reach
  const folder = await mkdtemp(join(tmpdir(), "tandem-pooler-"));
  const port = await freePort();
  const settings = {
    listen_addr: "127.0.0.1",
    listen_port: port,
    unix_socket_dir: "",
    auth_type: "any",
    pool_mode: "transaction",
    default_pool_size: SERVER_CONNECTIONS,
    max_client_conn: clients,
    server_round_robin: 1,
  };
  const lines = Object.entries(settings).map(([name, value]) => `${name} = ${value}\n`);
  const database = `* = host=127.0.0.1 port=${proxy.port} user=${user} password=${password}\n`;
  const file = join(folder, "pgbouncer.ini");
  await writeFile(file, `[databases]\n${database}[pgbouncer]\n${lines.join("")}`);
  await chmod(folder, 0o755);

  let running = await start(file, port);
  const stop = async (child: ChildProcess, signal: NodeJS.Signals) => {
    child.kill(signal);
    if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
  };
  return {
    /** The same database, by way of the pooler. */
    url: (name: string) => `postgresql://${user}@127.0.0.1:${port}/${name}`,
    /** Ends it at once, as an upgrade does, and starts it again after so many milliseconds. */
    async restart(pause = 0) {
      await stop(running, "SIGTERM");
      await sleep(pause);
      running = await start(file, port);
    },
    async close() {
      await stop(running, "SIGKILL");
      proxy.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** It refuses to run as root. */
async function start(file: string, port: number): Promise<ChildProcess> {
  const as = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {};
  const child = spawn(PROGRAM, [file], { ...as, cwd: "/", stdio: ["ignore", "ignore", "pipe"] });
  let said = "";
  child.stderr.setEncoding("utf8").on("data", (text) => (said += text));
  for (let tries = 0; tries < 100; tries++) {
    if (await listens(port)) return child;
    if (child.exitCode !== null) break;
    await sleep(20);
  }
  throw new Error(`PgBouncer did not start.\n${said}`);
}

function install(): void {
  if (existsSync(PROGRAM)) return;
  const help = "These tests need PgBouncer: install it, as by `apt-get install pgbouncer`, and run them again.";
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) throw new Error(help);
  try {
    execFileSync("apt-get", ["update"], { stdio: "ignore" });
    execFileSync("apt-get", ["install", "--yes", "--no-install-recommends", "pgbouncer"], { stdio: "ignore" });
  } catch (cause) {
    throw new Error(help, { cause });
  }
}

function listens(port: number): Promise<boolean> {
  const socket = connect(port, "127.0.0.1");
  return new Promise((resolve) => {
    socket.once("connect", () => resolve(true)).once("error", () => resolve(false));
  }).then((yes) => {
    socket.destroy();
    return yes as boolean;
  });
}
