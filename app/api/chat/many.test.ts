import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { POST } from "@/app/api/chat/route";
import type { ChatMessage } from "@/assistant/message";
import { answering, askedRows, read, says, send } from "@/assistant/testing/talk";
import * as tasks from "@/db/tasks";
import { aUser } from "@/db/testing";
import { you } from "@/db/testing-tasks";
import { today } from "@/language/calendar";

/** The built-in assistant with very many tasks: all of them, or a plain word of those that it leaves. */

const world = vi.hoisted(() => ({ user: undefined as unknown }));
vi.mock("@/auth", () => ({ currentUser: async () => world.user }));

let ada: Awaited<ReturnType<typeof aUser>>;
let id: string;
beforeEach(async () => {
  ada = await aUser();
  world.user = ada;
  id = randomUUID();
});

const day = (ahead = 0) => today({ now: new Date(Date.now() + ahead * 86_400_000), timeZone: ada.timeZone });

async function add(many: number, more: object, title = "Bill") {
  for (let at = 0; at < many; at += 200) {
    const wanted = Array.from({ length: Math.min(200, many - at) }, (_, n) => ({
      title: `${title} ${at + n}`,
      ...more,
    }));
    await tasks.addMany(ada.id, { tasks: wanted }, you);
  }
}

const ask = async (words: string) => (await read(await send(POST, { id, message: says(words) }))).message;
const approve = async (message: ChatMessage) =>
  (await read(await send(POST, { id, message: answering(message, true) }), message)).message;
const said = (message: ChatMessage) =>
  message.parts.flatMap((part) => (part.type === "text" ? [part.text] : [])).join("\n");
const total = async (view: "open" | "completed" | "trash" | "today") =>
  (await tasks.match(ada.id, { view, limit: 1 })).total;

describe("with 500 tasks due today", () => {
  beforeEach(() => add(500, { dueDate: day() }));

  test("“complete all” asks about 500 at once, and completes them", async () => {
    const question = await ask("Complete all tasks due today");
    expect(askedRows(question)).toHaveLength(500);
    expect(await total("completed")).toBe(0);
    const answer = await approve(question);
    expect(await total("completed")).toBe(500);
    expect(said(answer)).toContain("and 494 more");
    // Not all of them are known by name: "them" would be a part.
    expect(said(await ask("reopen them"))).toBe("Which task do you mean?");
    expect(await total("completed")).toBe(500);
  });

  test("“move everything” moves 500, but those that were struck off", async () => {
    const question = await ask("Move everything due today to tomorrow");
    const ids = askedRows(question).map(({ task }) => task.id);
    expect(ids).toHaveLength(500);
    const [approval] = question.parts.flatMap((part) =>
      "approval" in part && part.approval ? [part.approval.id] : [],
    );
    const body = { id, message: answering(question, true), keep: { [approval ?? ""]: ids.slice(1) } };
    await read(await send(POST, body), question);
    const moved = await tasks.match(ada.id, { view: "open", dueFrom: day(1), dueTo: day(1), limit: 1 });
    expect(moved.total).toBe(499);
    expect(await tasks.find(ada.id, { id: ids[0] ?? "" })).toMatchObject({ dueDate: day() });
  });

  test("a question counts all of them, and “them” is all of them", async () => {
    expect(said(await ask("What’s due today?"))).toMatch(/^500 tasks for today.*:\n1\. [\s\S]*… and 490 more$/);
    expect(said(await ask("How many tasks are due today?"))).toMatch(/^You have 500 tasks/);
    await ask("What’s due today?");
    expect(askedRows(await ask("complete them"))).toHaveLength(500);
    expect(askedRows(await ask("delete all of them except bill 7"))).toHaveLength(499);
  });

  test("a day of its own for each is asked about for each", async () => {
    const question = await ask("push everything due today by a week");
    expect(askedRows(question)).toHaveLength(500);
    await approve(question);
    expect(await total("today")).toBe(0);
  });
});

test("“delete all done tasks” takes all that are done", async () => {
  await add(120, {});
  const { items } = await tasks.match(ada.id, { view: "open", limit: 120 });
  await tasks.completeMany(ada.id, { ids: items.map((task) => task.id) }, you);
  await add(3, {}, "Open");
  const question = await ask("delete all done tasks");
  expect(askedRows(question)).toHaveLength(120);
  await approve(question);
  expect(await total("trash")).toBe(120);
  const back = await ask("restore everything in the trash");
  expect(askedRows(back)).toHaveLength(120);
  await approve(back);
  expect(await total("trash")).toBe(0);
});

test("all that are called so are found, also where they are many, and the one among many", async () => {
  await add(130, {}, "Invoice");
  await add(70, {}, "Letter");
  expect(askedRows(await ask("complete all invoices"))).toHaveLength(130);
  await add(1, {}, "Send the invoice to Bob");
  const answer = await ask("complete send the invoice to bob 0");
  expect(said(answer)).toMatch(/^Done: “Send the invoice to Bob 0”/);
});

test("2,000 are one question", async () => {
  await add(2_000, { dueDate: day() });
  const question = await ask("Complete all tasks due today");
  expect(askedRows(question)).toHaveLength(2_000);
  await approve(question);
  expect(await total("completed")).toBe(2_000);
}, 120_000);

test("several at once are one question, and so are more than a handful of new ones", async () => {
  await add(2, {}, "Errand");
  const question = await ask("I finished errand 0 and I finished errand 1");
  expect(question.parts.filter(({ type }) => type === "data-preview")).toHaveLength(1);
  expect(askedRows(question)).toHaveLength(2);
  const adding = await ask("add a shopping list: eggs, milk, bread, salt, tea, rice, jam");
  expect(adding.parts.filter(({ type }) => type === "data-preview").length).toBeLessThanOrEqual(1);
});
