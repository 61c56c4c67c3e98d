import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { POST } from "@/app/api/chat/route";
import { POST as STOP } from "@/app/api/chat/stop/route";
import type { ChatMessage } from "@/assistant/message";
import { type Answer, serve } from "@/assistant/testing/openai-server";
import { answering, outputsOf, read, says, send } from "@/assistant/testing/talk";
import { card } from "@/components/chat/turn";
import * as changes from "@/db/changes";
import * as conversations from "@/db/conversations";
import * as tasks from "@/db/tasks";
import { aUser } from "@/db/testing";
import { holdMessage, holdTask, waiting } from "@/db/testing-locks";
import { aTask, you } from "@/db/testing-tasks";
import * as turns from "@/db/turns";

/** Stop, while an approved call is being done. */

const world = vi.hoisted(() => ({ user: undefined as unknown, url: "" }));
vi.mock("@/auth", () => ({ currentUser: async () => world.user }));
vi.mock("@/assistant/model", async (original) => {
  const actual = await original<typeof import("@/assistant/model")>();
  return { ...actual, model: () => actual.model({ AI_MODEL: "local/m", OPENAI_BASE_URL: world.url } as never) };
});

let ada: Awaited<ReturnType<typeof aUser>>;
let milk: tasks.Task;
let bread: tasks.Task;
let server: Awaited<ReturnType<typeof serve>>;
let id: string;
let question: ReturnType<typeof says>;
beforeEach(async () => {
  ada = await aUser();
  world.user = ada;
  milk = await aTask(ada.id, { title: "Milk" });
  bread = await aTask(ada.id, { title: "Bread" });
  id = randomUUID();
  question = says("Tidy up");
});
afterEach(async () => server.close());

const living = async () => (await tasks.list(ada.id)).items.map(({ title }) => title).sort();
const kept = async () => ((await conversations.find(ada.id, { id }))?.messages as ChatMessage[] | undefined) ?? [];

/** A question about two tasks. */
async function asked(): Promise<ChatMessage> {
  const deletion: Answer = { calls: [{ name: "delete_tasks", input: { ids: [milk.id, bread.id] } }] };
  server = await serve([deletion, { text: "Done." }]);
  world.url = server.url;
  return (await read(await send(POST, { id, message: question }))).message;
}

/** The user's yes, and what comes back of it; the call waits for a task that is held. */
async function approved(message: ChatMessage) {
  const task = await holdTask(milk.id);
  const yes = answering(message, true);
  const reading = read(await send(POST, { id, message: yes }), yes);
  await waiting(1);
  return { task, reading };
}

const stops: Record<string, () => Promise<unknown>> = {
  "by the same process": () => send(STOP, { id }),
  "by another process": () => turns.stop(ada.id, { conversationId: id }),
};

test.each(Object.keys(stops))("before it is committed, %s: nothing is done until it is retried", async (by) => {
  const { task, reading } = await approved(await asked());
  await stops[by]?.();
  await task.release();
  const { message } = await reading;
  expect(message.metadata?.state).toBe("stopped");
  await waiting(0);
  expect((await kept()).flatMap(outputsOf)).toEqual([]);
  expect(await living()).toEqual(["Bread", "Milk"]);

  const { message: retried } = await read(await send(POST, { id, message: question }));
  expect(outputsOf(retried)).toMatchObject([{ done: [{}, {}] }]);
  expect(await living()).toEqual([]);
});

test.each(Object.keys(stops))("while it is committed, %s: it is done, and told, and can be undone", async (by) => {
  const message = await asked();
  const { task, reading } = await approved(message);
  const reply = await holdMessage(message.id);
  await task.release();
  await waiting(1);
  const stopping = stops[by]?.();
  await waiting(2);
  await reply.release();
  await stopping;
  expect(await living()).toEqual([]);
  const { message: after } = await reading;
  const said = await kept();
  const reloaded = said.at(-1);
  expect(JSON.parse(JSON.stringify(after.parts))).toEqual(reloaded?.parts);
  const shown = reloaded && card(reloaded, said, { now: new Date(), timeZone: "Europe/London" });
  expect(shown).toMatchObject({ undoable: true, changes: [{ title: "Milk" }, { title: "Bread" }] });
  await changes.undoTurn(ada.id, { turnId: shown?.turnId ?? "" }, you);
  expect(await living()).toEqual(["Bread", "Milk"]);
});
