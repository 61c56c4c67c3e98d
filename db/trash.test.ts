import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { db } from "@/db/client";
import * as conversations from "@/db/conversations";
import { RETENTION } from "@/db/retention";
import * as tags from "@/db/tags";
import * as tasks from "@/db/tasks";
import { aUser } from "@/db/testing";
import { aTask, you } from "@/db/testing-tasks";
import * as trash from "@/db/trash";

let ada: string;
let bob: string;
beforeEach(async () => {
  ada = (await aUser()).id;
  bob = (await aUser()).id;
});

async function throwAway() {
  const task = await aTask(ada, { title: "Ferns" });
  await aTask(ada, { title: "Buy pots", parentId: task.id });
  await tasks.remove(ada, { id: task.id }, you);
  const tag = await tags.add(ada, { name: "home" }, you);
  if ("id" in tag) await tags.remove(ada, { id: tag.id }, you);
  const talk = await conversations.start(ada, { title: "Trip" }, you);
  await conversations.remove(ada, { id: talk?.id ?? "" }, you);
}

const names = (listed: Awaited<ReturnType<typeof trash.list>>) =>
  listed.items.map(({ thing }) => ("name" in thing ? thing.name : thing.title));

test("the trash shows whatever was deleted, the last first, and when each goes", async () => {
  await throwAway();
  const listed = await trash.list(ada);
  expect([names(listed), listed.nextCursor]).toEqual([["Trip", "home", "Ferns"], null]);
  for (const { thing, endsAt } of listed.items)
    expect(endsAt.getTime() - (thing.deletedAt?.getTime() ?? 0)).toBe(RETENTION * 86_400_000);
  expect(await trash.list(bob)).toEqual({ items: [], nextCursor: null });
});

test("it can be narrowed to one kind, and says when there is more", async () => {
  await throwAway();
  expect(names(await trash.list(ada, { noun: "tag" }))).toEqual(["home"]);
  expect(names(await trash.list(ada, { noun: "task" }))).toEqual(["Ferns"]);
  expect(names(await trash.list(ada, { noun: "conversation" }))).toEqual(["Trip"]);
  const two = await trash.list(ada, { limit: 2 });
  expect([names(two), two.nextCursor]).toEqual([["Trip", "home"], expect.any(String)]);
});

test("page by page it shows everything once and in order, also of the same microsecond and while more is deleted", async () => {
  for (let n = 0; n < 3; n++) await throwAway();
  for (const table of [sql`tasks`, sql`tags`, sql`conversations`])
    await db.execute(sql`
      update ${table} set deleted_at = date_trunc('milliseconds', now()) - (random() * 5)::int * interval '1 microsecond'
      where user_id = ${ada} and deleted_at is not null`);
  const all = await trash.list(ada);
  const paged: typeof all.items = [];
  for (let cursor: string | undefined; ; ) {
    const { items, nextCursor } = await trash.list(ada, { limit: 2, cursor });
    paged.push(...items);
    await aTask(ada).then(({ id }) => tasks.remove(ada, { id }, you));
    if (!nextCursor) break;
    cursor = nextCursor;
  }
  expect(paged).toEqual(all.items);
  await expect(trash.list(ada, { cursor: "nonsense" })).rejects.toThrow(RangeError);
});

test("what is not there is not there for anyone", async () => {
  expect(await tags.restore(ada, { id: randomUUID(), name: "home" }, you)).toBeUndefined();
  expect(await conversations.listTrash(bob)).toEqual({ items: [], nextCursor: null });
});
