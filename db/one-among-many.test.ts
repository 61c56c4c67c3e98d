import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { median, quantile } from "@/bench/quantile";
import { db } from "@/db/client";
import { isLimited } from "@/db/limited";
import { outageOf } from "@/db/outage";
import { asUser } from "@/db/request-context";
import * as tags from "@/db/tags";
import * as tasks from "@/db/tasks";
import { aUser } from "@/db/testing";
import { aTask } from "@/db/testing-tasks";
import * as trash from "@/db/trash";

const { tasks: TASKS, seconds: SECONDS } = process.env.TANDEM_LONG
  ? { tasks: 58_000, seconds: 10 }
  : { tasks: 8_000, seconds: 1.5 };

const BATCH = 4_000;

let hog: string;
let other: string;

beforeAll(async () => {
  [hog, other] = [(await aUser()).id, (await aUser()).id];
  const words = sql`repeat(md5((n * 7)::text) || ' lorem ipsum dolor ', 12)`;
  for (let from = 1; from <= TASKS; from += BATCH)
    await db.execute(sql`
      insert into tasks (user_id, title, description, position, due_date)
      select ${hog}, 'Task ' || md5(n::text), ${words}, 'a0' || lpad(n::text, 6, '0') || 'V',
        case when n % 3 = 0 then current_date + n % 60 end
      from generate_series(${from}::int, ${Math.min(from + BATCH - 1, TASKS)}::int) n`);
  await db.execute(sql`analyze tasks`);
  for (let n = 0; n < 20; n++) await aTask(other);
}, 240_000);

/** How long the other one's lists take, one after the other for a while, in milliseconds. */
async function lists(seconds: number): Promise<number[]> {
  const times: number[] = [];
  const end = performance.now() + seconds * 1_000;
  while (performance.now() < end) {
    const begun = performance.now();
    await asUser(other, () => tasks.list(other));
    times.push(performance.now() - begun);
    await sleep(5);
  }
  return times;
}

test("sixteen searches of one user at once, which no index helps, leave another's list as quick as it can be", async () => {
  await lists(0.5);
  const idle = await lists(SECONDS);
  let goesOn = true;
  const refusals: unknown[] = [];
  const searches = Array.from({ length: 16 }, async (_, n) => {
    while (goesOn)
      await asUser(hog, () => tasks.list(hog, { view: "all", q: ["日", "%%", "xyzzyq", "é"][n % 4] })).catch(
        (error) => {
          refusals.push(error);
          return sleep(20);
        },
      );
  });
  await sleep(200);
  const busy = await lists(SECONDS);
  goesOn = false;
  await Promise.all(searches);
  console.info(
    `${TASKS} tasks: a list took ${median(idle).toFixed(1)} ms (p95 ${quantile(idle, 0.95).toFixed(1)}) alone, ` +
      `${median(busy).toFixed(1)} ms (p95 ${quantile(busy, 0.95).toFixed(1)}) beside sixteen searches.`,
  );
  expect(median(busy)).toBeLessThan(100 + 25 * median(idle));
  expect(quantile(busy, 0.95)).toBeLessThan(1_500);
  for (const error of refusals) expect(isLimited(error) || outageOf(error)?.reason === "slow").toBe(true);
}, 120_000);

test("what a page reads is bounded, however much there is, and all can be come by", async () => {
  await db.execute(sql`
    insert into tags (user_id, name, color, deleted_at)
    select ${hog}, 'tag ' || n, '#3B82F6', case when n > 3000 then now() end from generate_series(1, 5000) n`);
  expect(await tags.list(hog, { upTo: 1000, limit: 500 })).toHaveLength(500);
  const all = new Set<string>();
  for (let page = 1; ; page++) {
    const { items, more } = await tags.search(hog, { page, limit: 200 });
    for (const { id } of items) all.add(id);
    if (!more) break;
  }
  expect(all.size).toBe(3000);
  expect((await tags.search(hog, { q: "AG 2999", limit: 200 })).items.map(({ name }) => name)).toEqual(["tag 2999"]);
  expect((await tags.search(hog, { q: "%", limit: 200 })).items).toEqual([]);

  const first = await trash.list(hog, { limit: 300 });
  const rest = await trash.list(hog, { limit: 2000, cursor: first.nextCursor ?? "" });
  expect([first.items.length, rest.items.length, rest.nextCursor]).toEqual([300, 1700, null]);
});
