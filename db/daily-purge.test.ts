import { sql } from "drizzle-orm";
import { beforeEach, expect, test, vi } from "vitest";
import { db, pool } from "@/db/client";
import { purgeDaily, purgeIdleGuestsIfDue, purgeIfDue } from "@/db/daily-purge";
import * as tags from "@/db/tags";
import * as tasks from "@/db/tasks";
import { aUser } from "@/db/testing";
import { aTask, you } from "@/db/testing-tasks";

let ada: string;
beforeEach(async () => {
  vi.restoreAllMocks();
  ada = (await aUser()).id;
  await db.execute(sql`truncate rate_limits`);
});

/** A task with a tag that has been in the trash for so many days. */
async function thrownAway(days: number) {
  const { id } = await aTask(ada, { tags: ["home"] });
  await tasks.remove(ada, { id }, you);
  await db.execute(sql`update tasks set deleted_at = now() - make_interval(days => ${days}) where id = ${id}`);
}
const later = (hours: number) =>
  db.execute(sql`update rate_limits set last_request = last_request - ${hours} * 3600000`);
const left = async () => (await tasks.list(ada, { view: "trash" })).items.length;

test("what was promised to go goes, and only that, once a day for all processes together", async () => {
  await thrownAway(31);
  await thrownAway(29);
  const waits = await Promise.all(Array.from({ length: 5 }, purgeIfDue));
  expect(await left()).toBe(1);
  expect(await tags.list(ada)).toHaveLength(1);
  expect(Math.max(...waits)).toBe(86_400);

  await thrownAway(31);
  await purgeIfDue();
  expect(await left()).toBe(2);
  await later(23);
  expect(await purgeIfDue()).toBeGreaterThan(3_500);
  expect(await left()).toBe(2);
  await later(1);
  await purgeIfDue();
  expect(await left()).toBe(1);
});

test("guests who have written nothing go every hour, once for all processes together", async () => {
  const guest = { isAnonymous: true, createdAt: new Date(Date.now() - 23 * 3_600_000) };
  const isThere = async (id: string) => (await db.execute(sql`select from users where id = ${id}`)).rowCount === 1;
  const { id } = await aUser(guest);
  const waits = await Promise.all(Array.from({ length: 5 }, purgeIdleGuestsIfDue));
  expect(Math.max(...waits)).toBe(3_600);
  expect(await isThere(id)).toBe(false);
  const next = await aUser(guest);
  await purgeIdleGuestsIfDue();
  expect(await isThere(next.id)).toBe(true);
  await later(1);
  await purgeIdleGuestsIfDue();
  expect(await isThere(next.id)).toBe(false);
});

test("a clock that was set back by a day delays the next purge by no more than one more", async () => {
  await purgeIfDue();
  await later(-24);
  expect(await purgeIfDue()).toBeLessThanOrEqual(86_400);
  await thrownAway(31);
  await later(24);
  await purgeIfDue();
  expect(await left()).toBe(0);
});

test("what fails half-way goes on within the hour", async () => {
  await thrownAway(31);
  vi.spyOn(console, "error").mockImplementation(() => {});
  const connect: (...asked: unknown[]) => unknown = pool.connect.bind(pool);
  const cut = vi.spyOn(pool, "connect");
  cut.mockImplementation((...asked: unknown[]) =>
    asked.length > 0 ? connect(...asked) : Promise.reject(new Error("cut off")),
  );
  expect(await purgeIfDue()).toBe(3_600);
  cut.mockRestore();
  expect(await left()).toBe(1);
  await later(1);
  expect(await purgeIfDue()).toBe(86_400);
  expect(await left()).toBe(0);
});

test("a database that is away is no disaster, and is asked again within the hour", async () => {
  const told = vi.spyOn(console, "error").mockImplementation(() => {});
  vi.spyOn(pool, "query").mockImplementation(() => Promise.reject(new Error("away")));
  expect(await purgeIfDue()).toBe(3600);
  expect(told).toHaveBeenCalledWith(expect.stringContaining("away"));
});

test("a running app does it by itself", async () => {
  await thrownAway(31);
  void purgeDaily(0);
  await expect.poll(left).toBe(0);
});
