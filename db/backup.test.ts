import { randomBytes } from "node:crypto";
import { readdirSync } from "node:fs";
import { copyFile, mkdir, mkdtemp, readFile, rm, stat, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import pg from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from "vitest";
import { dump } from "@/db/backup/dump";
import { restore } from "@/db/backup/restore";
import * as migrator from "@/db/migrator";
import { Refusal } from "@/db/refusal";
import { fill } from "@/db/testing-rows";
import { inDatabase } from "@/db/testing-url";

const { url, template } = inject("testing");
const { database = "" } = new pg.Client(process.env.DATABASE_URL);
const other = `tandem_test_${randomBytes(8).toString("hex")}`;
let folder: string;
let source: pg.Client;
let target: pg.Client;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "tandem-backup-"));
  source = await connect(database);
  await source.query(`create database ${other} template ${template}`);
  target = await connect(other);
  await fill(source);
  await fill(source, new Date());
  // More than one piece of everything on the way, in rows of every length.
  await source.query(`
    insert into tasks (user_id, title, description, position)
    select users.id, 'Task ' || g, repeat(E'\\\\\\t\\n.' || g, g % 100), 'b' || g
    from generate_series(1, 5000) g, (select id from users limit 1) users`);
});

afterAll(async () => {
  await target.end();
  await source.query(`drop database ${other} with (force)`);
  await source.end();
  await rm(folder, { recursive: true });
});

test("every row comes back as it was", async () => {
  const path = join(folder, "whole.sql.gz");
  const seen: [number, number][] = [];
  const rows = await dump(source, path, (...progress) => seen.push(progress));
  const before = await hashes(source);
  expect((await stat(path)).mode & 0o777).toBe(0o600);
  expect(seen.at(-1)).toEqual([rows, rows]);
  expect(rows).toBeGreaterThan(5_000);

  expect(await restore(target, path)).toBe(rows);
  expect(await hashes(target)).toEqual(before);

  await expect(restore(target, path)).rejects.toThrow(/already has 2 users\. .* --force/);
  await target.query("update tasks set title = 'Another'; delete from messages");
  expect(await restore(target, path, { force: true })).toBe(rows);
  expect(await hashes(target)).toEqual(before);
});

test("it is of one instant, though others go on writing", async () => {
  const path = join(folder, "instant.sql.gz");
  const writer = await connect(database);
  let writing: Promise<void> | undefined;
  await dump(source, path, () => {
    writing ??= fill(writer); // begins when the first table is done
  });
  await writing;
  await writer.end();
  await restore(target, path, { force: true });
  const count = "select count(*)::int as users from users";
  const [then, now] = await Promise.all([target.query(count), source.query(count)]);
  expect(then.rows[0].users).toBe(now.rows[0].users - 1);
});

test.each<[string, (path: string) => Promise<unknown>, RegExp]>([
  ["a file cut short", async (path) => truncate(path, (await stat(path)).size - 1_000), /is incomplete/],
  [
    "a file without its last row",
    (path) => edit(path, (sql) => sql.replace(/\n.*\n\\\.\n$/, "\n\\.\n")),
    /rows of .*, not/,
  ],
  [
    "a file without its last table",
    (path) => edit(path, (sql) => sql.slice(0, sql.lastIndexOf("COPY"))),
    /has "nothing" where/,
  ],
  [
    "a file with more after its end",
    (path) => edit(path, (sql) => `${sql}drop table users;\n`),
    /continues .* "drop table/,
  ],
  [
    "an older backup",
    (path) => edit(path, (sql) => sql.replace(/-- migration .*\n(-- rows)/, "$1")),
    /made after .*, this database is at .*\. Restore it into an empty database/,
  ],
  [
    "another version's backup",
    (path) => edit(path, (sql) => sql.replace(/(-- migration \S+ )\w+\n(-- rows)/, "$1edited\n$2")),
    /made by another version of Tandem, after \d{4}_\w+\. Restore it with that version/,
  ],
  ["no file at all", (path) => rm(path), /doesn’t exist/],
  ["a folder", (path) => rm(path).then(() => mkdir(path)), /is a folder/],
  ["a file that is not gzipped", (path) => writeFile(path, "hello\n"), /isn’t a gzipped Tandem backup/],
  ["any other file", (path) => writeFile(path, gzipSync("hello\n")), /isn’t a Tandem backup/],
])("%s is refused, and nothing is changed", async (_, spoil, words) => {
  const path = join(folder, `${randomBytes(4).toString("hex")}.sql.gz`);
  await dump(source, path);
  await spoil(path);
  const before = await hashes(target);
  await expect(restore(target, path, { force: true })).rejects.toThrow(words);
  expect(await hashes(target)).toEqual(before);
});

