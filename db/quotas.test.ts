import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { db } from "@/db/client";
import * as conversations from "@/db/conversations";
import { isLimited } from "@/db/limited";
import { QUOTAS } from "@/db/quotas";
import * as tags from "@/db/tags";
import * as tasks from "@/db/tasks";
import { aUser } from "@/db/testing";
import { aTask, you } from "@/db/testing-tasks";

const before = { ...QUOTAS };
let ada: string;
beforeEach(async () => {
  ada = (await aUser()).id;
});
afterEach(() => {
  Object.assign(QUOTAS, before);
  vi.resetModules();
});

const rowsOf = async (noun: string, userId = ada) => {
  const { rows } = await db.execute<{ n: number }>(
    sql`select count(*)::int as n from ${sql.raw(noun)} where user_id = ${userId}`,
  );
  return rows[0]?.n ?? 0;
};
const refusals = (outcomes: PromiseSettledResult<unknown>[]) =>
  outcomes.flatMap((outcome) => (outcome.status === "rejected" ? [outcome.reason] : []));
const atOnce = (n: number, act: (n: number) => Promise<unknown>) =>
  Promise.allSettled(Array.from({ length: n }, (_, at) => act(at)));

/** A second process: modules of its own, with nothing remembered. */
async function anotherProcess() {
  vi.resetModules();
  const [operations, quotas] = [await import("@/db/tasks"), await import("@/db/quotas")];
  Object.assign(quotas.QUOTAS, QUOTAS);
  return operations;
}

describe("a quota", () => {
  test("of tasks is kept to by many writers at once, in two processes and through every way to add", async () => {
    QUOTAS.tasks = 25;
    const other = await anotherProcess();
    const ways = [
      () => tasks.add(ada, { title: "One" }, you),
      () => other.addMany(ada, { tasks: [{ title: "One of two" }, { title: "Two of two" }] }, you),
      () => tasks.add(ada, { title: "Tagged", tags: [randomUUID()] }, you),
      () => other.add(ada, { title: "Repeated", repeat: "FREQ=DAILY" }, you),
    ];
    const outcomes = await atOnce(40, (n) => (ways[n % ways.length] ?? ways[0])?.() ?? Promise.reject());
    expect(refusals(outcomes).every(isLimited)).toBe(true);
    expect(await rowsOf("tasks")).toBeGreaterThanOrEqual(24); // the last one may not have been enough for two
    expect(await rowsOf("tasks")).toBeLessThanOrEqual(25);
  });

  test("leaves nothing behind of what it refuses, and says what it is", async () => {
    QUOTAS.tasks = 2;
    await aTask(ada);
    const three = { tasks: [{ title: "A" }, { title: "B", tags: ["new"] }, { title: "C" }] };
    await expect(tasks.addMany(ada, three, you)).rejects.toThrow("You have 2 tasks, counting the ones in Trash.");
    expect([await rowsOf("tasks"), await rowsOf("tags"), await rowsOf("changes")]).toEqual([1, 0, 1]);
    expect(await tasks.addMany(ada, { tasks: [{ title: "A" }] }, you)).toHaveLength(1);
  });

  test("of tasks counts the next occurrence of what is completed", async () => {
    QUOTAS.tasks = 1;
    const task = await aTask(ada, { repeat: "FREQ=DAILY" });
    await expect(tasks.complete(ada, { id: task.id }, you)).rejects.toThrow("That’s the limit.");
    expect((await tasks.find(ada, { id: task.id }))?.completed).toBe(false);
    QUOTAS.tasks = 2;
    expect((await tasks.complete(ada, { id: task.id }, you))?.completed).toBe(true);
  });

  test("answers what was made before, however full", async () => {
    const by = { ...you, turnId: randomUUID() };
    const id = randomUUID();
    QUOTAS.tasks = 2;
    const made = await tasks.addMany(ada, { tasks: [{ title: "Once" }] }, by);
    const one = await tasks.add(ada, { title: "Claimed", id }, { who: "api" });
    expect(await tasks.addMany(ada, { tasks: [{ title: "Once" }] }, by)).toEqual(made);
    expect(await tasks.add(ada, { title: "Claimed", id }, { who: "api" })).toEqual(one);
  });

  test("counts the trash, and gives back what is removed for good", async () => {
    QUOTAS.tasks = 3;
    for (let n = 0; n < 3; n++) await aTask(ada);
    const { items } = await tasks.list(ada);
    await tasks.removeMany(ada, { ids: items.map(({ id }) => id) }, you);
    await expect(aTask(ada)).rejects.toSatisfy(isLimited);
    await db.execute(sql`delete from tasks where user_id = ${ada} and id = ${items[0]?.id}`);
    const outcomes = await atOnce(5, () => aTask(ada));
    expect(refusals(outcomes)).toHaveLength(4);
    expect(await rowsOf("tasks")).toBe(3);
  });

  test("of tags is kept to, by name alone and in passing", async () => {
    QUOTAS.tags = 10;
    const { id } = await aTask(ada);
    const ways = [
      () => tags.add(ada, { name: randomUUID() }, you),
      () => tasks.add(ada, { title: "Tagged", tags: [randomUUID(), randomUUID()] }, you),
      () => tasks.change(ada, { id, tags: [randomUUID()] }, you),
    ];
    const outcomes = await atOnce(30, (n) => (ways[n % ways.length] ?? ways[0])?.() ?? Promise.reject());
    expect(refusals(outcomes).every(isLimited)).toBe(true);
    expect(await rowsOf("tags")).toBeGreaterThanOrEqual(9);
    expect(await rowsOf("tags")).toBeLessThanOrEqual(10);
  });

  test("of conversations is kept to, and the ones that are there can be gone on with", async () => {
    QUOTAS.conversations = 3;
    const outcomes = await atOnce(8, () => conversations.start(ada, { title: "Hello" }, you));
    expect(refusals(outcomes)).toHaveLength(5);
    expect(refusals(outcomes).every(isLimited)).toBe(true);
    const [first] = (await conversations.list(ada)).items;
    expect(await conversations.start(ada, { id: first?.id }, you)).toMatchObject({ id: first?.id });
  });

  test("is one user's alone", async () => {
    QUOTAS.tasks = 1;
    const bob = (await aUser()).id;
    await aTask(ada);
    expect(await tasks.add(bob, { title: "Mine" }, you)).toMatchObject({ title: "Mine" });
  });

  test("is never passed, and never refuses what there is room for, whatever is added and removed at once", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(fc.integer({ min: -3, max: 4 }), { minLength: 1, maxLength: 6 }), {
          minLength: 1,
          maxLength: 5,
        }),
        async (rounds) => {
          const user = (await aUser()).id;
          QUOTAS.tasks = 9;
          let rows = 0;
          for (const round of rounds) {
            const outcomes = await Promise.allSettled(
              round.map(async (n) => {
                if (n > 0) await tasks.addMany(user, { tasks: Array(n).fill({ title: "One" }) }, you);
                const gone = sql`select id from tasks where user_id = ${user} order by id limit ${Math.max(0, -n)} for update skip locked`;
                const { rowCount } = await db.execute(sql`delete from tasks where id in (${gone})`);
                return Math.max(0, n) - (rowCount ?? 0);
              }),
            );
            expect(refusals(outcomes).every(isLimited)).toBe(true);
            rows += outcomes.reduce((sum, outcome) => sum + (outcome.status === "fulfilled" ? outcome.value : 0), 0);
            expect(await rowsOf("tasks", user)).toBe(rows);
            expect(rows).toBeLessThanOrEqual(9);
          }
          const room = 9 - rows;
          if (room > 0) await tasks.addMany(user, { tasks: Array(room).fill({ title: "One" }) }, you);
          await expect(tasks.add(user, { title: "One more" }, you)).rejects.toSatisfy(isLimited);
        },
      ),
      { numRuns: process.env.TANDEM_LONG ? 100 : 8 },
    );
  });
});

