import { execFileSync } from "node:child_process";
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import * as embedded from "@/db/embedded";
import { Unusable } from "@/db/unusable";

process.setMaxListeners(0); // each home is left at exit

let root: string;
let dataDir: string;
const file = (...path: string[]) => join(dataDir, "postgres", ...path);
const cluster = (...path: string[]) => file("cluster", ...path);

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "tandem-broken-"));
  dataDir = join(root, "data");
  await kept();
  const client = await open();
  await client.query("insert into kept values (1)");
  await client.end();
  await embedded.stop(dataDir);
});
afterAll(async () => {
  await embedded.stop(dataDir);
  await rm(root, { recursive: true, force: true });
});

/** As a process does that has just begun. */
function begin(): void {
  const memory = globalThis as { tandemStarts?: Map<string, unknown>; tandemEmbedded?: { homes: Set<string> } };
  memory.tandemStarts?.clear();
  memory.tandemEmbedded?.homes.clear();
}

async function open(dir = dataDir): Promise<pg.Client> {
  const client = new pg.Client(await embedded.ensure(dir)).on("error", () => {});
  await client.connect();
  return client;
}

/** How many rows are there of those that were acknowledged before anything was broken. */
async function kept(dir = dataDir): Promise<number> {
  const client = await open(dir);
  await client.query("create table if not exists kept (id int)");
  const { rows } = await client.query("select count(*)::int as n from kept");
  await client.end();
  return rows[0].n;
}

const write = (path: string, content: string | Uint8Array) => {
  rmSync(path, { recursive: true, force: true });
  writeFileSync(path, content);
};
const folder = (path: string) => {
  rmSync(path, { recursive: true, force: true });
  mkdirSync(path);
};
const link = (path: string) => {
  rmSync(path, { recursive: true, force: true });
  symlinkSync(join(root, "nowhere"), path);
};
const isRoot = process.getuid?.() === 0;
const give = (path: string) => isRoot && execFileSync("chown", ["-R", "0:0", path]);
const garbage = Buffer.from("not a pid\0\xff", "latin1");
/** Our parent: it lives as long as we do, and is no PostgreSQL. */
const foreigner = `${process.ppid}`;

describe("repaired, with nothing lost: the server is down, and", () => {
  beforeEach(async () => {
    await embedded.stop(dataDir);
    begin();
  });

  const pid = () => cluster("postmaster.pid");
  const lock = () => join(dataDir, "postgres.lock");
  test.each<[string, () => void]>([
    ["postmaster.pid is garbage", () => write(pid(), garbage)],
    ["postmaster.pid is empty", () => write(pid(), "")],
    ["postmaster.pid says 0", () => write(pid(), "0\n")],
    ["postmaster.pid says 1", () => write(pid(), "1\n")],
    ["postmaster.pid says -1", () => write(pid(), "-1\n")],
    ["postmaster.pid says a number beyond all", () => write(pid(), "99999999999999999999\n")],
    [
      "postmaster.pid names a stranger",
      () => write(pid(), `${foreigner}\n${cluster()}\n1\n5432\n${file()}\n\n\nready\n`),
    ],
    ["postmaster.pid is a folder", () => folder(pid())],
    ["postmaster.opts is garbage", () => write(cluster("postmaster.opts"), garbage)],
    ["postgresql.conf is garbage", () => write(cluster("postgresql.conf"), "what ] is this")],
    ["postgresql.conf is gone", () => rmSync(cluster("postgresql.conf"))],
    ["postgresql.auto.conf is garbage", () => write(cluster("postgresql.auto.conf"), "x y z [")],
    ["pg_hba.conf is garbage", () => write(cluster("pg_hba.conf"), garbage)],
    ["pg_hba.conf is gone", () => rmSync(cluster("pg_hba.conf"))],
    ["pg_ident.conf is garbage", () => write(cluster("pg_ident.conf"), "x")],
    ["the password is gone", () => rmSync(file("password"))],
    ["the password is empty", () => write(file("password"), "")],
    ["the password is another one", () => write(file("password"), "x".repeat(32))],
    ["the password is a folder", () => folder(file("password"))],
    ["the password ends in a new line", () => execFileSync("sh", ["-c", 'echo >> "$0"', file("password")])],
    ["the log is a folder", () => folder(file("log"))],
    ["the log is long", () => write(file("log"), "x".repeat(2_000_000))],
    ["the notes of who is here are a file", () => write(file("guests"), garbage)],
    ["the notes of who is here are garbage", () => folder(file("guests")) ?? write(file("guests", "nobody"), garbage)],
    ["the reserve is a folder", () => folder(file("reserve"))],
    ["the socket is a file", () => write(file(".s.PGSQL.5432"), garbage)],
    ["the socket is a folder", () => folder(file(".s.PGSQL.5432"))],
    ["the socket's lock is garbage", () => write(file(".s.PGSQL.5432.lock"), garbage)],
    ["postgres.lock is garbage", () => write(lock(), garbage)],
    ["postgres.lock is empty", () => write(lock(), "")],
    ["postgres.lock names a stranger", () => write(lock(), foreigner)],
    ["postgres.lock is a folder", () => folder(lock())],
    ["postgres.lock is a link to nothing", () => link(lock())],
    ["the notes of who is here are a link to nothing", () => link(file("guests"))],
    ["the cluster is open to others", () => chmodSync(cluster(), 0o755)],
    ["the home is open to others", () => chmodSync(file(), 0o777)],
    ["DATA_DIR is open to others", () => chmodSync(dataDir, 0o755)],
    ["root has copied the cluster", () => give(cluster())],
    ["root has copied it all", () => give(file())],
    ["root has edited one file", () => give(cluster("global", "pg_control"))],
  ])("%s", async (_, breakIt) => {
    breakIt();
    expect(await kept()).toBe(1);
    expect(statSync(dataDir).mode & 0o777).toBe(0o700);
    expect(statSync(cluster()).mode & 0o777).toBe(0o700);
    if (existsSync(file("log"))) expect(statSync(file("log")).size).toBeLessThan(1_000_000);
  });

  test("DATA_DIR is a link to another folder", async () => {
    symlinkSync(dataDir, join(root, "linked"));
    expect(await kept(join(root, "linked"))).toBe(1);
    await embedded.stop(join(root, "linked"));
  });
});

