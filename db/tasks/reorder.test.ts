import { and, eq, sql } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import * as changes from "@/db/changes";
import { db } from "@/db/client";
import { asUser } from "@/db/request-context";
import { tasks as table } from "@/db/schema/tasks";
import * as tasks from "@/db/tasks";
import { aUser } from "@/db/testing";
import { aTask, you } from "@/db/testing-tasks";

let ada: string;
const byHand = async () => (await tasks.list(ada, { sort: "position" })).items.map(({ title }) => title);
const day = (offset: number) => new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);

beforeEach(async () => {
  ada = (await aUser({ timeZone: "UTC" })).id;
});

test("tasks come first in the order by hand as they are listed, the others after them as before, and it can be undone", async () => {
  const made = [];
  for (const title of ["a", "b", "c", "d", "e"]) made.push(await aTask(ada, { title }));
  const [, b, , d, e] = made.map(({ id }) => id);
  const theirs = await aTask((await aUser()).id);
  const turnId = crypto.randomUUID();
  const ids = [d, theirs.id, b, e, d].filter((id) => id !== undefined);
  const placed = await tasks.reorder(ada, { ids }, { ...you, turnId });
  expect(placed.map(({ title }) => title)).toEqual(["d", "b", "e"]);
  expect(await byHand()).toEqual(["d", "b", "e", "a", "c"]);

  await changes.undoTurn(ada, { turnId }, you);
  expect(await byHand()).toEqual(["a", "b", "c", "d", "e"]);
});

test("everything overdue is moved, and nothing else, however much there is of it", async () => {
  const overdue = Array.from({ length: 120 }, (_, at) => ({ title: `Late ${at}`, dueDate: day(-1 - (at % 9)) }));
  for (const part of [overdue, overdue]) await tasks.addMany(ada, { tasks: part }, you);
  const tagged = await aTask(ada, { title: "Late at home", dueDate: day(-1), tags: ["home"] });
  const soon = await aTask(ada, { title: "Soon", dueDate: day(1) });
  await aTask(ada, { title: "Someday" });

  const tag = tagged.tags[0]?.id;
  expect(await tasks.moveOverdue(ada, { dueDate: day(0), tag }, you)).toBe(1);
  expect(await tasks.moveOverdue(ada, { dueDate: day(0) }, you)).toBe(240);
  expect(await tasks.moveOverdue(ada, { dueDate: day(0) }, you)).toBe(0);
  expect(await tasks.counts(ada)).toMatchObject({ today: 241, upcoming: 1, noDate: 1 });
  expect(await tasks.find(ada, { id: soon.id })).toEqual(soon);
});

test("when the overdue can’t all be moved, none of them is", async () => {
  const overdue = Array.from({ length: 240 }, (_, at) => ({ title: `Late ${at}`, dueDate: day(-1) }));
  const added = await tasks.addMany(ada, { tasks: overdue }, you);
  if ("refused" in added) throw new Error("These tasks can be added.");
  await db.transaction(async (other) => {
    await other.execute(sql`select from tasks where id = ${added.at(-1)?.id} for update`);
    const moving = asUser(ada, () => tasks.moveOverdue(ada, { dueDate: day(0) }, you));
    await expect(moving).rejects.toThrow(/canceling statement/);
  });
  expect(await db.$count(table, and(eq(table.userId, ada), eq(table.dueDate, day(-1))))).toBe(240);
});
