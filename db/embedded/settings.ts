import { readFile, rename, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { layout, SOCKET_PORT } from "@/db/embedded/cluster";
import { space } from "@/db/embedded/space";

const MB = 1024 * 1024;

/** Who is let in: those who know the password, as `initdb --auth=scram-sha-256` has it. */
const ACCESS = ["local all all", "host all all 127.0.0.1/32", "host all all ::1/128"]
  .map((line) => `${line} scram-sha-256\n`)
  .join("");

/**
 * Writes what the server reads when it starts, whole, before each start, so that nothing that happened to these files matters. It listens
 * on a Unix socket in `home`; where the path is too long for one (104 bytes on macOS) or there are none (Windows), on a free port of the
 * loopback address.
 */
export async function configure(home: string): Promise<void> {
  const { cluster, socket } = layout(home);
  const fits = process.platform !== "win32" && Buffer.byteLength(socket) < 104;
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
    // What a statement did wrong is told to who sent it; the log is for what happens to the server.
    log_min_messages: "log",
    log_min_error_statement: "panic",
    statement_timeout: "30s",
    idle_in_transaction_session_timeout: "30s",
    ...(await logOf(home)),
    // Each checkpoint would write a file for this, and a server that cannot goes down.
    max_active_replication_origins: 0,
  };
  const lines = Object.entries(settings).map(([name, value]) => `${name} = '${String(value).replaceAll("'", "''")}'\n`);
  await keep(join(cluster, "postgresql.conf"), lines.join(""));
  await keep(join(cluster, "pg_hba.conf"), ACCESS);
  await keep(join(cluster, "pg_ident.conf"), "");
}

/** The write-ahead log takes an eighth of the disk at most, where that is less than PostgreSQL would take. */
async function logOf(home: string) {
  const { size } = await space(home);
  const most = Math.min(1024, Math.max(32, Math.floor(size / 8 / MB)));
  return { max_wal_size: `${most}MB`, min_wal_size: `${Math.min(80, most)}MB` };
}

/** Whole or not at all, and not when it says so already: on a full disk nothing can be written. */
async function keep(path: string, text: string): Promise<void> {
  if ((await readFile(path, "utf8").catch(() => undefined)) === text) return;
  const draft = `${path}.new`;
  await writeFile(draft, text, { mode: 0o600 });
  await rename(draft, path);
}

/** A port of loopback that was free just now. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}
