import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import type { ClientBase } from "pg";
import { beforeEach, expect, test } from "vitest";
import { db, pool } from "@/db/client";
import { insist } from "@/db/insist";
import { ifWritable, outageOfRequest } from "@/db/outage";
import { asSent, recognise } from "@/db/prepared";
import { asUser, currentRequest, noteFailure } from "@/db/request-context";
import * as tasks from "@/db/tasks";
import { aUser } from "@/db/testing";
import { aTask } from "@/db/testing-tasks";

const NAMED = { name: "tasks_list", text: "select 1" };
const goByName = () => asSent(NAMED).name !== undefined;

/** A connection that was opened with process id 7, and what the statement finds when it looks for itself. */
const saying = (rows: object[] | Error) =>
  ({
    processID: 7,
    query: async () => {
      if (rows instanceof Error) throw rows;
      return { rows };
    },
  }) as unknown as ClientBase;

beforeEach(() => recognise(saying([{ name: "tandem_probe", pid: 7 }])));

test.each([
  ["the server itself", [{ name: "tandem_probe", pid: 7 }], true, true],
  ["a pooler that gives each transaction another connection", [{ name: "tandem_probe", pid: 8 }], false, false],
  ["one that found the name taken", Object.assign(new Error(), { code: "42P05" }), false, false],
  ["one that lost it", Object.assign(new Error(), { code: "26000" }), false, false],
  ["one where it is nowhere to be seen", [], false, false],
  ["PgBouncer 1.21, which keeps track of them", [{ name: "PGBOUNCER_3", pid: 8 }], false, true],
] as const)("%s is known by what it answers", async (_, rows, isDirect, byName) => {
  expect(await recognise(saying(rows instanceof Error ? rows : [...rows]))).toBe(isDirect);
  expect(goByName()).toBe(byName);
});

test("another failure tells nothing, and is told", async () => {
  await expect(recognise(saying(new Error("connection lost")))).rejects.toThrow("connection lost");
  expect(goByName()).toBe(true);
});

test("a statement that is lost under way is sent again without its name, and so are all that follow", async () => {
  const { id } = await aUser();
  await aTask(id);
  for (let n = 0; n < pool.totalCount; n++) await tasks.list(id);
  const forgetful = await Promise.all(Array.from({ length: pool.totalCount }, () => pool.connect()));
  for (const client of forgetful) await client.query("deallocate all");
  for (const client of forgetful) client.release();
  await asUser(id, async () => {
    expect((await tasks.list(id)).items).toHaveLength(1);
    expect(outageOfRequest()).toBeUndefined();
  });
  expect(goByName()).toBe(false);
  expect((await tasks.list(id)).items).toHaveLength(1);
});

test("a transaction that loses one is made again as a whole", async () => {
  let times = 0;
  await asUser(randomUUID(), async () => {
    await insist(() =>
      db.transaction(async (tx) => {
        times += 1;
        await tx.execute(sql`create temporary table if not exists seen (n int)`);
        if (times === 1) await tx.execute(sql`execute never_prepared`);
      }),
    );
    expect(outageOfRequest()).toBeUndefined();
  });
  expect(times).toBe(2);
});

test("a request has not failed for a lost probe, nor for what could wait; it has for what was not dealt with", async () => {
  const lost = Object.assign(new Error(), { code: "26000" });
  const full = () => db.execute(sql`do $$ begin raise sqlstate '53100'; end $$`);
  await asUser(randomUUID(), async () => {
    noteFailure(currentRequest(), lost);
    await recognise(saying(lost));
    expect(outageOfRequest()).toBeUndefined();
    await ifWritable(full());
    expect(outageOfRequest()).toBeUndefined();
    await expect(full()).rejects.toThrow();
    expect(outageOfRequest()).toMatchObject({ reason: "full" });
  });
});
