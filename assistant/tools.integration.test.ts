import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { perform, policy } from "@/assistant/approvals";
import type { Preview } from "@/assistant/planned";
import { orphans } from "@/assistant/resume";
import { type Find, findInput, type TagWritten, type Written } from "@/assistant/shapes";
import { aTurn } from "@/assistant/testing/turn";
import { find } from "@/assistant/tools/find";
import { listTags } from "@/assistant/tools/tags";
import type { Turn } from "@/assistant/tools/turn";
import * as approvals from "@/db/approvals";
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
  turn = await aTurn(user);
});

/** What a question shows, or that nothing is asked. */
async function asked(toolName: string, input: unknown): Promise<Preview | undefined> {
  const toolCallId = randomUUID();
  await policy(turn, { toolCallId, toolName, input });
  turn.free.delete(toolCallId);
  return turn.asking.get(toolCallId)?.preview;
}

/** What a call comes to, with leave where that is asked for. */
async function called<Gives = Written>(toolName: string, input: unknown, by = turn): Promise<Gives> {
  const call = { toolCallId: randomUUID(), toolName, input };
  await policy(by, call);
  const question = by.asking.get(call.toolCallId);
  if (question) {
    const { userId, reply } = by;
    const wanted = { conversationId: reply.conversationId, approvalId: call.toolCallId };
    await approvals.ask(userId, { ...wanted, ...call, plan: question.plan });
    await approvals.decide(userId, { ...wanted, approved: true });
  }
  return (await perform(by, call)) as Gives;
}

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
  const { done } = await called("add_tasks", {
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
  const refused = await called("add_tasks", { tasks: [{ title: "Three" }, { title: "Four", parentId: randomUUID() }] });
  expect(refused).toMatchObject({ done: [], failed: [{ id: "Three" }, { id: "Four" }] });
});

test("completing what repeats answers the next occurrence too", async () => {
  const ferns = await aTask(ada, { dueDate: away(0), repeat: "FREQ=DAILY" });
  const { done } = await called("complete_tasks", { ids: [ferns.id] });
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
  const ids = [ferns.id, once.id];
  const { done, failed } = await called("skip_tasks", { ids });
  expect(done).toMatchObject([
    {
      task: { dueDate: away(3), completed: false },
      was: { dueDate: away(0) },
      changeId: expect.any(String),
      next: null,
    },
  ]);
  expect(failed).toEqual([{ id: once.id, reason: expect.stringContaining("doesn’t repeat") }]);
});

describe("an attempt after one that was interrupted", () => {
  test("adds nothing twice, also where a repetition chose the day", async () => {
    const wanted = { tasks: [{ title: "Water the ferns", repeat: "FREQ=DAILY" }, { title: "Call mum" }] };
    const { done } = await called("add_tasks", wanted);
    turn.orphans = await orphans(turn, []);
    expect((await called("add_tasks", wanted)).done.map(({ task }) => task)).toEqual(done.map(({ task }) => task));
    expect(await found({})).toHaveLength(2);
  });

  test("skips nothing twice, and skips what was only changed", async () => {
    const { id } = await aTask(ada, { dueDate: away(0), repeat: "FREQ=DAILY;INTERVAL=3" });
    const input = { tasks: [{ id, priority: "high" as const }] };
    const output = await called("change_tasks", input);
    const known = { type: "tool-change_tasks", toolCallId: "one", state: "output-available", input, output } as const;
    for (const parts of [[], [known]]) {
      turn.orphans = await orphans(turn, parts);
      expect((await called("skip_tasks", { ids: [id] })).done).toMatchObject([{ task: { dueDate: away(3) } }]);
    }
  });
});

test("all that follow move along, and the question before shows the rule that would be", async () => {
  const retro = await aTask(ada, { dueDate: "2055-01-05", repeat: "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU" });
  const input = { tasks: [{ id: retro.id, dueDate: "2055-01-06", scope: "following" as const }] };
  const becomes = { dueDate: "2055-01-06", repeat: "FREQ=WEEKLY;INTERVAL=2;BYDAY=WE" };
  const other = await aTask(ada, { title: "Other" });
  const both = { tasks: [...input.tasks, { id: other.id, priority: "low" as const }] };
  expect((await asked("change_tasks", both))?.rows).toMatchObject([{ becomes }, {}]);
  expect((await called("change_tasks", input)).done).toMatchObject([{ task: becomes, was: { dueDate: "2055-01-05" } }]);
});

test("a tag is renamed, unless there is one of that name; nobody else's is", async () => {
  await aTask(ada, { tags: ["Home", "Work"] });
  const [home, work] = await tags.list(ada);
  expect(await listTags(turn)).toMatchObject({ tags: [{ name: "Home", taskCount: 1 }, { name: "Work" }] });
  expect(await called<TagWritten>("change_tag", { id: home?.id ?? "", name: "House", color: "#000000" })).toMatchObject(
    {
      done: [
        {
          tag: { name: "House", color: "#000000" },
          was: { name: "Home", color: home?.color },
          changeId: expect.any(String),
        },
      ],
    },
  );
  expect(await called<TagWritten>("change_tag", { id: work?.id ?? "", name: "house" })).toMatchObject({
    done: [],
    failed: [{ id: work?.id }],
  });
  const other = await aTurn(await aUser());
  const refusals = await Promise.all(
    [work?.id ?? "", randomUUID()].map((id) => called<TagWritten>("change_tag", { id, name: "Mine" }, other)),
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
  const other = await aTurn(await aUser());
  expect(await called("restore_tag", { id }, other)).toEqual({ done: [], failed: [{ id, reason: "not found" }] });

  await aTask(ada, { tags: ["Home"] });
  expect(await called<TagWritten>("restore_tag", { id })).toMatchObject({
    failed: [{ id, reason: expect.stringContaining("“Home”") }],
  });
  expect(await called<TagWritten>("restore_tag", { id, name: "house" })).toMatchObject({
    done: [
      { tag: { name: "house", taskCount: 1 }, was: { name: "home", deleted: true }, changeId: expect.any(String) },
    ],
  });
});
