import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { newTurn } from "@/assistant/new-turn";
import { preview } from "@/assistant/preview";
import { orphans } from "@/assistant/resume";
import type { Find } from "@/assistant/shapes";
import { findInput } from "@/assistant/shapes";
import { change, complete, skip } from "@/assistant/tools/acts";
import { add } from "@/assistant/tools/add";
import { find } from "@/assistant/tools/find";
import { changeTag, listTags, restoreTag } from "@/assistant/tools/tags";
import type { Turn } from "@/assistant/tools/turn";
import * as tags from "@/db/tags";
import * as tasks from "@/db/tasks";
import { aUser } from "@/db/testing";
import { aTask, you } from "@/db/testing-tasks";
import { today } from "@/language/calendar";

let turn: Turn;
let ada: string;
beforeEach(async () => {
  const user = await aUser();
  ada = user.id;
  turn = newTurn(user, randomUUID(), [], []);
});

const found = async (input: Partial<Find>) =>
  (await find(turn, findInput.parse(input))).tasks.map(({ title }) => title);
const away = (days: number) => today({ ...turn.context, now: new Date(Date.now() + days * 86_400_000) });

test("tasks are found by words, view, tag, priority and day", async () => {
  const late = await aTask(ada, { title: "Pay the rent", dueDate: away(-3), priority: "high" });
  await aTask(ada, { title: "Call the dentist", description: "about the crown", dueDate: away(0), tags: ["Health"] });
  await aTask(ada, { title: "Book a flight", dueDate: away(5) });
  const done = await aTask(ada, { title: "Rent a car" });
  await tasks.complete(ada, { id: done.id }, you);
  const gone = await aTask(ada, { title: "Old rent" });
  await tasks.remove(ada, { id: gone.id }, you);
  await aTask(ada, { title: "Find the form", parentId: late.id });

  expect(await found({ q: "RENT pay" })).toEqual(["Pay the rent"]);
  expect(await found({ q: "dentist crown" })).toEqual(["Call the dentist"]);
  expect(await found({ q: "rent", view: "all" })).toEqual(["Pay the rent", "Rent a car"]);
  expect(await found({ view: "overdue" })).toEqual(["Pay the rent"]);
  expect(await found({ view: "today" })).toEqual(["Pay the rent", "Call the dentist"]);
  expect(await found({ view: "upcoming" })).toEqual(["Book a flight"]);
  expect(await found({ view: "completed" })).toEqual(["Rent a car"]);
  expect(await found({ view: "trash" })).toEqual(["Old rent"]);
  expect(await found({ tag: "#health" })).toEqual(["Call the dentist"]);
  expect(await found({ tag: "nonsense" })).toEqual([]);
  expect(await found({ priority: "high" })).toEqual(["Pay the rent"]);
  expect(await found({ dueFrom: away(0), dueTo: away(5) })).toEqual(["Call the dentist", "Book a flight"]);
  expect(await found({ parentId: late.id })).toEqual(["Find the form"]);
});

test("it is said when there are more than were asked for", async () => {
  for (const title of ["a", "b", "c"]) await aTask(ada, { title });
  expect(await find(turn, findInput.parse({ limit: 2 }))).toMatchObject({
    tasks: [{ title: "a" }, { title: "b" }],
    more: true,
  });
  expect((await find(turn, findInput.parse({ limit: 3 }))).more).toBe(false);
});

test("several tasks are added with all that they have, or none", async () => {
  const parent = await aTask(ada);
  const { done } = await add(turn, {
    tasks: [
      { title: "One", dueDate: "2026-12-01", dueTime: "09:30", repeat: "FREQ=WEEKLY", priority: "low", tags: ["New"] },
      { title: "Two", parentId: parent.id },
    ],
  });
  expect(done).toMatchObject([
    {
      task: { title: "One", dueTime: "09:30", repeat: "FREQ=WEEKLY", tags: [{ name: "New" }] },
      was: {},
      changeId: expect.any(String),
      next: null,
    },
    { task: { title: "Two", parentId: parent.id } },
  ]);
  const refused = await add(turn, { tasks: [{ title: "Three" }, { title: "Four", parentId: randomUUID() }] });
  expect(refused).toMatchObject({ done: [], failed: [{ id: "Three" }, { id: "Four" }] });
});

test("completing what repeats answers the next occurrence too", async () => {
  const ferns = await aTask(ada, { dueDate: away(0), repeat: "FREQ=DAILY" });
  turn.free.add("call");
  const { done } = await complete(turn, { ids: [ferns.id] }, "call");
  expect(done).toMatchObject([
    {
      task: { completed: true },
      was: { completed: false },
      next: { title: "Water the ferns", dueDate: away(1), completed: false },
    },
  ]);
});