describe("far from the quota", () => {
  test("adding asks nothing else of the database, until a count is old or used up", async () => {
    await aTask(ada);
    const { pool } = await import("@/db/client");
    const asked = vi.spyOn(pool, "query");
    for (let n = 0; n < 50; n++) await tasks.add(ada, { title: `Task ${n}` }, you);
    expect(asked).toHaveBeenCalledTimes(50);
    asked.mockRestore();
  });

  test("a process that counted long ago counts anew", async () => {
    QUOTAS.tasks = 20_010;
    await aTask(ada);
    await db.execute(sql`
      insert into tasks (user_id, title, position)
      select ${ada}::uuid, 'Row ' || n, 'a' || n from generate_series(1, ${QUOTAS.tasks - 2}) n`);
    const later = performance.now() + 11_000;
    const clock = vi.spyOn(performance, "now").mockImplementation(() => later);
    const outcomes = await atOnce(4, () => aTask(ada));
    clock.mockRestore();
    expect(refusals(outcomes)).toHaveLength(3);
    expect(await rowsOf("tasks")).toBe(QUOTAS.tasks);
  });
});

test("the assistant adds five hundred tasks in a turn, in however many calls, and no more", async () => {
  const by = { who: "assistant", turnId: randomUUID() } as const;
  const many = (n: number) => tasks.addMany(ada, { tasks: Array.from({ length: n }, () => ({ title: "One" })) }, by);
  for (const n of [200, 200, 100]) await many(n);
  await expect(many(1)).rejects.toThrow("at most 500 tasks");
  expect(await rowsOf("tasks")).toBe(500);
  await tasks.addMany(ada, { tasks: [{ title: "Next" }] }, { ...by, turnId: randomUUID() });
});
