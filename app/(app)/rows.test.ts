import { beforeEach, expect, test } from "vitest";
import { finished, rows, type Wanted } from "@/app/(app)/rows";
import * as tasks from "@/db/tasks";
import { aUser } from "@/db/testing";
import { aTask, completedDaysAgo, you } from "@/db/testing-tasks";

const clock = { now: new Date(), timeZone: "Europe/Berlin" };
const titles = (listed: tasks.Task[]) => listed.map(({ title }) => title);

let ada: string;
beforeEach(async () => {
  ada = (await aUser()).id;
});

test("a long list is shown in parts that follow each other, and an address that makes no sense shows the first", async () => {
  for (let n = 0; n < 3; n++)
    await tasks.addMany(ada, { tasks: Array.from({ length: 50 }, (_, at) => ({ title: `${n} ${at}` })) }, you);
  const wanted = { view: "open", sort: "position" } as const;
  const first = await rows(ada, wanted, { pages: 2 });
  const rest = await rows(ada, wanted, { pages: 2, from: first.next });
  expect([first.tasks.length, rest.tasks.length, rest.next]).toEqual([100, 50, undefined]);
  expect([first.isStart, rest.isStart]).toEqual([true, false]);
  expect(new Set([...first.tasks, ...rest.tasks].map(({ id }) => id)).size).toBe(150);
  for (const from of ["nonsense", first.next ?? ""]) {
    const other = await rows(ada, { view: "open", sort: "due" }, { pages: 1, from });
    expect([other.tasks.length, other.isStart]).toEqual([50, true]);
  }
});

test("on Today, what was done today is shown page by page, all of it and nothing of another day", async () => {
  for (const name of ["one", "two", "three"]) {
    const done = Array.from({ length: 100 }, (_, at) => ({ title: `${name} ${at}`, completed: true }));
    await tasks.addMany(ada, { tasks: done }, you);
  }
  const before = await aTask(ada, { title: "Before" });
  await tasks.complete(ada, { id: before.id }, you);
  await completedDaysAgo(before.id, 1);
  const now = { now: new Date(), timeZone: "Europe/London" };
  const shown = (pages: number) => finished(ada, "today", { view: "today" }, pages, now);
  expect(await shown(1)).toMatchObject({ tasks: { length: 50 }, more: true });
  expect(await shown(6)).toMatchObject({ tasks: { length: 300 }, more: false });
  expect((await tasks.counts(ada)).doneToday).toBe(300);
});

test("what is done is shown by the same measure as what is open: a part of a task only where its tag is asked for", async () => {
  const move = await aTask(ada, { title: "Move house" });
  const part = await aTask(ada, { title: "Pack the books", parentId: move.id, tags: ["books"] });
  await tasks.completeMany(ada, { ids: [part.id, (await aTask(ada, { title: "Call mum" })).id] }, you);

  const all = { view: "open", parent: "none" } as const;
  expect(titles((await rows(ada, all, { pages: 1 })).tasks)).toEqual(["Move house"]);
  const done = async (view: "tasks" | "today" | "tag", wanted: Wanted) =>
    titles((await finished(ada, view, wanted, 1, clock)).tasks);
  expect(await done("tasks", all)).toEqual(["Call mum"]);
  expect(await done("today", { view: "today" })).toEqual(["Call mum"]);
  expect(await done("tag", { view: "open", tag: part.tags[0]?.id })).toEqual(["Pack the books"]);
});