test("what repeats is skipped, with the next day as the answer", async () => {
  const ferns = await aTask(ada, { dueDate: away(0), repeat: "FREQ=DAILY;INTERVAL=3" });
  const once = await aTask(ada, { title: "Call mum", dueDate: away(0) });
  turn.free.add("call");
  const ids = [ferns.id, once.id];
  expect(await preview(turn, "skip_tasks", { ids })).toMatchObject({
    rows: [{ task: { id: ferns.id }, becomes: { dueDate: away(3) } }],
    missing: [],
  });
  const { done, failed } = await skip(turn, { ids }, "call");
  expect(done).toMatchObject([
    {
      task: { dueDate: away(3), completed: false },
      was: { dueDate: away(0) },
      changeId: expect.any(String),
      next: null,
    },
  ]);
  expect(failed).toEqual([{ id: once.id, reason: expect.stringContaining("does not repeat") }]);
});

describe("an attempt after one that was interrupted", () => {
  test("adds nothing twice, also where a repetition chose the day", async () => {
    const wanted = { tasks: [{ title: "Water the ferns", repeat: "FREQ=DAILY" }, { title: "Call mum" }] };
    const { done } = await add(turn, wanted);
    turn.orphans = await orphans(turn, []);
    expect((await add(turn, wanted)).done.map(({ task }) => task)).toEqual(done.map(({ task }) => task));
    expect(await found({})).toHaveLength(2);
  });

  test("skips nothing twice, and skips what was only changed", async () => {
    const { id } = await aTask(ada, { dueDate: away(0), repeat: "FREQ=DAILY;INTERVAL=3" });
    for (const call of ["one", "two"]) turn.free.add(call);
    const input = { tasks: [{ id, priority: "high" as const }] };
    const output = await change(turn, input, "one");
    const known = { type: "tool-change_tasks", toolCallId: "one", state: "output-available", input, output } as const;
    for (const parts of [[], [known]]) {
      turn.orphans = await orphans(turn, parts);
      expect((await skip(turn, { ids: [id] }, "two")).done).toMatchObject([{ task: { dueDate: away(3) } }]);
    }
  });
});

test("all that follow move along, and the question before shows the rule that would be", async () => {
  const retro = await aTask(ada, { dueDate: "2055-01-05", repeat: "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU" });
  const input = { tasks: [{ id: retro.id, dueDate: "2055-01-06", scope: "following" as const }] };
  const becomes = { dueDate: "2055-01-06", repeat: "FREQ=WEEKLY;INTERVAL=2;BYDAY=WE" };
  expect((await preview(turn, "change_tasks", input))?.rows).toMatchObject([{ becomes }]);
  turn.free.add("call");
  expect((await change(turn, input, "call")).done).toMatchObject([{ task: becomes, was: { dueDate: "2055-01-05" } }]);
});

test("a tag is renamed, unless there is one of that name; nobody else's is", async () => {
  await aTask(ada, { tags: ["Home", "Work"] });
  const [home, work] = await tags.list(ada);
  expect(await listTags(turn)).toMatchObject({ tags: [{ name: "Home", taskCount: 1 }, { name: "Work" }] });
  expect(await changeTag(turn, { id: home?.id ?? "", name: "House", color: "#000000" })).toMatchObject({
    done: [
      {
        tag: { name: "House", color: "#000000" },
        was: { name: "Home", color: home?.color },
        changeId: expect.any(String),
      },
    ],
  });
  expect(await changeTag(turn, { id: work?.id ?? "", name: "house" })).toMatchObject({
    done: [],
    failed: [{ id: work?.id }],
  });
  const other = newTurn(await aUser(), randomUUID(), [], []);
  const refusals = await Promise.all(
    [work?.id ?? "", randomUUID()].map((id) => changeTag(other, { id, name: "Mine" })),
  );
  expect(refusals.map(({ failed }) => failed[0]?.reason)).toEqual(["not found", "not found"]);
});

test("a deleted tag is found and brought back, by another name where its own is taken; nobody else's is", async () => {
  await aTask(ada, { tags: ["home"] });
  const [home] = await tags.list(ada);
  const id = home?.id ?? "";
  await tags.remove(ada, { id }, { who: "you" });
  expect(await listTags(turn)).toEqual({ tags: [] });
  expect(await listTags(turn, { view: "trash" })).toMatchObject({ tags: [{ id, name: "home", taskCount: 1 }] });
  const other = newTurn(await aUser(), randomUUID(), [], []);
  expect(await restoreTag(other, { id })).toEqual({ done: [], failed: [{ id, reason: "not found" }] });

  await aTask(ada, { tags: ["Home"] });
  expect(await restoreTag(turn, { id })).toMatchObject({ failed: [{ id, reason: expect.stringContaining("“Home”") }] });
  expect(await restoreTag(turn, { id, name: "house" })).toMatchObject({
    done: [
      { tag: { name: "house", taskCount: 1 }, was: { name: "home", deleted: true }, changeId: expect.any(String) },
    ],
  });
});
