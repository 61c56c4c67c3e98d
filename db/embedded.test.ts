import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import * as embedded from "@/db/embedded";
import { lives } from "@/db/embedded/processes";
import { patiently } from "@/db/patience";

let root: string;
let dataDir: string;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "tandem-embedded-")); // 0700: closed to all but us
  dataDir = join(root, "data");
});

afterAll(async () => {
  await rm(root, { recursive: true, force: true });
});

test("four processes at once share one new server, and the last to end stops it", async () => {
  const processes = await Promise.all([guest(dataDir), guest(dataDir), guest(dataDir), guest(dataDir)]);
  expect(new Set(processes.map(({ server }) => server)).size).toBe(1);
  const [{ server, child: last }, ...others] = processes;
  await Promise.all(others.map(({ child }) => ended(child)));
  expect(lives(server)).toBe(true);
  await ended(last);
  expect(lives(server)).toBe(false);
  expect(await readdir(dataDir)).toEqual(["postgres"]);
});

test("a process killed with -9 leaves a server that the next one attaches to, and stops", async () => {
  const killed = await guest(dataDir);
  await ended(killed.child, "SIGKILL");
  expect(lives(killed.server)).toBe(true);
  const next = await guest(dataDir);
  expect(next.server).toBe(killed.server);
  await ended(next.child);
  expect(lives(next.server)).toBe(false);
});

test("a server killed with -9 is back with the next call, and so is what it had acknowledged", async () => {
  await query(dataDir, "create table kept (id int)");
  for (const id of [1, 2, 3]) {
    await query(dataDir, `insert into kept values (${id})`);
    process.kill(await postmaster(dataDir), "SIGKILL");
  }
  expect(await query(dataDir, "select id from kept order by id")).toEqual([{ id: 1 }, { id: 2 }, { id: 3 }]);
});

test("a stale postmaster.pid does not stand in the way though its process id is in use again", async () => {
  await embedded.ensure(dataDir);
  const file = join(dataDir, "postgres", "cluster", "postmaster.pid");
  const stale = (await readFile(file, "utf8")).replace(/^\d+/, String(process.pid));
  await embedded.stop(dataDir);
  await writeFile(file, stale);
  await chmod(file, 0o644);
  expect(await query(dataDir, "select 1 as one")).toEqual([{ one: 1 }]);
});

test("what an interrupted first start left is cleared away", async () => {
  const interrupted = join(root, "interrupted");
  await mkdir(join(interrupted, "postgres.new-abc", "cluster"), { recursive: true });
  await writeFile(join(interrupted, "postgres.lock"), "999999999");
  expect(await query(interrupted, "select 1 as one")).toEqual([{ one: 1 }]);
  expect(await readdir(interrupted)).toEqual(["postgres"]);
  await embedded.stop(interrupted);
});

test("it listens for this machine alone, keeps fsync on, and a path too long for a socket will do", async () => {
  const deep = join(root, "a".repeat(60), "it's deep".repeat(5));
  expect((await embedded.ensure(deep)).host).toBe("127.0.0.1");
  const settings = "select current_setting('listen_addresses') as at, current_setting('fsync') as fsync";
  expect(await query(deep, settings)).toEqual([{ at: "127.0.0.1", fsync: "on" }]);
  expect(await query(dataDir, settings)).toEqual([
    { at: process.platform === "win32" ? "127.0.0.1" : "", fsync: "on" },
  ]);
  await Promise.all([embedded.stop(deep), embedded.stop(dataDir)]);
});

/** Starts another process that uses the server, and waits until it does. */
async function guest(dir: string): Promise<{ child: ChildProcess; server: number }> {
  const program = `
    import * as embedded from "./db/embedded.ts";
    await embedded.ensure(process.argv[1]);
    console.log("ready");
    process.stdin.resume();`;
  const child = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "--eval", program, dir], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  await once(child.stdout, "data");
  return { child, server: await postmaster(dir) };
}

async function ended(child: ChildProcess, signal: NodeJS.Signals = "SIGTERM"): Promise<void> {
  child.kill(signal);
  await once(child, "exit");
}

async function postmaster(dir: string): Promise<number> {
  return Number.parseInt(await readFile(join(dir, "postgres", "cluster", "postmaster.pid"), "utf8"), 10);
}

async function query(dir: string, sql: string): Promise<unknown[]> {
  const client = await patiently(async () => {
    const connection = new pg.Client(await embedded.ensure(dir)).on("error", () => {});
    await connection.connect();
    return connection;
  });
  const { rows } = await client.query(sql);
  await client.end();
  return rows;
}
