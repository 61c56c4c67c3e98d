import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { POST as chat } from "@/app/api/chat/route";
import { POST as startConversation } from "@/app/api/v1/conversations/route";
import { POST as quickAdd } from "@/app/api/v1/quick-add/route";
import { POST as addTag } from "@/app/api/v1/tags/route";
import { PUT as complete } from "@/app/api/v1/tasks/[id]/completion/route";
import { PATCH as change } from "@/app/api/v1/tasks/[id]/route";
import { POST as addTask, GET as list } from "@/app/api/v1/tasks/route";
import { says } from "@/assistant/testing/talk";
import * as conversations from "@/db/conversations";
import { Limited } from "@/db/limited";
import { QUOTAS } from "@/db/quotas";
import * as tags from "@/db/tags";
import { aUser } from "@/db/testing";
import { aTask, you } from "@/db/testing-tasks";

const world = vi.hoisted(() => ({ user: undefined as unknown }));
vi.mock("@/auth", () => ({
  currentUser: async () => {
    if (world.user instanceof Error) throw world.user;
    return world.user;
  },
}));

const before = { ...QUOTAS };
let ada: string;
beforeEach(async () => {
  const user = await aUser();
  ada = user.id;
  world.user = user;
});
afterEach(() => Object.assign(QUOTAS, before));

type Handler = (request: Request, context: { params: Promise<{ id?: string }> }) => Promise<Response>;
const send = (handler: Handler, body?: object, { id, method = "POST", ...headers }: Record<string, string> = {}) =>
  handler(
    new Request("http://localhost:3000/api", {
      method,
      headers: { ...(body && { "content-type": "application/json" }), ...headers },
      ...(body && { body: JSON.stringify(body) }),
    }),
    { params: Promise.resolve({ ...(id && { id }) }) },
  );

test("a quota is 422 with a sentence, by whatever address something is added", async () => {
  Object.assign(QUOTAS, { tasks: 1, tags: 1, conversations: 1 });
  await tags.add(ada, { name: "home" }, you);
  await conversations.start(ada, {}, you);
  const { id } = await aTask(ada, { repeat: "FREQ=DAILY" });
  const answers = await Promise.all([
    send(addTask, { title: "Water" }),
    send(quickAdd, { text: "Water tomorrow #home" }),
    send(complete, undefined, { id, method: "PUT" }),
    send(addTag, { name: "errands" }),
    send(change, { tags: ["errands"] }, { id, method: "PATCH" }),
    send(startConversation, {}),
    send(chat, { id: randomUUID(), message: says("Hello") }),
  ]);
  const nouns = ["tasks", "tasks", "tasks", "tags", "tags", "conversations", "conversations"];
  for (const [at, answer] of answers.entries()) {
    expect(answer.status, nouns[at]).toBe(422);
    expect(await answer.json()).toMatchObject({
      title: "Invalid input",
      detail: `You have 1 ${nouns[at]}, counting the ones in Trash. That’s the limit.`,
    });
  }
});

test("what was refused for a quota is tried again by the same Idempotency-Key", async () => {
  QUOTAS.tags = 0;
  const headers = { "idempotency-key": randomUUID() };
  expect((await send(addTag, { name: "home" }, headers)).status).toBe(422);
  QUOTAS.tags = 1;
  expect((await send(addTag, { name: "home" }, headers)).status).toBe(201);
  expect((await send(addTag, { name: "home" }, headers)).status).toBe(201);
  expect(await tags.list(ada)).toHaveLength(1);
});

test("a pace is 429, and says when to come back", async () => {
  world.user = new Limited("Too many changes at once. Try again in 7 seconds.", 7);
  const answer = await send(list, undefined, { method: "GET" });
  expect(answer.status).toBe(429);
  expect(answer.headers.get("retry-after")).toBe("7");
  expect(answer.headers.get("content-type")).toBe("application/problem+json");
  expect(await answer.json()).toMatchObject({ detail: "Too many changes at once. Try again in 7 seconds." });
});
