import { randomUUID } from "node:crypto";
import { Temporal } from "temporal-polyfill";
import { beforeEach, describe, expect, test } from "vitest";
import * as changes from "@/db/changes";
import * as tasks from "@/db/tasks";
import { aUser } from "@/db/testing";
import { aTask, you } from "@/db/testing-tasks";

let ada: string;
let bob: string;
beforeEach(async () => {
  ada = (await aUser()).id;
  bob = (await aUser()).id;
});

const skipped = async (id: string) => tasks.skip(ada, { id }, you);
const turn = () => ({ ...you, turnId: randomUUID() });
const later = (day: string, days: number) => Temporal.PlainDate.from(day).add({ days }).toString();

/** The successor of a task, once it is completed. */
async function afterwards(id: string) {
  await tasks.complete(ada, { id }, you);
  return (await tasks.list(ada)).items.find((task) => task.repeat !== null && task.parentId === null);
}

describe("skipping", () => {
  test.each([
    ["FREQ=DAILY;INTERVAL=3", "2055-01-31", { dueDate: "2055-02-03" }],
    ["FREQ=WEEKLY;BYDAY=TU,TH", "2055-01-05", { dueDate: "2055-01-07" }],
    ["FREQ=MONTHLY", "2055-01-31", { dueDate: "2055-02-28" }],
    ["FREQ=YEARLY", "2056-02-29", { dueDate: "2057-02-28" }],
    ["FREQ=DAILY;COUNT=3", "2055-01-01", { dueDate: "2055-01-02", repeat: "FREQ=DAILY;COUNT=2" }],
    ["FREQ=WEEKLY;UNTIL=20550108", "2055-01-01", { dueDate: "2055-01-08", repeat: "FREQ=WEEKLY;UNTIL=20550108" }],
  ])("%s on %s goes on to %o", async (repeat, dueDate, expected) => {
    const { id, title } = await aTask(ada, { dueDate, dueTime: "09:30", repeat, tags: ["home"] });
    const next = { ...expected, repeatStart: expected.dueDate };
    expect(await skipped(id)).toMatchObject({ id, title, dueTime: "09:30", tags: [{ name: "home" }], ...next });
    expect((await tasks.list(ada, { view: "all" })).items).toHaveLength(1);
  });

  test.each([
    ["the last of its COUNT", { dueDate: "2055-01-01", repeat: "FREQ=DAILY;COUNT=1" }],
    ["the last before UNTIL", { dueDate: "2055-01-01", repeat: "FREQ=WEEKLY;UNTIL=20550107" }],
    ["what does not repeat", { dueDate: "2055-01-01" }],
  ])("is refused for %s, in words", async (_, input) => {
    const task = await aTask(ada, input);
    expect(await skipped(task.id)).toEqual({ refused: [{ path: "repeat", message: expect.stringMatching(/\w+\.$/) }] });
    expect(await tasks.find(ada, { id: task.id })).toEqual(task);
  });

  test("is refused for what is done, and finds neither the trash nor another's", async () => {
    const { id } = await aTask(ada, { dueDate: "2055-01-01", repeat: "FREQ=DAILY" });
    expect(await tasks.skip(bob, { id }, you)).toBeUndefined();
    await tasks.complete(ada, { id }, you);
    expect(await skipped(id)).toHaveProperty("refused");
    await tasks.remove(ada, { id }, you);
    expect(await skipped(id)).toBeUndefined();
    expect(await skipped(randomUUID())).toBeUndefined();
  });

  test("what is late goes on to today or later, from completion by its own days", async () => {
    const today = (await aTask(ada, { repeat: "FREQ=DAILY" })).dueDate ?? "";
    const loose = { repeat: "FREQ=DAILY;INTERVAL=10", repeatFrom: "completion" } as const;
    const late = await aTask(ada, { dueDate: "2020-01-01", repeat: "FREQ=DAILY" });
    const lateLoose = await aTask(ada, { dueDate: "2020-01-01", ...loose });
    const early = await aTask(ada, { dueDate: later(today, 3), ...loose });
    expect(await skipped(late.id)).toMatchObject({ dueDate: today });
    expect(await skipped(lateLoose.id)).toMatchObject({ dueDate: later(today, 10) });
    expect(await skipped(early.id)).toMatchObject({ dueDate: later(today, 13) });
  });

  test("happens once for the day that is meant, however often it is asked for", async () => {
    const { id } = await aTask(ada, { dueDate: "2055-01-04", repeat: "FREQ=WEEKLY" });
    const wanted = { id, dueDate: "2055-01-04" };
    const all = await Promise.all(Array.from({ length: 5 }, () => tasks.skip(ada, wanted, you)));
    expect(all).toEqual(Array(5).fill(expect.objectContaining({ dueDate: "2055-01-11" })));
  });

  test("takes its subtasks along, open again, and one undo takes all of it back; undone again, it is skipped again", async () => {
    const task = await aTask(ada, { dueDate: "2055-01-04", repeat: "FREQ=WEEKLY;BYDAY=MO;COUNT=5" });
    const done = await aTask(ada, { title: "Shoes", parentId: task.id, dueDate: "2055-01-03" });
    await aTask(ada, { title: "Towel", parentId: task.id });
    const own = { title: "Wash it", dueDate: "2055-01-05", repeat: "FREQ=DAILY" };
    await aTask(ada, { ...own, parentId: task.id });
    await tasks.complete(ada, { id: done.id }, you);
    const parts = async () => {
      const all = await tasks.subtasks(ada, { id: task.id });
      return all.map(({ title, completedAt, dueDate, repeatStart }) => ({ title, completedAt, dueDate, repeatStart }));
    };
    const [before, whole] = [await parts(), await tasks.find(ada, { id: task.id })];

    const by = turn();
    expect(await tasks.skip(ada, { id: task.id }, by)).toMatchObject({ subtasks: { done: 0, total: 3 } });
    const after = await parts();
    expect(after).toMatchObject([
      { title: "Shoes", completedAt: null, dueDate: "2055-01-10" },
      { title: "Towel", completedAt: null, dueDate: null },
      { title: "Wash it", dueDate: "2055-01-12", repeatStart: "2055-01-12" },
    ]);
    expect(await changes.list(ada, { turnId: by.turnId })).toHaveLength(1);

    const undoing = turn();
    expect(await changes.undoTurn(ada, by, undoing)).toHaveProperty("undone");
    expect(await parts()).toEqual(before);
    const { version, updatedAt, ...rest } = whole ?? task;
    expect(await tasks.find(ada, { id: task.id })).toMatchObject(rest);

    expect(await changes.undoTurn(ada, undoing, turn())).toHaveProperty("undone");
    expect(await parts()).toEqual(after);
    expect(await tasks.find(ada, { id: task.id })).toMatchObject({
      dueDate: "2055-01-11",
      repeat: expect.stringContaining("COUNT=4"),
    });
  });

  test("undone, it keeps what was made of a subtask since", async () => {
    const task = await aTask(ada, { dueDate: "2055-01-04", repeat: "FREQ=WEEKLY" });
    const part = await aTask(ada, { title: "Shoes", parentId: task.id, dueDate: "2055-01-03" });
    const by = turn();
    await tasks.skip(ada, { id: task.id }, by);
    await tasks.complete(ada, { id: part.id }, you);
    await changes.undoTurn(ada, by, turn());
    expect(await tasks.subtasks(ada, { id: task.id })).toMatchObject([{ dueDate: "2055-01-03", completed: true }]);
  });
});

