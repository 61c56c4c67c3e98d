import { text } from "node:stream/consumers";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { asc, eq, getTableColumns, sql } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { db, pool } from "@/db/client";
import { isLimited } from "@/db/limited";
import { conversations, messages } from "@/db/schema/conversations";
import { tags, taskTags } from "@/db/schema/tags";
import { tasks } from "@/db/schema/tasks";
import { users } from "@/db/schema/users";
import { takeout } from "@/db/takeout";
import * as operations from "@/db/tasks";
import { aUser } from "@/db/testing";
import { aTask, you } from "@/db/testing-tasks";

let ada: string;
beforeEach(async () => {
  ada = (await aUser({ name: 'Ada "the first" \\' })).id;
});

const read = (pieces: AsyncGenerator<string, void>) => text(pieces);
const many = (rows: number, description: string) =>
  db.execute(sql`
    insert into tasks (user_id, title, description, position, due_date, due_time)
    select ${ada}::uuid, 'Row ' || n, ${description}, 'a' || n, '2026-12-01', '17:00' from generate_series(1, ${rows}::int) n`);

const { searchText: _, ...taskColumns } = getTableColumns(tasks);
const { unasked: __, ...messageColumns } = getTableColumns(messages);

/** The same file, made all at once. */
async function whole(userId: string, takenAt: Date) {
  const [user] = await db.select().from(users).where(eq(users.id, userId));
  return JSON.stringify({
    takenAt,
    user,
    tasks: await db
      .select(taskColumns)
      .from(tasks)
      .where(eq(tasks.userId, userId))
      .orderBy(asc(tasks.position), asc(tasks.id)),
    tags: await db.select().from(tags).where(eq(tags.userId, userId)).orderBy(asc(tags.id)),
    taskTags: await db.select().from(taskTags).where(eq(taskTags.userId, userId)).orderBy(asc(taskTags.id)),
    conversations: await db.select().from(conversations).where(eq(conversations.userId, userId)),
    messages: await db
      .select(messageColumns)
      .from(messages)
      .where(eq(messages.userId, userId))
      .orderBy(asc(messages.conversationId), asc(messages.createdAt), asc(messages.id)),
  });
}

test("the file is the same, to the byte, as one made all at once", async () => {
  const empty = await takeout(ada);
  expect(await read(empty.json)).toBe(await whole(ada, empty.takenAt));

  await many(120, "line one\nline “two” 🛒");
  const { id } = await aTask(ada, { tags: ["home", "errands"], repeat: "FREQ=DAILY" });
  await operations.complete(ada, { id }, you);
  await operations.remove(ada, { id }, you);
  const [conversation] = await db.insert(conversations).values({ userId: ada }).returning();
  const conversationId = conversation?.id ?? "";
  const message = { userId: ada, conversationId, role: "user" as const, parts: [{ type: "text", text: "“Hello” \\" }] };
  await db.insert(messages).values(Array.from({ length: 60 }, () => message));
  await aTask((await aUser()).id);

  const taken = await takeout(ada);
  const file = await read(taken.json);
  expect(file).toBe(await whole(ada, taken.takenAt));
  expect(JSON.parse(file).tasks).toHaveLength(122);
});

test("it is as of one instant, whatever is written meanwhile", async () => {
  await many(200, "");
  const { json, takenAt } = await takeout(ada);
  const before = await whole(ada, takenAt);
  const first = (await json.next()).value ?? "";
  await aTask(ada, { title: "Too late" });
  await db.execute(sql`delete from tasks where user_id = ${ada} and title = 'Row 150'`);
  expect(first + (await read(json))).toBe(before);
});

test("a user has one at a time, which others do not wait for; and the next when that has ended, whatever way", async () => {
  await many(200, "");
  const bob = (await aUser()).id;
  const first = await takeout(ada);
  await first.json.next();
  await expect(takeout(ada)).rejects.toSatisfy((error) => isLimited(error) && Number(error.retryAfter) > 0);
  await read((await takeout(bob)).json);
  await first.close();
  await expect(first.json.next()).rejects.toThrow();

  const unread = await takeout(ada);
  await unread.close();
  const broken = await takeout(ada);
  await broken.json.next();
  await broken.json.return();
  await read((await takeout(ada)).json);
});

test("a reader who stops reading holds no connection for long, and none of the pool's at all", async () => {
  await many(200, "");
  const before = pool.totalCount;
  const { json } = await takeout(ada, { piece: 200, all: 60_000, crowd: 60_000 });
  await json.next();
  expect(pool.totalCount).toBe(before);
  const count = async () => {
    const { rows } = await db.execute<{ n: number }>(
      sql`select count(*)::int as n from pg_stat_activity where datname = current_database() and state = 'idle in transaction'`,
    );
    return rows[0]?.n;
  };
  await expect.poll(count).toBe(0);
  await expect(read(json)).rejects.toThrow();
  await read((await takeout(ada)).json);
});

test("one process writes out so many at once, and says so to the next", async () => {
  const open = await Promise.all(Array.from({ length: 4 }, async () => takeout((await aUser()).id)));
  await expect(takeout(ada)).rejects.toThrow("Several people");
  // The oldest has had its time, and the others go on.
  await read((await takeout(ada, { piece: 20_000, all: 60_000, crowd: 0 })).json);
  const ends = await Promise.allSettled(open.map(({ json }) => read(json)));
  expect(ends.map(({ status }) => status)).toEqual(["rejected", "fulfilled", "fulfilled", "fulfilled"]);
});

const LONG = Boolean(process.env.TANDEM_LONG);
const MB = 1_048_576;

/** What is in use once everything that nobody needs any more is gone. */
setFlagsFromString("--expose-gc");
const collect: () => void = runInNewContext("gc");
function inUse(): number {
  collect();
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / MB;
}

test(`${LONG ? 60_000 : 4_000} tasks with long texts take no more memory than a few`, async () => {
  const rounds = LONG ? 12 : 1;
  for (let n = 0; n < rounds; n++) await many(LONG ? 5_000 : 4_000, "A long description. ".repeat(50));
  const [before, rss] = [inUse(), process.memoryUsage().rss];
  let [size, peak, most] = [0, 0, 0];
  for await (const piece of (await takeout(ada)).json) {
    if (Math.floor((size + piece.length) / MB) > Math.floor(size / MB)) peak = Math.max(peak, inUse());
    size += piece.length;
    most = Math.max(most, process.memoryUsage().rss);
  }
  console.info(
    `${(size / MB).toFixed(0)} MB: ${(peak - before).toFixed(1)} in use, RSS + ${((most - rss) / MB).toFixed(0)}`,
  );
  expect(size / MB).toBeGreaterThan(LONG ? 70 : 4);
  expect(peak - before).toBeLessThan(3);
  expect((most - rss) / MB).toBeLessThan(60);
}, 600_000);