describe("repaired while the server is up:", () => {
  beforeEach(async () => {
    await kept();
    begin();
  });

  test.each<[string, () => void]>([
    ["postmaster.pid is garbage", () => write(cluster("postmaster.pid"), garbage)],
    ["the password is gone", () => rmSync(file("password"))],
    ["its socket is gone", () => rmSync(file(".s.PGSQL.5432"))],
  ])("%s", async (_, breakIt) => {
    breakIt();
    expect(await kept()).toBe(1);
  });
});

describe("refused at once, in words that say where and what to do:", () => {
  let spoilt: string;
  const home = (...path: string[]) => join(spoilt, "postgres", ...path);

  beforeEach(async () => {
    await embedded.stop(dataDir);
    begin();
    spoilt = await mkdtemp(join(root, "spoilt-"));
    cpSync(file(), home(), { recursive: true, filter: (path) => !path.includes(".s.PGSQL") });
  });

  test.each<[string, () => void, RegExp]>([
    ["PG_VERSION is gone", () => rmSync(home("cluster", "PG_VERSION")), /cluster is incomplete.*Restore a backup/],
    ["PG_VERSION is garbage", () => write(home("cluster", "PG_VERSION"), garbage), /cluster is incomplete.*Restore/],
    [
      "it is of another version",
      () => write(home("cluster", "PG_VERSION"), "17\n"),
      /made by PostgreSQL 17.* comes with/,
    ],
    ["pg_control is gone", () => rmSync(home("cluster", "global", "pg_control")), /doesn’t start.*pg_control.*backup/],
    ["pg_control is garbage", () => write(home("cluster", "global", "pg_control"), "x"), /doesn’t start.*pg_control/],
    [
      "its log of writes is gone",
      () => rmSync(home("cluster", "pg_wal"), { recursive: true }),
      /start.*pg_wal.*backup/,
    ],
    ["the cluster is a file", () => write(home("cluster"), "x"), /cluster is a file.*Move it away/],
    ["the home is a file", () => write(home(), "x"), /postgres is a file.*Move it away/],
    [
      "the home is another program's",
      () => renameSync(home("cluster"), home("pgdata")),
      /contains pgdata instead of a Tandem database/,
    ],
    ["the home is a link to nothing", () => link(home()), /postgres is a link to nothing/],
    ["DATA_DIR is a file", () => write(spoilt, "x"), /DATA_DIR points to .* isn’t a folder/],
    ["DATA_DIR is a link to nothing", () => link(spoilt), /DATA_DIR points to .* isn’t a folder/],
  ])("%s", async (_, breakIt, words) => {
    breakIt();
    const start = performance.now();
    const error = await embedded.ensure(spoilt).catch((reason) => reason);
    expect(error).toBeInstanceOf(Unusable);
    expect(error.message.replaceAll("\n", " ")).toMatch(words);
    expect(performance.now() - start).toBeLessThan(10_000);
  });

  test("an empty home is no database: a new one is made there", async () => {
    folder(home());
    expect(await kept(spoilt)).toBe(0);
    await embedded.stop(spoilt);
    expect((await readdir(spoilt)).sort()).toEqual(["postgres"]);
  });
});
