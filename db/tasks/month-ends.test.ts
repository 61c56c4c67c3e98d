import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import * as changes from "@/db/changes";
import { db } from "@/db/client";
import { addInput } from "@/db/task-input";
import * as tasks from "@/db/tasks";
import { aUser } from "@/db/testing";
import { aTask, you } from "@/db/testing-tasks";

const MONTHLY = "FREQ=MONTHLY;BYMONTHDAY=28,29,30,31;BYSETPOS=-1";

async function next(userId: string) {
  const { items } = await tasks.list(userId, {});
  return items.at(-1) ?? (await aTask(userId));
}

test.each([
  ["FREQ=MONTHLY", "2037-01-31", ["2037-02-28", "2037-03-31", "2037-04-30"]],
  ["FREQ=MONTHLY;BYMONTHDAY=31", "2037-01-31", ["2037-02-28", "2037-03-31", "2037-04-30"]],
  ["FREQ=YEARLY", "2036-02-29", ["2037-02-28", "2038-02-28", "2039-02-28", "2040-02-29"]],
])(
  "%s from %s: a month that is too short has its last day, and the day is remembered",
  async (repeat, dueDate, days) => {
    const { id } = await aUser();
    const task = await aTask(id, { repeat, dueDate });
    expect(await tasks.occurrences(id, { id: task.id, limit: days.length })).toEqual({ items: days });
    for (const day of days) {
      await tasks.complete(id, { id: (await next(id)).id }, you);
      expect(await next(id)).toMatchObject({ dueDate: day, repeatStart: day });
    }
  },
);

test("skipped, moved along, taken back and counted from completion it keeps to that", async () => {
  const { id } = await aUser();
  const { id: task } = await aTask(
    id,
    addInput.parse({ title: "Rent", repeat: "FREQ=MONTHLY;BYMONTHDAY=31", dueDate: "2037-01-31" }),
  );
  expect(await tasks.find(id, { id: task })).toMatchObject({ repeat: MONTHLY });
  const turn = { ...you, turnId: randomUUID() };
  expect(await tasks.skip(id, { id: task }, turn)).toMatchObject({ dueDate: "2037-02-28", repeat: MONTHLY });
  await changes.undoTurn(id, turn, you);
  expect(await tasks.find(id, { id: task })).toMatchObject({ dueDate: "2037-01-31", repeatStart: "2037-01-31" });
  await tasks.skip(id, { id: task }, you);
  expect(await tasks.skip(id, { id: task }, you)).toMatchObject({ dueDate: "2037-03-31" });

  await tasks.change(id, { id: task, dueDate: "2037-03-30", scope: "following" }, you);
  expect(await tasks.occurrences(id, { id: task, limit: 2 })).toEqual({ items: ["2037-04-30", "2037-05-30"] });
  expect(await tasks.find(id, { id: task })).toMatchObject({ repeat: "FREQ=MONTHLY;BYMONTHDAY=28,29,30;BYSETPOS=-1" });

  const done = await aTask(id, { repeat: "FREQ=MONTHLY", repeatFrom: "completion", dueDate: "2037-01-31" });
  const days = ["2037-02-28", "2037-03-31", "2037-04-30"];
  expect(await tasks.occurrences(id, { id: done.id, limit: 3 })).toEqual({ items: days });
  for (const dueDate of days)
    expect(await tasks.skip(id, { id: done.id }, you)).toMatchObject({ dueDate, repeat: "FREQ=MONTHLY" });
});

test("a rule that was kept before goes on so too", async () => {
  const { id } = await aUser();
  const { id: task } = await aTask(id, { repeat: "FREQ=MONTHLY;BYMONTHDAY=31", dueDate: "2037-01-31" });
  await db.execute(sql`update tasks set repeat = 'FREQ=MONTHLY;BYMONTHDAY=31' where id = ${task}`);
  expect(await tasks.occurrences(id, { id: task, limit: 2 })).toEqual({ items: ["2037-02-28", "2037-03-31"] });
});
