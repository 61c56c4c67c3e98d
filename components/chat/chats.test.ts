import { afterEach, expect, test, vi } from "vitest";
import * as chats from "@/components/chat/chats";
import { listen, type News } from "@/components/chat/news";
import * as drafts from "@/components/shell/drafts";

afterEach(() => vi.unstubAllGlobals());

/** Lets the server answer so, once for each time that it is asked. */
function answering(...answers: Array<() => Response>) {
  const fetch = vi.fn(async () => (answers.shift() ?? Response.error)());
  vi.stubGlobal("fetch", fetch);
  return fetch;
}

const stored = (id: string) => ({
  id,
  title: "Ferns",
  messages: [{ id: "question", role: "user", parts: [{ type: "text", text: "Add the ferns" }] }],
});

test("what was found is asked for once, what was not there or got no answer is asked for again", async () => {
  const fetch = answering(
    () => new Response(null, { status: 404 }),
    () => new Response(null, { status: 503 }),
    () => {
      throw new TypeError("fetch failed");
    },
    () => Response.json(stored("a")),
  );
  expect(await chats.history("a")).toBe("missing");
  expect(await chats.history("a")).toBe("unreachable");
  expect(await chats.history("a")).toBe("unreachable");
  expect(await Promise.all([chats.history("a"), chats.history("a")])).toEqual([stored("a"), stored("a")]);
  expect(await chats.history("a")).toEqual(stored("a"));
  expect(fetch).toHaveBeenCalledTimes(4);
});

test("what is stored comes into a chat and takes nothing away that is not", () => {
  const text = (id: string, role: "user" | "assistant") => ({ id, role, parts: [{ type: "text" as const, text: id }] });
  const [question, answer, next, reply] = [
    text("q", "user"),
    text("a", "assistant"),
    text("n", "user"),
    text("r", "assistant"),
  ];
  const waiting = text("w", "user");
  const chat = chats.open("seeded");
  chats.seed(chat, [question, answer]);
  expect(chat.messages.map(({ id }) => id)).toEqual(["q", "a"]);
  chat.messages = [...chat.messages, waiting];
  chats.seed(chat, [question, answer, next, reply]);
  expect(chat.messages.map(({ id }) => id)).toEqual(["q", "a", "n", "r", "w"]);
  chats.seed(chat, [question, answer]);
  expect(chat.messages.map(({ id }) => id)).toEqual(["q", "a", "n", "r", "w"]);
});

test("a reply that went on elsewhere is news, for it may have written, and the same again is none", async () => {
  answering(
    () => Response.json(stored("b")),
    () => Response.json(stored("b")),
  );
  const chat = chats.open("b");
  const heard: News[] = [];
  const deaf = listen((news) => heard.push(news));
  expect(await chats.catchUp(chat)).toBe(true);
  expect(await chats.catchUp(chat)).toBe(false);
  deaf();
  expect(chat.messages).toEqual(stored("b").messages);
  expect(heard).toEqual([{ kind: "went on" }]);
});

const problem =
  (status: number, more = {}) =>
  () =>
    Response.json({ status, detail: "No.", ...more }, { status });
const busy = problem(409, { reason: "busy" });
const ok = () => new Response("data: [DONE]\n\n", { headers: { "content-type": "text/event-stream" } });

test("a message to a conversation that is being answered elsewhere waits, and is sent as it was when the answer is there", async () => {
  const replying = { id: "reply", role: "assistant", parts: [], metadata: { turnId: "question", state: "running" } };
  const { messages, ...rest } = stored("c");
  const fetch = answering(busy, () => Response.json({ ...rest, messages: [...messages, replying] }), ok);
  const chat = chats.open("c");
  await chat.sendMessage({ text: "And the milk" });
  const message = chats.waitingIn(chat.messages);
  expect(message).toMatchObject({ role: "user", parts: [{ text: "And the milk" }] });

  await chats.catchUp(chat);
  expect(chat.messages.map(({ id }) => id)).toEqual(["question", "reply", message?.id]);
  expect(chats.waitingIn(chat.messages)).toEqual(message);

  if (message) chats.sendWaiting(chat, message);
  await vi.waitFor(() => expect(fetch).toHaveBeenCalledTimes(3));
  const [, init] = fetch.mock.calls.at(-1) as unknown as [string, RequestInit];
  expect(JSON.parse(String(init.body)).message).toMatchObject({ id: message?.id, parts: [{ text: "And the milk" }] });
  expect(chats.waitingIn(chat.messages)).toBeUndefined();
});

test("a message is kept until the server has it, or it is taken back", async () => {
  answering(busy, busy, () => Response.error(), ok);
  const chat = chats.open("e");
  const held = async () => (await drafts.list()).map(({ text }) => text);
  await chats.send(chat, "Milk");
  expect(await held()).toEqual(["Milk"]);
  chats.takeBack(chat);
  expect(await held()).toEqual([]);
  await chats.send(chat, "Bread");
  chats.giveBack(chat);
  const box = "chat new"; // as on the server, which knows no chat by its id
  expect(await drafts.list()).toEqual([{ field: box, text: "Bread" }]);
  drafts.write(box, undefined);

  await chats.send(chat, "Eggs");
  expect(await held()).toEqual(["Eggs"]);
  await chat.regenerate();
  expect(await held()).toEqual([]);
});

test("a message that waits can be taken back", async () => {
  answering(busy);
  const chat = chats.open("d");
  await chats.send(chat, "And the milk");
  expect(chats.takeBack(chat)).toBe("And the milk");
  expect(chat.messages).toEqual([]);
  expect(chats.waitingIn(chat.messages)).toBeUndefined();
});

test.each([429, 401, 404, 500, 503])("a message that is answered with %d stays in sight", async (status) => {
  answering(problem(status));
  const chat = chats.open();
  await chat.sendMessage({ text: "Add milk" });
  expect(chat.status).toBe("error");
  expect(chat.messages).toMatchObject([{ role: "user", parts: [{ text: "Add milk" }] }]);
});

test("a message that got no answer at all stays in sight", async () => {
  answering(() => {
    throw new TypeError("fetch failed");
  });
  const chat = chats.open();
  await chat.sendMessage({ text: "Add milk" });
  expect(chat.messages).toMatchObject([{ role: "user", parts: [{ text: "Add milk" }] }]);
});
