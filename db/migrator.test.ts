import { randomBytes } from "node:crypto";
import { appendFile, mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterEach, beforeEach, expect, inject, test } from "vitest";
import * as migrator from "@/db/migrator";
import { catalogue } from "@/db/testing-catalogue";
import { inDatabase } from "@/db/testing-url";

const { url } = inject("testing");
let folder: string;
let name: string;
let client: pg.Client;

beforeEach(async () => {
  name = `tandem_test_${randomBytes(8).toString("hex")}`;
  await query(url, `create database ${name}`);
  client = await connect();
  folder = await mkdtemp(join(tmpdir(), "tandem-migrations-"));
  await migration("0000_books", "create table books (id int);", "drop table books;");
  await migration("0001_pages", "create table pages (id int);", "drop table pages;");
});

afterEach(async () => {
  await client.end();
  await query(url, `drop database ${name} with (force)`);
  await rm(folder, { recursive: true });
});

test("applies what is new, once, and takes it back", async () => {
  expect(await migrator.migrate({ folder, client })).toEqual(["0000_books", "0001_pages"]);
  expect(await migrator.migrate({ folder, client })).toEqual([]);
  expect(await tables()).toEqual(["books", "pages"]);
  expect(await migrator.rollback(1, { folder, client })).toEqual(["0001_pages"]);
  expect(await tables()).toEqual(["books"]);
  expect(await migrator.status({ folder, client })).toEqual([
    { name: "0000_books", hash: expect.any(String), appliedAt: expect.any(Date) },
    { name: "0001_pages", hash: expect.any(String), appliedAt: undefined },
  ]);
  expect(await migrator.rollback(9, { folder, client })).toEqual(["0000_books"]);
  expect(await tables()).toEqual([]);
});

test("a migration that fails half-way leaves nothing of itself and says where it failed", async () => {
  await migration("0002_half", "create table half (id int);\nselect nonsense;", "drop table half;");
  await expect(migrator.migrate({ folder, client })).rejects.toThrow(/^0002_half\.sql failed in line 2: .*nonsense/);
  expect(await tables()).toEqual(["books", "pages"]);
  expect((await migrator.status({ folder, client }).catch(() => [])).at(2)?.appliedAt).toBeUndefined();
  await migration("0002_half", "create table half (id int);", "drop table half;");
  expect(await migrator.migrate({ folder, client })).toEqual(["0002_half"]);
});

test("a table that another program keeps to itself is not waited for without end", async () => {
  await migrator.migrate({ folder, client });
  await migration("0002_titles", "alter table books add title text;", "alter table books drop title;");
  const another = await connect();
  await another.query("begin; lock table books");
  await expect(migrator.migrate({ folder, client })).rejects.toThrow(/^0002_titles\.sql failed: .* Try again/);
  await another.query("rollback");
  await another.end();
  expect(await migrator.migrate({ folder, client })).toEqual(["0002_titles"]);
});

const mistakes: [string, () => Promise<unknown>, RegExp][] = [
  ["an edited file", () => appendFile(join(folder, "0001_pages.sql"), "\nselect 1;"), /^0001_pages\.sql was edited/],
  ["a missing file", () => remove("0001_pages.sql", "0001_pages.down.sql"), /^0001_pages\.sql was applied/],
  ["a missing way back", () => remove("0000_books.down.sql"), /^0000_books\.down\.sql, .* is missing/],
  ["a missing way forth", () => remove("0001_pages.sql"), /^0001_pages\.sql, .* is missing/],
  ["a number left out", () => migration("0003_gap", "", ""), /^0002 is missing: 0003_gap\.sql/],
  ["a number used twice", () => migration("0001_again", "", ""), /^0002 is missing: 0001_pages\.sql/],
  ["a draft", () => migration("0002_draft", "", "-- TODO: the opposite"), /^0002_draft\.down\.sql is still a draft/],
  ["another name", () => renamed("0001_pages", "0001_leaves"), /^0001_pages\.sql was applied/],
];

test.each(mistakes)("%s is refused by name, and nothing is changed", async (_, mistake, words) => {
  await migrator.migrate({ folder, client });
  await mistake();
  for (const work of [migrator.migrate, migrator.status]) await expect(work({ folder, client })).rejects.toThrow(words);
  await expect(migrator.rollback(1, { folder, client })).rejects.toThrow(words);
  expect(await tables()).toEqual(["books", "pages"]);
});

test("a file that comes late is refused by name", async () => {
  await migrator.migrate({ folder, client });
  await client.query("delete from drizzle.migrations where name = '0000_books'");
  await expect(migrator.migrate({ folder, client })).rejects.toThrow(
    /^0000_books\.sql is out of order: 0001_pages\.sql/,
  );
});

test("the way back of all that is ours leaves nothing", async () => {
  await migrator.migrate({ client });
  expect((await catalogue(client)).length).toBeGreaterThan(100);
  await migrator.rollback(9_999, { client });
  expect(await catalogue(client)).toEqual([]);
});

async function migration(name: string, forth: string, back: string): Promise<void> {
  await writeFile(join(folder, `${name}.sql`), forth);
  await writeFile(join(folder, `${name}.down.sql`), back);
}

async function remove(...files: string[]): Promise<void> {
  for (const file of files) await rm(join(folder, file));
}

async function renamed(from: string, to: string): Promise<void> {
  for (const end of [".sql", ".down.sql"]) await rename(join(folder, from + end), join(folder, to + end));
}

async function tables(): Promise<string[]> {
  const sql = "select tablename from pg_tables where schemaname = 'public' order by 1";
  return (await client.query(sql)).rows.map((row) => row.tablename);
}

async function connect(): Promise<pg.Client> {
  const connection = new pg.Client(inDatabase(url, name));
  await connection.connect();
  return connection;
}

async function query(to: string, sql: string): Promise<void> {
  const connection = new pg.Client(to);
  await connection.connect();
  await connection.query(sql);
  await connection.end();
}
