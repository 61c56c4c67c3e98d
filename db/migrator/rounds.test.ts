import { randomBytes } from "node:crypto";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { afterEach, beforeEach, expect, inject, test } from "vitest";
import * as embedded from "@/db/embedded";
import * as migrator from "@/db/migrator";
import { patiently } from "@/db/patience";
import { catalogue } from "@/db/testing-catalogue";
import { fill } from "@/db/testing-rows";
import { inDatabase } from "@/db/testing-url";

const ROUNDS = process.env.TANDEM_LONG ? 20 : 3;
const { url } = inject("testing");

let name: string;
let client: pg.Client;

beforeEach(async () => {
  name = `tandem_test_${randomBytes(8).toString("hex")}`;
  await query(`create database ${name}`);
  client = await connect();
});

afterEach(async () => {
  await client.end();
  await query(`drop database ${name} with (force)`);
});

test(`four migrators at once, ${ROUNDS} rounds: each migration is applied by one, and none fails`, async () => {
  const clients = await Promise.all([connect(), connect(), connect(), connect()]);
  const names: string[][] = [];
  for (let round = 0; round < ROUNDS; round++) {
    names.push((await Promise.all(clients.map((each) => migrator.migrate({ client: each })))).flat());
    await Promise.all(clients.map((each) => migrator.rollback(9_999, { client: each })));
    await client.query("drop schema drizzle cascade");
  }
  expect(new Set(names.map(String)).size).toBe(1);
  expect(new Set(names[0]).size).toBe(names[0]?.length);
  await Promise.all(clients.map((each) => each.end()));
});

test("forth, back and forth again gives the same catalogue, step by step and with rows in every table", async () => {
  const names = await migrator.migrate({ client });
  const whole = await catalogue(client);
  for (let steps = 1; steps <= names.length; steps++) {
    await fill(client);
    expect(await emptyTables()).toEqual([]);
    await migrator.rollback(steps, { client });
    await migrator.migrate({ client });
    expect(await catalogue(client)).toEqual(whole);
  }
});

test("a step back takes what its migration has brought, and leaves every row as it was", async () => {
  await migrator.migrate({ client });
  await fill(client);
  const before = await rows();
  for (let steps = 1; steps <= LATEST.length; steps++) {
    const taken = LATEST.slice(0, steps).flat();
    await migrator.rollback(steps, { client });
    expect(await rows()).toEqual(without(before, taken));
    await migrator.migrate({ client });
    expect(without(await rows(), taken)).toEqual(without(before, taken));
  }
});

test("a migrator whose connection is cut leaves nothing, and the next one need not wait for it", async () => {
  const folder = await slowly();
  const doomed = await connect();
  const cut = migrator.migrate({ folder, client: doomed });
  const told = expect(cut).rejects.toThrow(/^0000_slow\.sql failed/);
  await sleep(200);
  await query(
    `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}' and query like '%pg_sleep%' and pid <> pg_backend_pid()`,
  );
  await told;
  expect(await catalogue(client)).toEqual([]);
  await writeFile(join(folder, "0000_slow.sql"), "create table slow (id int);");
  expect(await migrator.migrate({ folder, client })).toEqual(["0000_slow"]);
  await rm(folder, { recursive: true });
});

test("a server killed with -9 in the middle of a migration comes back without it", async () => {
  const dataDir = await mkdtemp(join(tmpdir(), "tandem-killed-"));
  const folder = await slowly();
  const doomed = await attach(dataDir);
  const cut = migrator.migrate({ folder, client: doomed });
  const told = expect(cut).rejects.toThrow(/^0000_slow\.sql failed/);
  await sleep(200);
  process.kill(
    Number.parseInt(await readFile(join(dataDir, "postgres", "cluster", "postmaster.pid"), "utf8"), 10),
    "SIGKILL",
  );
  await told;

  const next = await attach(dataDir);
  expect(await catalogue(next)).toEqual([]);
  expect((await migrator.status({ folder, client: next })).map(({ appliedAt }) => appliedAt)).toEqual([undefined]);
  await writeFile(join(folder, "0000_slow.sql"), "create table slow (id int);");
  expect(await migrator.migrate({ folder, client: next })).toEqual(["0000_slow"]);
  await next.end();
  await embedded.stop(dataDir);
  await Promise.all([folder, dataDir].map((path) => rm(path, { recursive: true })));
});

/** The columns that the latest migrations have brought, the last first. */
const LATEST = [[], ["preferences"], ["search_text"], ["unasked", "plan"]];

type Rows = Record<string, Array<Record<string, unknown>>>;

/** All rows of all tables. */
async function rows(): Promise<Rows> {
  const found: Rows = {};
  for (const name of await tables())
    found[name] = (await client.query(`select to_jsonb(t) as row from ${name} t order by 1`)).rows.map(
      ({ row }) => row,
    );
  return found;
}

const without = (all: Rows, columns: string[]): Rows =>
  Object.fromEntries(
    Object.entries(all).map(([name, rows]) => [
      name,
      rows.map((row) => Object.fromEntries(Object.entries(row).filter(([column]) => !columns.includes(column)))),
    ]),
  );

/** A folder with a migration that takes long enough to be interrupted. */
async function slowly(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "tandem-migrations-"));
  await writeFile(join(folder, "0000_slow.sql"), "create table slow (id int);\nselect pg_sleep(20);");
  await writeFile(join(folder, "0000_slow.down.sql"), "drop table slow;");
  return folder;
}

async function tables(): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    "select tablename as name from pg_tables where schemaname = 'public' order by 1",
  );
  return rows.map(({ name }) => name);
}

async function emptyTables(): Promise<string[]> {
  const empty: string[] = [];
  for (const name of await tables())
    if (!(await client.query(`select from ${name} limit 1`)).rowCount) empty.push(name);
  return empty;
}

function attach(dataDir: string): Promise<pg.Client> {
  return patiently(async () => {
    const connection = new pg.Client(await embedded.ensure(dataDir)).on("error", () => {});
    await connection.connect();
    return connection;
  });
}

async function connect(): Promise<pg.Client> {
  const connection = new pg.Client(inDatabase(url, name)).on("error", () => {});
  await connection.connect();
  return connection;
}

async function query(sql: string): Promise<void> {
  const connection = new pg.Client(url);
  await connection.connect();
  await connection.query(sql);
  await connection.end();
}
