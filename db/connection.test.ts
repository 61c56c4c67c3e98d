import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { afterAll, expect, test, vi } from "vitest";

process.env.DATABASE_URL = ""; // before anything reads it: this file is about the embedded server
const { db, pool } = await import("@/db/client");
const { isNeon, openDirect } = await import("@/db/connection");
const { patiently } = await import("@/db/patience");
const embedded = await import("@/db/embedded");
const { env } = await import("@/env");

vi.spyOn(console, "error").mockImplementation(() => {});

afterAll(async () => {
  await pool.end();
  await embedded.stop(env.DATA_DIR);
});

test("importing opens nothing, the first query starts the server, and a day stays a day", async () => {
  expect(existsSync(env.DATA_DIR)).toBe(false);
  const { rows } = await pool.query("select date '2026-11-22' as day, current_setting('TimeZone') as zone");
  expect(rows).toEqual([{ day: "2026-11-22", zone: "UTC" }]);
});

test("a server killed with -9 costs the transaction that was under way, and no query after it", async () => {
  const cut = db.transaction(async (tx) => {
    await tx.execute(sql`select 1`);
    await kill();
    await tx.execute(sql`select pg_sleep(5)`);
  });
  await expect(cut).rejects.toThrow();
  expect((await db.execute(sql`select 1 as one`)).rows).toEqual([{ one: 1 }]);
  await kill();
  const [one, direct] = await Promise.all([pool.query("select 1 as one"), openDirect()]);
  expect(one.rows).toEqual([{ one: 1 }]);
  await direct.end();
});

test("connecting is tried again while the reason may pass, and not for ever", async () => {
  let calls = 0;
  const startingUp = async () => {
    calls += 1;
    if (calls < 4) throw Object.assign(new Error("the database system is starting up"), { code: "57P03" });
    return "connected";
  };
  expect(await patiently(startingUp)).toBe("connected");

  const wrong = vi
    .fn()
    .mockRejectedValue(Object.assign(new Error("password authentication failed"), { code: "28P01" }));
  await expect(patiently(wrong)).rejects.toThrow("password");
  expect(wrong).toHaveBeenCalledTimes(1);

  const nobody = () => Promise.reject(Object.assign(new Error("refused"), { code: "ECONNREFUSED" }));
  await expect(patiently(nobody)).rejects.toThrow("refused");
});

test.each([
  ["postgresql://u:p@ep-cool-name-123-pooler.eu-central-1.aws.neon.tech/main?sslmode=require", true],
  ["postgres://u:p@ep-cool-name.neon.tech:5432/main", true],
  ["postgres://u:p@localhost/neon.tech", false],
  ["postgres://u:p@db.example.com/main?host=x.neon.tech", false],
  ["postgresql://u:p@/main?host=%2Ftmp%2Fx.neon.tech", false],
  [undefined, false],
])("%s is Neon's: %s", (url, neons) => {
  expect(isNeon(url)).toBe(neons);
});

async function kill(): Promise<void> {
  const file = join(env.DATA_DIR, "postgres", "cluster", "postmaster.pid");
  process.kill(Number.parseInt(await readFile(file, "utf8"), 10), "SIGKILL");
  while (pool.idleCount > 0) await sleep(5);
}