describe("a new due day", () => {
  const moves = [
    ["FREQ=DAILY;INTERVAL=3", "2055-01-04", "2055-01-05", "2055-01-07"],
    ["FREQ=DAILY;INTERVAL=3", "2055-01-04", "2055-01-03", "2055-01-07"],
    ["FREQ=WEEKLY;BYDAY=TU", "2055-01-05", "2055-01-04", "2055-01-12"],
    ["FREQ=WEEKLY;BYDAY=TU", "2055-01-05", "2055-01-13", "2055-01-19"],
    ["FREQ=MONTHLY;BYMONTHDAY=28,29,30,31;BYSETPOS=-1", "2055-01-31", "2055-01-29", "2055-02-28"],
    ["FREQ=MONTHLY;BYDAY=-1FR", "2055-01-29", "2055-02-01", "2055-02-26"],
  ] as const;

  test.each(moves)("of %s moves the one on %s to %s, and the next comes on %s", async (repeat, from, to, next) => {
    const { id } = await aTask(ada, { dueDate: from, repeat });
    expect(await tasks.change(ada, { id, dueDate: to }, you)).toMatchObject({ dueDate: to, repeat });
    expect(await tasks.occurrences(ada, { id, limit: 1 })).toEqual({ items: [next] });
    expect(await afterwards(id)).toMatchObject({ dueDate: next, repeat });
  });

  test("moves one in the midst of a series, which goes on from where it was", async () => {
    const { id } = await aTask(ada, { dueDate: "2055-01-01", repeat: "FREQ=DAILY;INTERVAL=3" });
    const second = (await afterwards(id))?.id ?? "";
    await tasks.change(ada, { id: second, dueDate: "2055-01-03" }, you);
    expect(await afterwards(second)).toMatchObject({ dueDate: "2055-01-07" });
  });

  test.each([
    ["FREQ=DAILY;INTERVAL=3", "2055-01-04", "2055-01-05", "FREQ=DAILY;INTERVAL=3", "2055-01-08"],
    ["FREQ=WEEKLY;BYDAY=TU", "2055-01-05", "2055-01-06", "FREQ=WEEKLY;BYDAY=WE", "2055-01-13"],
    ["FREQ=WEEKLY;COUNT=3;BYDAY=TU,TH", "2055-01-05", "2055-01-06", "FREQ=WEEKLY;COUNT=3;BYDAY=WE,TH", "2055-01-07"],
    ["FREQ=MONTHLY;BYMONTHDAY=15", "2055-01-15", "2055-01-20", "FREQ=MONTHLY;BYMONTHDAY=20", "2055-02-20"],
    ["FREQ=YEARLY", "2055-03-03", "2055-03-04", "FREQ=YEARLY", "2056-03-04"],
  ])("of %s moves it from %s to %s and all that follow", async (repeat, from, to, rule, next) => {
    const { id, version } = await aTask(ada, { dueDate: from, dueTime: "08:00", repeat });
    const by = turn();
    const wanted = { id, version, dueDate: to, scope: "following" } as const;
    expect(await tasks.change(ada, wanted, by)).toMatchObject({
      dueDate: to,
      repeat: rule,
      repeatStart: to,
      dueTime: "08:00",
    });
    expect(await tasks.change(ada, wanted, by)).toHaveProperty("stale");
    expect(await tasks.occurrences(ada, { id, limit: 1 })).toEqual({ items: [next] });
    await changes.undoTurn(ada, by, turn());
    expect(await tasks.find(ada, { id })).toMatchObject({ dueDate: from, repeat, repeatStart: from });
  });

  test("moves all that follow from where the series has it, even when one was moved before", async () => {
    const { id } = await aTask(ada, { dueDate: "2055-01-05", repeat: "FREQ=WEEKLY;BYDAY=TU,TH" });
    await tasks.change(ada, { id, dueDate: "2055-01-09" }, you);
    const moved = await tasks.change(ada, { id, dueDate: "2055-01-09", scope: "following" }, you);
    expect(moved).toMatchObject({ dueDate: "2055-01-09", repeat: "FREQ=WEEKLY;BYDAY=TH,SA" });
  });

  test("cannot take along what no rule says, and then writes nothing; what is once just moves", async () => {
    const { id } = await aTask(ada, { dueDate: "2055-01-05", repeat: "FREQ=WEEKLY;BYDAY=TU,TH" });
    const refused = await tasks.change(ada, { id, dueDate: "2055-01-07", title: "New", scope: "following" }, you);
    expect(refused).toMatchObject({ refused: [{ path: "scope" }] });
    expect(await tasks.find(ada, { id })).toMatchObject({ dueDate: "2055-01-05", title: "Water the ferns" });
    const wanted = { id, dueDate: "2055-01-07", scope: "following" } as const;
    expect(await tasks.change(ada, { ...wanted, version: 9 }, you)).toHaveProperty("stale");
    await tasks.remove(ada, { id }, you);
    expect(await tasks.change(ada, wanted, you)).toBeUndefined();
    const once = await aTask(ada, { dueDate: "2055-01-05" });
    expect(await tasks.change(ada, { id: once.id, dueDate: "2055-01-07", scope: "following" }, you)).toMatchObject({
      dueDate: "2055-01-07",
      repeat: null,
    });
  });
});

test("the days to come are those on which it will come, completed one after another", async () => {
  const task = await aTask(ada, { dueDate: "2055-01-05", repeat: "FREQ=WEEKLY;COUNT=4;BYDAY=TU,TH" });
  const days = (await tasks.occurrences(ada, { id: task.id }))?.items ?? [];
  expect(days).toEqual(["2055-01-07", "2055-01-12", "2055-01-14"]);
  let id = task.id;
  for (const day of days) {
    const next = await afterwards(id);
    expect(next).toMatchObject({ dueDate: day });
    id = next?.id ?? "";
  }
  expect(await afterwards(id)).toBeUndefined();
  expect(await tasks.occurrences(bob, { id })).toBeUndefined();
});
