import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test, vi } from "vitest";

const pretended = vi.hoisted(() => ({ full: false }));
vi.mock("node:fs/promises", async (original) => {
  const actual = await original<typeof import("node:fs/promises")>();
  const statfs = async (path: string) => ({ ...(await actual.statfs(path)), ...(pretended.full && { bavail: 0 }) });
  return { ...actual, statfs };
});

process.env.DATABASE_URL = ""; // before anything reads it: this file is about the embedded server
const { pool } = await import("@/db/client");
const embedded = await import("@/db/embedded");
const { lives } = await import("@/db/embedded/processes");
const migrator = await import("@/db/migrator");
const { outageOf } = await import("@/db/outage");
const { asUser } = await import("@/db/request-context");
const { env } = await import("@/env");

vi.spyOn(console, "error").mockImplementation(() => {});

const home = join(env.DATA_DIR, "postgres");
const run = (...[command = "", ...args]: string[]) => execFileSync(command, args, { stdio: "ignore" });
function succeeds(...command: string[]): boolean {
  try {
    run(...command);
    return true;
  } catch {
    return false;
  }
}

/** Root on Linux can have a disk of 64 MB. Elsewhere it says that it is full when it is not, and the server is kept from writing all the same. */
let isSmall = false;
const filler = join(env.DATA_DIR, "filler");

/** Takes the small disk away when this process ends, killed or not: its death closes the pipe that is read from. */
function untilWeEnd(): () => Promise<void> {
  const unmount = spawn("sh", ["-c", 'cat; umount -l "$0"', env.DATA_DIR], {
    detached: true,
    stdio: ["pipe", "ignore", "ignore"],
  });
  return async () => {
    unmount.stdin.end();
    await once(unmount, "exit");
  };
}
let unmount = async () => {};

function fill(): void {
  pretended.full = !isSmall;
  if (isSmall) succeeds("dd", "if=/dev/zero", `of=${filler}`, "bs=64k"); // ends where the disk does
}

beforeAll(async () => {
  mkdirSync(env.DATA_DIR, { recursive: true });
  isSmall = succeeds("mount", "-t", "tmpfs", "-o", "size=64m", "tmpfs", env.DATA_DIR);
  if (isSmall) unmount = untilWeEnd();
  await migrator.migrate();
  await pool.query("create table kept (text text)");
});
afterAll(async () => {
  await pool.end();
  await embedded.stop(env.DATA_DIR);
  await unmount();
});

const read = async () =>
  (await asUser("ada", () => pool.query("select count(*)::int as n from kept"))).rows[0].n as number;

/** @returns what was in the way, and after how many milliseconds that was told. */
async function write(): Promise<{ reason: string | undefined; took: number }> {
  const start = performance.now();
  const text = "insert into kept select repeat(md5(random()::text), 20) from generate_series(1, 100)";
  const error = await asUser("ada", () => pool.query(text)).then(
    () => undefined,
    (reason) => reason,
  );
  if (error && !outageOf(error)) throw error;
  return { reason: outageOf(error)?.reason, took: performance.now() - start };
}

const postmaster = () => Number.parseInt(readFileSync(join(home, "cluster", "postmaster.pid"), "utf8"), 10);
const starts = () => readFileSync(join(home, "log"), "latin1").split("starting PostgreSQL").length - 1;

test("a disk that fills up: what was acknowledged is there and can be read, writes are refused at once, and all is well when there is room again", async () => {
  let acknowledged = 0;
  for (let n = 0; n < 2_000 && !(await write()).reason; n++) {
    acknowledged += 100;
    if (!isSmall && n === 10) fill();
  }
  // A server that went down in that moment is up again.
  await vi.waitFor(async () => expect(await read()).toBe(acknowledged), 10_000);
  fill();
  await sleep(600);
  for (let n = 0; n < 10; n++) {
    const { reason, took } = await write();
    expect(reason).toBe("full");
    expect(took).toBeLessThan(1_500);
    expect(await read()).toBe(acknowledged);
  }

  // Even killed, with not a byte left, it comes back to be read.
  const killed = postmaster();
  process.kill(killed, "SIGKILL");
  while (lives(killed)) await sleep(20);
  await vi.waitFor(async () => expect(await read()).toBe(acknowledged), 10_000);
  expect((await write()).reason).toBe("full");
  expect(starts()).toBeLessThan(8);
  expect(statSync(join(home, "log")).size).toBeLessThan(1_000_000);

  pretended.full = false;
  rmSync(filler, { force: true });
  if (isSmall) run("mount", "-o", "remount,size=256m", env.DATA_DIR);
  expect((await write()).reason).toBeUndefined();
  expect(await read()).toBe(acknowledged + 100);
  await vi.waitFor(() => expect(existsSync(join(home, "reserve"))).toBe(true));
}, 90_000);

test("a server that does not stay up is started ever more seldom", async () => {
  const memory = globalThis as { tandemStarts?: Map<string, unknown> };
  memory.tandemStarts?.clear();
  const before = starts();
  const end = Date.now() + 4_000;
  while (Date.now() < end) {
    await read().catch(() => {});
    const pid = existsSync(join(home, "cluster", "postmaster.pid")) ? postmaster() : 0;
    if (pid > 1 && lives(pid)) process.kill(pid, "SIGKILL");
    await sleep(20);
  }
  expect(starts() - before).toBeLessThan(10);
  await vi.waitFor(read, 10_000);
}, 60_000);

test("what ran away into the log is put aside while the server goes on", async () => {
  const log = join(home, "log");
  writeFileSync(log, "x".repeat(1_500_000), { flag: "a" });
  await sleep(600);
  await read();
  await vi.waitFor(() => expect(statSync(log).size).toBeLessThan(100_000));
  expect(statSync(`${log}.old`).size).toBeGreaterThan(1_000_000);
  expect(await read()).toBeGreaterThan(0);
});
