import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdtemp, readdir, rename, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { basename, dirname, join } from "node:path";
import { account } from "@/db/embedded/account";
import { completeLibraries, run } from "@/db/embedded/programs";

export const USER = "tandem";
const SOCKET_PORT = 5432;

/** What lies in the server's home, a folder of its own under DATA_DIR. */
export const layout = (home: string) => ({
  cluster: join(home, "cluster"),
  password: join(home, "password"),
  log: join(home, "log"),
  guests: join(home, "guests"),
  socketLock: join(home, `.s.PGSQL.${SOCKET_PORT}.lock`),
});

/** Makes `home` whole or not at all: a new one is prepared beside it and renamed, so that a kill leaves only rubbish. */
export async function create(home: string): Promise<void> {
  if (existsSync(home)) return;
  await sweep(home);
  await completeLibraries();
  const draft = await mkdtemp(`${home}.new-`);
  const { cluster, password } = layout(draft);
  await writeFile(password, randomBytes(24).toString("base64url"), { mode: 0o600, flush: true });
  const locale = ["--encoding=UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"];
  const access = [`--username=${USER}`, `--pwfile=${password}`, "--auth=scram-sha-256"];
  await run("initdb", [`--pgdata=${cluster}`, ...access, ...locale, "--no-instructions"], await account(draft));
  await rename(draft, home).catch(async (error) => {
    await rm(draft, { recursive: true, force: true });
    if (!existsSync(home)) throw error; // else another process was quicker, and its home is as good
  });
}

async function sweep(home: string): Promise<void> {
  const unfinished = (await readdir(dirname(home))).filter((name) => name.startsWith(`${basename(home)}.new-`));
  for (const name of unfinished) await rm(join(dirname(home), name), { recursive: true, force: true });
}

/**
 * Writes the server's settings, whole, before each start. It listens on a Unix socket in `home`; where the path is too
 * long for one (104 bytes on macOS) or there are none (Windows), on a free port of the loopback address.
 */
export async function configure(home: string): Promise<void> {
  const { cluster } = layout(home);
  const fits = process.platform !== "win32" && Buffer.byteLength(join(home, `.s.PGSQL.${SOCKET_PORT}`)) < 104;
  const settings = {
    listen_addresses: fits ? "" : "127.0.0.1",
    unix_socket_directories: fits ? home : "",
    unix_socket_permissions: "0700",
    port: fits ? SOCKET_PORT : await freePort(),
    max_connections: 200,
    shared_buffers: "128MB",
    timezone: "UTC",
    log_timezone: "UTC",
    lc_messages: "C",
    log_checkpoints: "off",
    statement_timeout: "30s",
    idle_in_transaction_session_timeout: "30s",
  };
  const lines = Object.entries(settings).map(([name, value]) => `${name} = '${String(value).replaceAll("'", "''")}'\n`);
  await writeFile(join(cluster, "postgresql.conf"), lines.join(""));
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}
