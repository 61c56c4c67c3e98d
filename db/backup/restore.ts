import { createReadStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import type { Client } from "pg";
import { from } from "pg-copy-streams";
import { countRows, open } from "@/db/backup/file";
import * as tables from "@/db/backup/tables";
import * as history from "@/db/migrator/history";
import { Refusal } from "@/db/refusal";

type Options = {
  /** Replaces what is there; else only an empty database is taken. */
  force?: boolean;
  /** Is told how many rows of how many are in. */
  onRows?: (done: number, all: number) => void;
};

/**
 * Brings back what `dump` wrote, each row as it was, its version and times included, in one transaction.
 * @param client of node-postgres, past any pooler. @returns how many rows there are.
 * @throws Refusal when the database is not empty, is not migrated exactly as far as the backup, or the file is not whole;
 * nothing is changed then.
 */
export async function restore(client: Client, path: string, { force = false, onRows }: Options = {}): Promise<number> {
  await client.query("begin; set local datestyle = iso; set local statement_timeout = 0");
  try {
    let rows = 0;
    await pipeline(createReadStream(path), createGunzip(), async (unzipped: AsyncIterable<Buffer>) => {
      rows = await fill(client, open(unzipped), force, onRows);
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
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code === "ENOENT") return new Refusal(`there is no ${path}.`);
  if (code === "Z_BUF_ERROR" || code === "Z_DATA_ERROR") return new Refusal(`${path} is not whole.`);
  return undefined;
}

async function fill(client: Client, file: ReturnType<typeof open>, force: boolean, onRows: Options["onRows"]) {
  const migrations: string[] = [];
  const expected = new Map<string, number>();
  let line = await file.line();
  if (!line?.startsWith("-- A backup of Tandem")) throw new Refusal("the file is no backup of Tandem.");
  for (; line?.startsWith("--"); line = await file.line()) {
    const [, what, name = "", value = ""] = line.split(" ");
    if (what === "migration") migrations.push(`${name} ${value}`);
    if (what === "rows") expected.set(name, Number(value));
  }

  const ours = await history.read(client);
  if (ours.map(({ name, hash }) => `${name} ${hash}`).join() !== migrations.join()) {
    const end = (names: string[]) => names.at(-1)?.split(" ")[0] ?? "nothing";
    throw new Refusal(
      `the backup was made after ${end(migrations)}, this database stands after ${end(ours.map(({ name }) => name))}.`,
    );
  }
  const all = await tables.read(client);
  const names = all.map(({ name }) => name).join(", ");
  if (force) await client.query(`truncate ${names}`);
  else await client.query(`lock table ${names} in exclusive mode`);
  const full = [...(await tables.count(client, all))].find(([, count]) => count > 0);
  if (full) throw new Refusal(`${full[0]} has ${full[1]} rows. With --force they are replaced.`);

  const sum = [...expected.values()].reduce((one, other) => one + other, 0);
  let done = 0;
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
