import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import fc from "fast-check";
import { expect, test } from "vitest";
import { db } from "@/db/client";
import * as limits from "@/db/limits";

const shift = (key: string, seconds: number) =>
  db.execute(sql`update rate_limits set last_request = last_request + ${seconds * 1000} where key = ${key}`);
const counted = async (key: string) => {
  const { rows } = await db.execute<{ count: number }>(sql`select count from rate_limits where key = ${key}`);
  return rows[0]?.count ?? 0;
};

test("a use counts under all of several limits, or under none", async () => {
  const [wide, narrow] = [randomUUID(), randomUUID()];
  const both = () =>
    limits.takeAll([
      { key: wide, max: 10, seconds: 60 },
      { key: narrow, max: 2, seconds: 3600 },
    ]);
  const outcomes = [await both(), await both(), await both()];
  expect(outcomes.map(({ ok }) => ok)).toEqual([true, true, false]);
  expect(outcomes[2]).toEqual({ ok: false, retryAfter: expect.toSatisfy((n: number) => n > 3500 && n <= 3600) });
  expect([await counted(wide), await counted(narrow)]).toEqual([2, 2]);
});

test("what is given back can be taken again, and of a window that has ended nothing comes back", async () => {
  const limit = { key: randomUUID(), max: 10, seconds: 60, amount: 6 };
  const first = await limits.takeAll([limit]);
  if (!first.ok) throw new Error("There was room.");
  expect(await limits.takeAll([limit])).toMatchObject({ ok: false });
  await limits.give(first.taken.map((use) => ({ ...use, amount: 4 })));
  expect(await counted(limit.key)).toBe(2);
  expect(await limits.takeAll([limit])).toMatchObject({ ok: true });
  await shift(limit.key, -60);
  expect(await limits.takeAll([limit])).toMatchObject({ ok: true });
  await limits.give(first.taken);
  expect(await counted(limit.key)).toBe(6);
});

test("more at once than there ever is is refused, and leaves nothing", async () => {
  const key = randomUUID();
  expect(await limits.takeAll([{ key, max: 5, seconds: 60, amount: 6 }])).toEqual({ ok: false, retryAfter: 60 });
  expect(await counted(key)).toBe(0);
});

test("waiting asks and counts nothing", async () => {
  const limit = { key: randomUUID(), max: 1, seconds: 60 };
  expect(await limits.wait(limit)).toBe(0);
  await limits.takeAll([limit]);
  expect(await limits.wait(limit)).toBeGreaterThan(55);
  await shift(limit.key, 86_400);
  expect(await limits.wait(limit)).toBeLessThanOrEqual(60);
  await shift(limit.key, -60);
  expect(await limits.wait(limit)).toBe(0);
});

test("what is given back is given back, also where another caller's window turns out to have begun a little earlier", async () => {
  const limit = { key: randomUUID(), max: 10, seconds: 60, amount: 6 };
  const taken = await limits.takeAll([limit]);
  if (!taken.ok) throw new Error("There was room.");
  await shift(limit.key, -0.005);
  await limits.give(taken.taken);
  expect(await counted(limit.key)).toBe(0);
});

test("whatever takes and gives back at once, what is counted is what was taken and kept, and never more than there is", async () => {
  const acts = fc.array(fc.record({ amount: fc.integer({ min: 1, max: 5 }), keeps: fc.boolean() }), { maxLength: 20 });
  await fc.assert(
    fc.asyncProperty(acts, async (acts) => {
      const key = randomUUID();
      const kept = await Promise.all(
        acts.map(async ({ amount, keeps }) => {
          const use = await limits.takeAll([{ key, max: 12, seconds: 60, amount }]);
          expect(await counted(key)).toBeLessThanOrEqual(12);
          if (use.ok && !keeps) await limits.give(use.taken);
          return use.ok && keeps ? amount : 0;
        }),
      );
      expect(await counted(key)).toBe(kept.reduce((sum, amount) => sum + amount, 0));
    }),
    { numRuns: process.env.TANDEM_LONG ? 200 : 20 },
  );
});

test("several limits that are given back at once, in any order, do not wait for each other without end", async () => {
  const keys = Array.from({ length: 6 }, () => randomUUID());
  const limitsOf = (order: string[]) => order.map((key) => ({ key, max: 1_000, seconds: 60 }));
  const rounds = Array.from({ length: 120 }, (_, n) => (n % 2 ? keys : keys.toReversed()));
  const uses = await Promise.all(rounds.map((order) => limits.takeAll(limitsOf(order))));
  const orders = uses.flatMap((use, n) => (use.ok ? [n % 2 ? use.taken : use.taken.toReversed()] : []));
  await Promise.all(orders.map((taken) => limits.give(taken)));
  expect(await Promise.all(keys.map(counted))).toEqual(keys.map(() => 0));
});
