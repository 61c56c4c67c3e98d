import { once } from "node:events";
import { createWriteStream, existsSync } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import type { Client } from "pg";
import { to } from "pg-copy-streams";
import { countRows } from "@/db/backup/file";
import * as tables from "@/db/backup/tables";
import * as history from "@/db/migrator/history";
import { Refusal } from "@/db/refusal";

/**
 * Writes every row of every table into a new file, all as they were at one instant, while everybody else goes on working.
 * It is a gzipped SQL script: `restore` reads it, and so does psql. It holds password hashes and sessions; only its owner may read it.
 * Until the file is whole its name ends in .part, so that none that was broken off is taken for a backup.
 * @param client of node-postgres, past any pooler. @param onRows is told how many rows of how many are written.
 * @returns how many rows there are.
 * @throws Refusal when the file or its part exists already, or the database was never migrated.
 */
export async function dump(
  client: Client,
  path: string,
  onRows?: (done: number, all: number) => void,
): Promise<number> {
  if (existsSync(path)) throw new Refusal(`${path} already exists. Choose another name.`);
  const part = `${path}.part`;
  const file = createWriteStream(part, { flags: "wx", mode: 0o600, flush: true });
  await once(file, "open").catch((error) => {
    const why = "another backup is being written there, or one was interrupted, in which case delete it";
    throw error.code === "EEXIST" ? new Refusal(`${part} already exists: ${why}.`) : error;
  });
  let rows = 0;
  const told = (done: number, all: number) => {
    rows = done;
    onRows?.(done, all);
  };
  try {
    await pipeline(script(client, told), createGzip({ level: 5 }), file);
    await rename(part, path);
    return rows;
  } catch (error) {
    await rm(part);
    throw error;
  }
}

async function* script(client: Client, onRows: (done: number, all: number) => void): AsyncGenerator<Buffer | string> {
  // Should row-level security hide a row from this role, Postgres is to fail rather than to leave it out.
  await client.query(`
    begin isolation level repeatable read read only;
    set local row_security = off; set local datestyle = iso; set local statement_timeout = 0`);
  try {
    const applied = await history.read(client);
    if (applied.length === 0) throw new Refusal("there is nothing here to back up: the database was never migrated.");
    const all = await tables.read(client);
    const counts = await tables.count(client, all);
    const sum = [...counts.values()].reduce((one, other) => one + other, 0);

    yield `-- A backup of Tandem, ${new Date().toISOString()}. Into a database that is migrated as far as here, and empty:\n`;
    yield "-- npm run db:restore -- FILE, or gunzip and psql --single-transaction.\n";
    for (const { name, hash } of applied) yield `-- migration ${name} ${hash}\n`;
    for (const [name, count] of counts) yield `-- rows ${name} ${count}\n`;
    let done = 0;
    for (const { name, columns } of all) {
      yield `COPY ${name} (${columns}) FROM stdin;\n`;
      for await (const rows of client.query(to(`COPY ${name} (${columns}) TO stdout`))) {
        yield rows;
        done += countRows(rows);
        onRows(done, sum);
      }
      yield "\\.\n";
    }
    onRows(done, sum);
  } finally {
    await client.query("rollback").catch(() => {}); // a lost connection has told its own error
  }
}
