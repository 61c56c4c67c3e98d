import { createReadStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import type { Client } from "pg";
import { from } from "pg-copy-streams";
import { countRows, open } from "@/db/backup/file";
import * as tables from "@/db/backup/tables";
import * as migrator from "@/db/migrator";
import * as history from "@/db/migrator/history";
import { Refusal } from "@/db/refusal";

type Options = {
  /** Replaces what is there; else only an empty database is taken. */
  force?: boolean;
  /** Is told how many rows of how many are in. */
  onRows?: (done: number, all: number) => void;
};

/** What a backup says of itself: after which migrations it was made, and how many rows each table has. `next` is the line after. */
type Head = { migrations: string[]; expected: Map<string, number>; next: string | undefined };

/**
 * Brings back what `dump` wrote, each row as it was, its version and times included, in one transaction.
 * A database that was never migrated is migrated first, if that takes it as far as the backup.
 * @param client of node-postgres, past any pooler. @returns how many rows there are.
 * @throws Refusal when the database is not empty, is not migrated exactly as far as the backup, or the file is not whole;
 * no row is changed then.
 */
export async function restore(client: Client, path: string, { force = false, onRows }: Options = {}): Promise<number> {
  try {
    let rows = 0;
    await pipeline(createReadStream(path), createGunzip(), async (unzipped: AsyncIterable<Buffer>) => {
      const file = open(unzipped);
      const head = await read(file);
      await build(client, head);
      await client.query("begin; set local datestyle = iso; set local statement_timeout = 0");
      rows = await fill(client, file, head, force, onRows);
    });
    await client.query("commit");
    await client.query("analyze");
    return rows;
  } catch (error) {
    await client.query("rollback").catch(() => {}); // a lost connection has told its own error
    throw refusal(error, path) ?? error;
  }
}

/** What it means when the file cannot be read to its end. */
function refusal(error: unknown, path: string): Refusal | undefined {
  const { code, message } = error as { code?: string; message?: string };
  if (code === "ENOENT") return new Refusal(`there is no ${path}.`);
  if (code === "EISDIR") return new Refusal(`${path} is a folder.`);
  if (code === "Z_DATA_ERROR" && message === "incorrect header check")
    return new Refusal(`${path} is not gzipped, as a backup of Tandem is.`);
  if (code === "Z_BUF_ERROR" || code === "Z_DATA_ERROR") return new Refusal(`${path} is not whole.`);
  return undefined;
}

async function read(file: ReturnType<typeof open>): Promise<Head> {
  const head: Head = { migrations: [], expected: new Map(), next: await file.line() };
  if (!head.next?.startsWith("-- A backup of Tandem")) throw new Refusal("the file is no backup of Tandem.");
  for (; head.next?.startsWith("--"); head.next = await file.line()) {
    const [, what, name = "", value = ""] = head.next.split(" ");
    if (what === "migration") head.migrations.push(`${name} ${value}`);
    if (what === "rows") head.expected.set(name, Number(value));
  }
  return head;
}

/** Migrates a database that never was, unless that would take it past the backup, or not as far. */
async function build(client: Client, { migrations }: Head): Promise<void> {
  const known = await migrator.status({ client });
  if (known.some(({ appliedAt }) => appliedAt)) return;
  const [theirs, ours] = [migrations.map(nameOf), known.map(({ name }) => name)];
  if (theirs.join() !== ours.join()) throw another(theirs, `this version would take the database to ${last(ours)}`);
  await migrator.migrate({ client });
}

const nameOf = (migration: string) => migration.split(" ")[0] ?? "";
const last = (names: string[]) => names.at(-1) ?? "nothing";

function another(theirs: string[], here: string): Refusal {
  const way = "Restore it into an empty database by the version of Tandem that made it, then migrate";
  return new Refusal(`the backup was made after ${last(theirs)}, ${here}. ${way}.`);
}

async function fill(
  client: Client,
  file: ReturnType<typeof open>,
  { migrations, expected, next }: Head,
  force: boolean,
  onRows: Options["onRows"],
): Promise<number> {
  const ours = await history.read(client);
  if (ours.map(({ name, hash }) => `${name} ${hash}`).join() !== migrations.join())
    throw another(migrations.map(nameOf), `this database stands after ${last(ours.map(({ name }) => name))}`);
  const all = await tables.read(client);
  const names = all.map(({ name }) => name).join(", ");
  if (force) await client.query(`truncate ${names}`);
  else await client.query(`lock table ${names} in exclusive mode`);
  const full = [...(await tables.count(client, all))].find(([, count]) => count > 0);
  if (full)
    throw new Refusal(`${full[0]} has ${full[1]} rows. npm run db:restore -- FILE --force replaces all that is there.`);

  const sum = [...expected.values()].reduce((one, other) => one + other, 0);
  let done = 0;
  let line = next;
  for (const { name, columns } of all) {
    const copy = `COPY ${name} (${columns}) FROM stdin;`;
    if (line !== copy) throw new Refusal(`the file has "${line ?? "nothing"}" where "${copy}" was expected.`);
    let count = 0;
    const counted = async function* () {
      for await (const rows of file.rows()) {
        yield rows;
        count += countRows(rows);
        onRows?.(done + count, sum);
      }
    };
    await pipeline(counted, client.query(from(copy.slice(0, -1))));
    if (count !== expected.get(name))
      throw new Refusal(`the file has ${count} rows of ${name}, not ${expected.get(name)}.`);
    done += count;
    line = await file.line();
  }
  if (line !== undefined) throw new Refusal(`the file goes on after the last table, with "${line}".`);
  return done;
}