describe("a database without users", () => {
  const bare = `${other}_bare`;
  const names = readdirSync("drizzle").flatMap((file) => file.match(/^(\d{4}_\w+)\.sql$/)?.[1] ?? []);
  let client: pg.Client;

  beforeEach(async () => {
    await source.query(`create database ${bare}`);
    client = await connect(bare);
  });

  afterEach(async () => {
    await client.end();
    await source.query(`drop database ${bare} with (force)`);
  });

  test("gets its tables once the file is known to fit, and loses them when it does not", async () => {
    const [path, another, cut, unnamed] = ["fits", "another", "cut", "unnamed"].map((name) =>
      join(folder, `${name}.sql.gz`),
    ) as [string, string, string, string];
    const rows = await dump(source, path);
    for (const copy of [another, cut, unnamed]) await copyFile(path, copy);
    await edit(unnamed, (sql) => sql.replaceAll(/-- migration .*\n/g, ""));
    await edit(another, (sql) => sql.replace(/-- migration \S+/, "-- migration 0000_theirs"));
    await edit(cut, (sql) => sql.slice(0, sql.lastIndexOf("COPY")));
    for (const unfit of [another, cut, unnamed, join(folder, "none.gz")]) {
      await expect(restore(client, unfit)).rejects.toThrow(Refusal);
      expect((await client.query("select from pg_tables where schemaname = 'public'")).rowCount).toBe(0);
    }
    expect(await restore(client, path)).toBe(rows);
  });

  test.each(names.slice(0, -1).map((name, at) => [name, at + 1]))(
    "takes a backup that was made after %s, and is migrated from there",
    async (name, count) => {
      const path = join(folder, `${name}.sql.gz`);
      await migrator.migrate({ client, upTo: count });
      await client.query("insert into users (name, email) values ('Ada', 'ada@example.com')");
      await client.query("insert into tasks (user_id, title, position) select id, 'Tea', 'a0' from users");
      await dump(client, path);
      await client.query(
        "truncate users cascade; insert into rate_limits (key, count, last_request) values ('purge', 1, 1)",
      );
      await migrator.migrate({ client });

      await restore(client, path);
      expect((await migrator.status({ client })).filter(({ appliedAt }) => !appliedAt)).toEqual([]);
      expect((await client.query("select title from tasks")).rows).toEqual([{ title: "Tea" }]);
      expect((await client.query("select key from rate_limits")).rows).toEqual([]);
    },
  );
});

test("a file has its name once it is whole", async () => {
  const path = join(folder, "written.sql.gz");
  const seen = new Set<string>();
  await dump(source, path, () => {
    for (const file of readdirSync(folder).filter((name) => name.startsWith("written"))) seen.add(file);
  });
  expect([...seen]).toEqual(["written.sql.gz.part"]);
  expect(readdirSync(folder).filter((name) => name.startsWith("written"))).toEqual(["written.sql.gz"]);

  const next = join(folder, "next.sql.gz");
  await writeFile(`${next}.part`, "left by a backup that was killed");
  await expect(dump(source, next)).rejects.toThrow(/next\.sql\.gz\.part already exists.* delete it/);
});

test("a file that exists is not written over, and a backup that fails leaves none", async () => {
  const path = join(folder, "failed.sql.gz");
  await writeFile(path, "mine");
  await expect(dump(source, path)).rejects.toThrow("already exists");
  expect(await readFile(path, "utf8")).toBe("mine");

  await rm(path);
  const empty = await connect("postgres");
  await expect(dump(empty, path)).rejects.toThrow("never migrated");
  await empty.end();
  await expect(stat(path)).rejects.toThrow("ENOENT");
});

/** One hash for each table, over every row and column of it. */
async function hashes(client: pg.Client): Promise<Record<string, string>> {
  const { rows } = await client.query("select tablename as name from pg_tables where schemaname = 'public'");
  const all: Record<string, string> = {};
  for (const { name } of rows) {
    const sql = `select md5(string_agg(md5(t::text), '' order by t.id)) as hash from ${name} t`;
    all[name] = (await client.query(sql)).rows[0].hash;
  }
  expect(Object.values(all)).not.toContain(null);
  return all;
}

async function edit(path: string, change: (sql: string) => string): Promise<void> {
  await writeFile(path, gzipSync(change(gunzipSync(await readFile(path)).toString())));
}

async function connect(name: string): Promise<pg.Client> {
  const client = new pg.Client(inDatabase(url, name));
  await client.connect();
  return client;
}
