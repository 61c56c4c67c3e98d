import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "drizzle-orm";
import pg from "pg";
import { afterAll, beforeAll, expect, inject, test, vi } from "vitest";
import { db, pool } from "@/db/client";
import { openDirect } from "@/db/connection";
import * as migrator from "@/db/migrator";
import { outageOf } from "@/db/outage";
import { asUser } from "@/db/request-context";
import * as sessions from "@/db/sessions";
import * as tags from "@/db/tags";
import * as tasks from "@/db/tasks";
import { aUser } from "@/db/testing";
import { openPooler } from "@/db/testing-pooler";
import { you } from "@/db/testing-tasks";
import { inDatabase } from "@/db/testing-url";

vi.spyOn(console, "error").mockImplementation(() => {});

const CLIENTS = 60;
let pooler: Awaited<ReturnType<typeof openPooler>>;
let users: string[];

beforeAll(async () => {
  const { database = "" } = new pg.Client(process.env.DATABASE_URL);
  pooler = await openPooler(inDatabase(inject("testing").url, database));
  Object.assign(pool.options, { connectionString: pooler.url(database) }); // as if the app had been started with it
  users = await Promise.all(Array.from({ length: CLIENTS }, async () => (await aUser()).id));
});
afterAll(async () => {
  await pool.end();
  await pooler.close();
});

/** What someone does in a minute: statements, operations of several, transactions. */
async function work(userId: string): Promise<void> {
  await asUser(userId, async () => {
    expect(await sessions.find(randomUUID())).toBeUndefined();
    const task = await tasks.add(userId, { title: "Water the ferns", tags: ["home", "garden"] }, you);
    if ("refused" in task) throw new Error("It was refused.");
    await tasks.complete(userId, { id: task.id }, you);
    await tasks.reopen(userId, { id: task.id }, you);
    await tasks.list(userId);
    await tags.list(userId);
    await db.transaction((tx) => tx.execute(sql`select pg_sleep(0.002)`));
  });
}

const everyone = () => Promise.allSettled(users.map(work));
const failures = (results: Array<PromiseSettledResult<void>>) =>
  results.flatMap((result) => (result.status === "rejected" ? [result.reason] : []));

test("60 clients over 10 connections of a pooler that knows no prepared statements: nothing fails, also after it was restarted", async () => {
  for (let round = 0; round < 5; round++) expect(failures(await everyone())).toEqual([]);
  await pooler.restart();
  for (let round = 0; round < 5; round++) expect(failures(await everyone())).toEqual([]);
  for (const userId of users) expect((await tasks.list(userId, { limit: 200 })).items).toHaveLength(10);
});

test("restarted while they are at work, it costs what was under way, in words, and nothing is made twice", async () => {
  const before = (await tasks.list(users[0] ?? "", { limit: 200 })).items.length;
  const rounds = [everyone()];
  await sleep(20);
  await pooler.restart(300);
  rounds.push(everyone());
  const [cut = [], after = []] = await Promise.all(rounds);
  for (const failure of failures(cut)) expect(outageOf(failure)).toMatchObject({ reason: "away" });
  expect(failures(after)).toEqual([]);
  const made = (await tasks.list(users[0] ?? "", { limit: 200 })).items.length - before;
  expect(made).toBeLessThanOrEqual(2);
});

test("what needs a session of its own is refused through it, in words", async () => {
  const client = new pg.Client(pool.options);
  await client.connect();
  await expect(migrator.rollback(1, { client })).rejects.toThrow("Set DATABASE_URL_UNPOOLED");
  await client.end();
});

test("what is set in a session stays out of the connections that others get", async () => {
  const settings = sql`select current_setting('statement_timeout') as limit, current_setting('application_name') as name`;
  const direct = await openDirect(inDatabase(inject("testing").url, "postgres"));
  const { rows: usual } = await direct.query("select current_setting('statement_timeout') as limit");
  await direct.end();
  const seen = await Promise.all(Array.from({ length: 30 }, () => db.execute(settings)));
  expect(new Set(seen.map(({ rows }) => rows[0]?.limit))).toEqual(new Set([usual[0].limit]));
});
