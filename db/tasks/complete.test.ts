import { and, eq, isNull } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { tasks as table } from "@/db/schema/tasks";
import * as tasks from "@/db/tasks";
import { aUser } from "@/db/testing";
import { aTask, you } from "@/db/testing-tasks";

let ada: string;
let bob: string;
beforeEach(async () => {
  ada = (await aUser()).id;
  bob = (await aUser()).id;
});

const titles = (rows: tasks.Task[]) => rows.map(({ title }) => title);
const listed = async (userId = ada) => titles((await tasks.list(userId)).items);

describe("completing", () => {
  test("takes the open subtasks along, and reopening gives just those back", async () => {
    const parent = await aTask(ada, { title: "Parent" });
    const early = await aTask(ada, { title: "Early", parentId: parent.id });
    await aTask(ada, { title: "Late", parentId: parent.id });
    await tasks.complete(ada, { id: early.id }, you);
    expect(await tasks.complete(ada, { id: parent.id }, you)).toMatchObject({
      completed: true,
      subtasks: { done: 2, total: 2 },
    });
    expect(await listed()).toEqual([]);
    expect(await tasks.reopen(ada, { id: parent.id }, you)).toMatchObject({
      completed: false,
      subtasks: { done: 1, total: 2 },
    });
    expect(await listed()).toEqual(["Parent", "Late"]);
  });

  test("what is completed stays as it is, and so does what is open", async () => {
    const task = await aTask(ada);
    expect(await tasks.reopen(ada, { id: task.id }, you)).toEqual(task);
    const done = await tasks.complete(ada, { id: task.id }, you);
    expect(await tasks.complete(ada, { id: task.id }, you)).toEqual(done);
    expect(await tasks.complete(bob, { id: task.id }, you)).toBeUndefined();
    expect(await tasks.reopen(bob, { id: task.id }, you)).toBeUndefined();
  });
});

describe("a repeating task", () => {
  const next = (userId: string, id: string) =>
    db
      .select()
      .from(table)
      .where(and(eq(table.userId, userId), eq(table.followsId, id), isNull(table.deletedAt)));

  test("is followed by its next occurrence, tags and open subtasks with it", async () => {
    const task = await aTask(ada, {
      dueDate: "2055-01-31",
      dueTime: "09:00",
      repeat: "FREQ=DAILY;INTERVAL=3",
      tags: ["a"],
    });
    const subtask = await aTask(ada, { title: "Fill the can", parentId: task.id, dueDate: "2055-01-30", tags: ["b"] });
    await tasks.complete(ada, { id: subtask.id }, you);
    await tasks.complete(ada, { id: task.id }, you);
    const { items } = await tasks.list(ada);
    expect(items).toMatchObject([
      { title: "Fill the can", dueDate: "2055-02-02", completed: false, tags: [{ name: "b" }] },
      {
        title: "Water the ferns",
        dueDate: "2055-02-03",
        dueTime: "09:00",
        repeatStart: "2055-02-03",
        subtasks: { done: 0, total: 1 },
        tags: [{ name: "a" }],
      },
    ]);
  });

  test("is followed once, however many complete it at once", async () => {
    const { id } = await aTask(ada, { dueDate: "2055-01-01", repeat: "FREQ=DAILY" });
    const done = await Promise.all(Array.from({ length: 10 }, () => tasks.complete(ada, { id }, you)));
    expect(done.every((task) => task?.completed)).toBe(true);
    expect(await next(ada, id)).toHaveLength(1);
  });

  test.each([
    ["FREQ=DAILY;COUNT=3", "2055-01-01", { dueDate: "2055-01-02", repeat: "FREQ=DAILY;COUNT=2" }],
    ["FREQ=DAILY;COUNT=1", "2055-01-01", undefined],
    ["FREQ=WEEKLY;UNTIL=20550108", "2055-01-01", { dueDate: "2055-01-08" }],
    ["FREQ=WEEKLY;UNTIL=20550107", "2055-01-01", undefined],
    ["FREQ=MONTHLY", "2055-01-31", { dueDate: "2055-02-28" }],
  ])("%s from %s is followed by %o", async (repeat, dueDate, expected) => {
    const { id } = await aTask(ada, { dueDate, repeat });
    await tasks.complete(ada, { id }, you);
    const [row] = await next(ada, id);
    expect(row).toEqual(expected && expect.objectContaining(expected));
  });

  test("that is late comes back today or later, and from completion counts from today", async () => {
    const today = (await aTask(ada, { repeat: "FREQ=DAILY" })).dueDate ?? "";
    const late = await aTask(ada, { dueDate: "2020-01-01", repeat: "FREQ=DAILY" });
    const loose = await aTask(ada, {
      dueDate: "2020-01-01",
      repeat: "FREQ=DAILY;INTERVAL=10",
      repeatFrom: "completion",
    });
    await tasks.completeMany(ada, { ids: [late.id, loose.id] }, you);
    expect((await next(ada, late.id))[0]?.dueDate).toBe(today);
    const [after] = await next(ada, loose.id);
    expect(Date.parse(after?.dueDate ?? "") - Date.parse(today)).toBe(10 * 86_400_000);
  });

  test("reopened takes its untouched successor back, and completed again brings that one back", async () => {
    const { id } = await aTask(ada, { dueDate: "2055-01-01", repeat: "FREQ=DAILY" });
    await tasks.complete(ada, { id }, you);
    const [first] = await next(ada, id);
    for (let round = 0; round < 3; round++) {
      await tasks.reopen(ada, { id }, you);
      expect(await next(ada, id)).toEqual([]);
      await tasks.complete(ada, { id }, you);
      expect(await next(ada, id)).toMatchObject([{ id: first?.id, deletedAt: null }]);
    }
    expect((await tasks.list(ada, { view: "trash" })).items).toEqual([]);
  });

  test("reopened leaves a successor that someone has worked on", async () => {
    const { id } = await aTask(ada, { dueDate: "2055-01-01", repeat: "FREQ=DAILY" });
    await tasks.complete(ada, { id }, you);
    const [successor] = await next(ada, id);
    await tasks.change(ada, { id: successor?.id ?? "", description: "Mine" }, you);
    await tasks.reopen(ada, { id }, you);
    expect(await next(ada, id)).toHaveLength(1);
  });
});
