import { beforeEach, expect, test } from "vitest";
import { doneLately, doneToday, rows } from "@/app/(app)/rows";
import * as tasks from "@/db/tasks";
import { aUser } from "@/db/testing";
import { aTask, you } from "@/db/testing-tasks";

const clock = { now: new Date(), timeZone: "Europe/Berlin" };
const titles = (listed: tasks.Task[]) => listed.map(({ title }) => title);

let ada: string;
beforeEach(async () => {
  ada = (await aUser()).id;
});

test("what is done is shown by the same measure as what is open: a part of a task only where its tag is asked for", async () => {
  const move = await aTask(ada, { title: "Move house" });
  const part = await aTask(ada, { title: "Pack the books", parentId: move.id, tags: ["books"] });
  await tasks.completeMany(ada, { ids: [part.id, (await aTask(ada, { title: "Call mum" })).id] }, you);

  const all = { view: "open", parent: "none" } as const;
  expect(titles((await rows(ada, all, 1)).tasks)).toEqual(["Move house"]);
  expect(titles(await doneLately(ada, all))).toEqual(["Call mum"]);
  expect(titles(await doneToday(ada, clock))).toEqual(["Call mum"]);
  expect(titles(await doneLately(ada, { view: "open", tag: part.tags[0]?.id }))).toEqual(["Pack the books"]);
});
