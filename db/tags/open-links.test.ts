import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { type SQL, sql } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { chance, pick } from "@/bench/seed/chance";
import * as changes from "@/db/changes";
import { db } from "@/db/client";
import * as tags from "@/db/tags";
import * as tasks from "@/db/tasks";
import { aUser } from "@/db/testing";
import { aTask, you } from "@/db/testing-tasks";

/** Luck plays a part in who meets whom: many rounds in the long run. */
const ROUNDS = process.env.TANDEM_LONG ? 40 : 3;
const rounds = Array.from({ length: ROUNDS }, (_, n) => n + 1);
const NAMES = ["home", "errands", "work"];

let ada: string;
beforeEach(async () => {
  ada = (await aUser()).id;
});

/** What the links say, and what there is to count. */
async function check() {
  const { rows } = await db.execute(sql`
    select l.* from task_tags l join tasks t on t.user_id = l.user_id and t.id = l.task_id
    where l.is_open <> (t.completed_at is null and t.deleted_at is null)`);
  expect(rows).toEqual([]);
  const counted = await db.execute<{ id: string; count: number }>(sql`
    select g.id, (
      select count(*) from task_tags l join tasks t on t.user_id = l.user_id and t.id = l.task_id
      where l.user_id = g.user_id and l.tag_id = g.id and l.deleted_at is null and t.deleted_at is null and t.completed_at is null
    )::int as count
    from tags g where g.user_id = ${ada} and g.deleted_at is null order by lower(g.name), g.id`);
  const listed = await tags.list(ada);
  expect(listed.map(({ id, taskCount }) => ({ id, count: taskCount }))).toEqual(counted.rows);
  for (const { id, taskCount } of listed) {
    expect((await tags.find(ada, { id }))?.taskCount).toBe(taskCount);
    expect((await tasks.list(ada, { tag: id, limit: 200 })).items).toHaveLength(taskCount);
  }
}

/** A write of any kind to some of the user's tasks and tags. */
async function write(random: () => number): Promise<unknown> {
  const [every, living, binned] = await Promise.all([
    db.execute<{ id: string }>(sql`select id from tasks where user_id = ${ada}`),
    tags.list(ada),
    tags.listTrash(ada),
  ]);
  const anId = (rows: Array<{ id: string }>) => (rows.length > 0 ? pick(random, rows).id : randomUUID());
  const ids = [...new Set([anId(every.rows), anId(every.rows), anId(every.rows)])];
  const [id = ""] = ids;
  const names = NAMES.filter(() => random() < 0.5);
  const by = { who: "you", turnId: randomUUID() } as const;
  const acts: Array<() => Promise<unknown>> = [
    () =>
      tasks.add(ada, { title: "Water the ferns", tags: names, ...(random() < 0.2 && { repeat: "FREQ=DAILY" }) }, by),
    () => tasks.add(ada, { title: "A part of it", tags: names, parentId: id }, by),
    () => tasks.change(ada, { id, tags: names }, by),
    () => tasks.completeMany(ada, { ids }, by),
    () => tasks.reopenMany(ada, { ids }, by),
    () => tasks.removeMany(ada, { ids }, by),
    () => tasks.restoreMany(ada, { ids }, by),
    () => tags.remove(ada, { id: anId(living) }, by),
    () => tags.restore(ada, { id: anId(binned) }, by),
    async () => {
      await tasks.completeMany(ada, { ids }, by);
      return changes.undoTurn(ada, { turnId: by.turnId }, you);
    },
  ];
  return pick(random, acts)();
}

describe.each(rounds)("round %i: a tag's open tasks are as many as there are", (round) => {
  test("after any sixty writes, one after the other", async () => {
    const random = chance(round);
    for (let n = 0; n < 60; n++) await write(random);
    await check();
  });

  test("after any sixty writes, eight at a time", async () => {
    const random = chance(1_000 + round);
    for (let n = 0; n < 10; n++) await aTask(ada, { tags: NAMES.filter(() => random() < 0.5) });
    await Promise.all(
      Array.from({ length: 8 }, async () => {
        for (let n = 0; n < 8; n++) await write(random);
      }),
    );
    await check();
  });
});

describe("a tag is put on a task while that is being completed", () => {
  const link = (task: string, tag: string) =>
    sql`insert into task_tags (user_id, task_id, tag_id) values (${ada}, ${task}, ${tag})`;
  const complete = (task: string) => sql`update tasks set completed_at = now() where id = ${task}`;
  const orders: Array<[string, (task: string, tag: string) => [SQL, SQL]]> = [
    ["and comes later", (task, tag) => [complete(task), link(task, tag)]],
    ["and comes first", (task, tag) => [link(task, tag), complete(task)]],
  ];

  test.each(orders)("%s", async (_, of) => {
    const { id } = await aTask(ada);
    const tag = await tags.add(ada, { name: "home" }, you);
    if ("taken" in tag) throw new Error("A new user has no tags.");
    const [first, second] = of(id, tag.id);
    let waiting: Promise<unknown> = Promise.resolve();
    await db.transaction(async (tx) => {
      await tx.execute(first);
      waiting = Promise.resolve(db.execute(second));
      const winner = await Promise.race([waiting.then(() => "went past"), sleep(200, "waits")]);
      expect(winner).toBe("waits");
    });
    await waiting;
    await check();
    expect(await tags.list(ada)).toMatchObject([{ taskCount: 0 }]);
  });
});

test("a guest's tags count the same when their tasks become someone's own", async () => {
  const { absorb } = await import("@/db/guests");
  const guest = await aUser({ isAnonymous: true });
  await aTask(ada, { tags: ["home"] });
  await aTask(guest.id, { tags: ["Home", "work"] });
  const { id } = await aTask(guest.id, { tags: ["home"] });
  await tasks.complete(guest.id, { id }, you);
  await absorb(ada, { guestId: guest.id });
  await check();
  expect((await tags.list(ada)).map(({ taskCount }) => taskCount)).toEqual([2, 1]);
});
