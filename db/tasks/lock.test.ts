import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import * as changes from "@/db/changes";
import { db } from "@/db/client";
import * as tasks from "@/db/tasks";
import { aUser } from "@/db/testing";
import { aTask, you } from "@/db/testing-tasks";

type Family = { ada: string; part: string; whole: string };

/** A task with a subtask that is older than it. */
async function aFamily(): Promise<Family> {
  const { id: ada } = await aUser();
  const { id: part } = await aTask(ada);
  const { id: whole } = await aTask(ada);
  await tasks.change(ada, { id: part, parentId: whole }, you);
  return { ada, part, whole };
}

/** How many connections wait for a row that another one holds. */
const waiting = () => db.$count(sql`pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`);

const by = { ...you, turnId: randomUUID() };
const complete = ({ ada, whole }: Family) => tasks.complete(ada, { id: whole }, by);
const remove = ({ ada, whole }: Family) => tasks.remove(ada, { id: whole }, by);
const writes: Array<[string, (family: Family) => Promise<unknown>, ((family: Family) => Promise<unknown>)?]> = [
  ["completes", complete],
  ["reopens", ({ ada, whole }) => tasks.reopen(ada, { id: whole }, you), complete],
  ["deletes", remove],
  ["restores", ({ ada, whole }) => tasks.restore(ada, { id: whole }, you), remove],
  ["takes back", ({ ada }) => changes.undoTurn(ada, { turnId: by.turnId }, you), complete],
  ["skips", ({ ada, whole }) => tasks.skip(ada, { id: whole }, you)],
  [
    "moves",
    ({ ada, part, whole }) => tasks.change(ada, { id: whole, parentId: part }, you),
    async ({ ada, part }) => tasks.change(ada, { id: part, parentId: null }, you),
  ],
];

test.each(writes)(
  "whoever %s a task waits for an older one of its family before taking it",
  async (_, write, prepare) => {
    const family = await aFamily();
    await prepare?.(family);
    const taking = (id: string) => sql`select from tasks where id = ${id} for update nowait`;
    let written: Promise<unknown> = Promise.resolve();
    await db.transaction(async (tx) => {
      await tx.execute(taking(family.part));
      written = write(family);
      await expect.poll(waiting).toBe(1);
      await tx.execute(taking(family.whole));
    });
    await written;
  },
);

test("what is being written into the next occurrence does not go to the trash with it", async () => {
  const { id: ada } = await aUser();
  const { id } = await aTask(ada, { dueDate: "2055-01-01", repeat: "FREQ=DAILY" });
  await tasks.complete(ada, { id }, you);
  const [next] = (await tasks.list(ada)).items;
  let reopened: Promise<unknown> = Promise.resolve();
  await db.transaction(async (tx) => {
    await tx.execute(sql`update tasks set title = 'Do not lose this' where id = ${next?.id}`);
    reopened = tasks.reopen(ada, { id }, you);
    await expect.poll(waiting).toBe(1);
  });
  await reopened;
  expect(await tasks.find(ada, { id: next?.id ?? "" })).toMatchObject({ title: "Do not lose this" });
});

test("a task that is given a subtask in the very same moment goes under no other", async () => {
  const { ada, whole } = await aFamily();
  const { id } = await aTask(ada);
  let moved: Promise<unknown> = Promise.resolve();
  await db.transaction(async (tx) => {
    await tx.execute(sql`select from tasks where id = ${id} for share`);
    await tx.execute(
      sql`insert into tasks (user_id, parent_id, title, position) values (${ada}, ${id}, 'A part of it', 'a0')`,
    );
    moved = tasks.change(ada, { id, parentId: whole }, you);
    await expect.poll(waiting).toBe(1);
  });
  expect(await moved).toMatchObject({ refused: [{ path: "parentId" }] });
});

test("a subtask that is added in the very moment of its task's deletion goes and comes back with it", async () => {
  const { ada, whole } = await aFamily();
  const { id } = await aTask(ada, { tags: ["home"] });
  let removed: Promise<unknown> = Promise.resolve();
  await db.transaction(async (tx) => {
    await tx.execute(sql`select from tasks where id = ${whole} for share`);
    await tx.execute(sql`update tasks set parent_id = ${whole} where id = ${id}`);
    removed = tasks.remove(ada, { id: whole }, you);
    await expect.poll(waiting).toBe(1);
  });
  await removed;
  expect(await tasks.find(ada, { id })).toBeUndefined();
  await tasks.restore(ada, { id: whole }, you);
  expect(await tasks.find(ada, { id })).toMatchObject({ parentId: whole, tags: [{ name: "home" }] });
});

test("a subtask that comes out of the trash in the very moment of its task's deletion comes on its own", async () => {
  const { ada, part, whole } = await aFamily();
  await tasks.remove(ada, { id: part }, you);
  let restored: Promise<unknown> = Promise.resolve();
  await db.transaction(async (tx) => {
    await tx.execute(sql`update tasks set deleted_at = now() where id = ${whole}`);
    restored = tasks.restore(ada, { id: part }, you);
    await expect.poll(waiting).toBe(1);
  });
  expect(await restored).toMatchObject({ deletedAt: null, parentId: null });
});
