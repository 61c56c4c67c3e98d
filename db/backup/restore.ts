import { createReadStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import type { Client } from "pg";
import { from } from "pg-copy-streams";
import { countRows, open } from "@/db/backup/file";
import * as tables from "@/db/backup/tables";
import * as migrator from "@/db/migrator";
import { Refusal } from "@/db/refusal";

type Options = {
  /** Replaces what is there; else only a database without users is taken. */
  force?: boolean;
  /** Is told how many rows of how many are in. */
  onRows?: (done: number, all: number) => void;
};

/** What a backup says of itself: after which migrations it was made, and how many rows each table has. `next` is the line after. */
type Head = { migrations: string[]; expected: Map<string, number>; next: string | undefined };

/**
 * Brings back what `dump` wrote, each row as it was, its version and times included, in one transaction, and migrates it as far as
 * this version goes. A database without users is taken to where the backup was made first.
 * @param client of node-postgres, past any pooler. @returns how many rows there are.
 * @throws Refusal when the database has users, the backup is of a version that this one does not follow, or the file is not whole;
 * the database is as it was then.
 */
export async function restore(client: Client, path: string, { force = false, onRows }: Options = {}): Promise<number> {
  const stood = (await standing(client)).length;
  let rows = 0;
  try {
    await pipeline(createReadStream(path), createGunzip(), async (unzipped: AsyncIterable<Buffer>) => {
      const file = open(unzipped);
      const head = await read(file);
      await meet(client, head);
      await client.query("begin; set local datestyle = iso; set local statement_timeout = 0");
      rows = await fill(client, file, head, force, onRows);
    });
    await client.query("commit");
  } catch (error) {
    await client.query("rollback").catch(() => {}); // a lost connection has told its own error
    await retreat(client, stood).catch(() => {});
    throw refusal(error, path) ?? error;
  }
  await migrator.migrate({ client });
  await client.query("analyze");
  return rows;
}

const standing = async (client: Client) => (await migrator.status({ client })).filter(({ appliedAt }) => appliedAt);

/** What it means when the file cannot be read to its end. */
function refusal(error: unknown, path: string): Refusal | undefined {
  const { code, message } = error as { code?: string; message?: string };
  if (code === "ENOENT") return new Refusal(`${path} doesn’t exist.`);
  if (code === "EISDIR") return new Refusal(`${path} is a folder.`);
  if (code === "Z_DATA_ERROR" && message === "incorrect header check")
    return new Refusal(`${path} isn’t a gzipped Tandem backup.`);
  if (code === "Z_BUF_ERROR" || code === "Z_DATA_ERROR") return new Refusal(`${path} is incomplete.`);
  return undefined;
}

async function read(file: ReturnType<typeof open>): Promise<Head> {
  const head: Head = { migrations: [], expected: new Map(), next: await file.line() };
  if (!head.next?.startsWith("-- A backup of Tandem")) throw new Refusal("the file isn’t a Tandem backup.");
  for (; head.next?.startsWith("--"); head.next = await file.line()) {
    const [, what, name = "", value = ""] = head.next.split(" ");
    if (what === "migration") head.migrations.push(`${name} ${value}`);
    if (what === "rows") head.expected.set(name, Number(value));
  }
  return head;
}

/** Takes the schema to where the backup was made, which may be back, for as long as there is nothing in it to lose. */
async function meet(client: Client, { migrations: theirs }: Head): Promise<void> {
  const ours = (await migrator.status({ client })).map(({ name, hash }) => `${name} ${hash}`);
  if (theirs.length === 0 || theirs.some((migration, at) => migration !== ours[at]))
    throw new Refusal(
      `the backup was made by another version of Tandem, after ${last(theirs)}. Restore it with that version.`,
    );
  const here = await standing(client);
  if (here.length === theirs.length) return;
  if (here.length > 0 && (await countUsers(client)) > 0) {
    const stands = `this database is at ${last(here.map(({ name }) => name))}`;
    throw new Refusal(`the backup was made after ${last(theirs)}, ${stands}. Restore it into an empty database.`);
  }
  await migrator.moveTo(theirs.length, { client });
}

/** Back to where the schema stood; not where someone has moved in meanwhile, for going back drops what is there. */
async function retreat(client: Client, stood: number): Promise<void> {
  const isForth = (await standing(client)).length < stood;
  if (isForth || (await countUsers(client)) === 0) await migrator.moveTo(stood, { client });
}

const last = (migrations: string[]) => migrations.at(-1)?.split(" ")[0] ?? "nothing";

/** How many people it holds something of. What belongs to nobody, such as counts of attempts, is nothing to lose. */
async function countUsers(client: Client): Promise<number> {
  const { rows } = await client.query<{ users: number }>("select count(*)::int as users from users");
  return rows[0]?.users ?? 0;
}

async function fill(
  client: Client,
  file: ReturnType<typeof open>,
  { expected, next }: Head,
  force: boolean,
  onRows: Options["onRows"],
): Promise<number> {
  const all = await tables.read(client);
  const names = all.map(({ name }) => name).join(", ");
  await client.query(`lock table ${names} in access exclusive mode`);
  const users = force ? 0 : await countUsers(client);
  if (users > 0)
    throw new Refusal(
      `the database already has ${users} users. To replace everything in it, run npm run db:restore -- FILE --force.`,
    );
  await client.query(`truncate ${names}`);

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
  if (line !== undefined) throw new Refusal(`the file continues after the last table with "${line}".`);
  return done;
}
