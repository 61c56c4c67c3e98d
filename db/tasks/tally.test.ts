import fc from "fast-check";
import { expect, test } from "vitest";
import * as tags from "@/db/tags";
import * as tasks from "@/db/tasks";
import { aUser } from "@/db/testing";
import { you } from "@/db/testing-tasks";

const day = (offset: number) => new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);
const upTo = 1000;

const days: tasks.Stretch[] = [
  { from: "-infinity", to: day(-1) },
  { from: day(0), to: day(0) },
  { from: day(1), to: "9999-12-31" },
  { from: "infinity", to: "infinity" },
];
const ranks = ["0", "1", "2", "3"].map((rank) => ({ from: rank, to: rank }));

test("a section is counted in full, however few of its rows are on a page", async () => {
  const { id } = await aUser({ timeZone: "UTC" });
  const wanted = fc.sample(
    fc.record({
      title: fc.constantFrom("red", "green"),
      dueDate: fc.constantFrom(null, day(-3), day(-1), day(0), day(1), day(40)),
      priority: fc.constantFrom("none", "low", "medium", "high"),
      tags: fc.constantFrom<string[]>([], ["home"]),
    }),
    { numRuns: 90, seed: 11 },
  );
  const added = await tasks.addMany(id, { tasks: wanted }, you);
  if ("refused" in added) throw new Error("These tasks can be added.");
  await tasks.addMany(id, { tasks: [{ title: "A red part", parentId: added[0]?.id }] }, you);
  await tasks.completeMany(id, { ids: added.slice(60).map((task) => task.id) }, you);
  const [home] = await tags.list(id);

  for (const list of [
    { view: "open" },
    { view: "open", parent: "none" },
    { view: "today" },
    { view: "no-date" },
    { view: "open", tag: home?.id },
    { view: "all", q: "red" },
    { view: "all", q: "re" },
  ] as const) {
    const { items } = await tasks.list(id, { ...list, limit: 200 });
    const inDays = days.map(
      ({ from, to }) => items.filter(({ dueDate }) => within(dueDate ?? "infinity", from, to)).length,
    );
    expect(await tasks.tally(id, list, { by: "due", stretches: days, upTo })).toEqual(inDays);
    const levels = ["high", "medium", "low", "none"].map(
      (level) => items.filter(({ priority }) => priority === level).length,
    );
    expect(await tasks.tally(id, list, { by: "priority", stretches: ranks, upTo })).toEqual(levels);
  }
  const doneOn = [day(0), day(-1)].map((done) => ({ from: done, to: done }));
  expect(await tasks.tally(id, { view: "completed" }, { by: "completed", stretches: doneOn, upTo })).toEqual([30, 0]);
  const all = [{ from: "-infinity", to: "infinity" }];
  expect(await tasks.tally(id, {}, { by: "due", stretches: all, upTo: 7 })).toEqual([7]);
  expect(await tasks.tally((await aUser()).id, {}, { by: "due", stretches: all, upTo })).toEqual([0]);
});

test("what was done is counted by the user's own day", async () => {
  const east = await aUser({ timeZone: "Pacific/Kiritimati" });
  const [task] = (await tasks.addMany(east.id, { tasks: [{ title: "Done" }] }, you)) as tasks.Task[];
  await tasks.complete(east.id, { id: task?.id ?? "" }, you);
  const there = new Intl.DateTimeFormat("en-CA", { timeZone: "Pacific/Kiritimati", dateStyle: "short" }).format();
  const before = new Date(Date.parse(there) - 86_400_000).toISOString().slice(0, 10);
  const stretches = [there, before].map((day) => ({ from: day, to: day }));
  expect(await tasks.tally(east.id, { view: "completed" }, { by: "completed", stretches, upTo })).toEqual([1, 0]);
});

const within = (key: string, from: string, to: string) => (from === "-infinity" || from <= key) && key <= to;
