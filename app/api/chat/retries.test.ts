import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { ada, configure, id, post, scripted, server, signIn, stop, stored } from "@/app/api/chat/testing/scripted-chat";
import { limits } from "@/assistant/agent";
import type { ChatMessage } from "@/assistant/message";
import { replyTo } from "@/assistant/reply";
import type { Answer } from "@/assistant/testing/openai-server";
import { read, says } from "@/assistant/testing/talk";
import * as conversations from "@/db/conversations";
import * as messages from "@/db/messages";
import * as tasks from "@/db/tasks";
import { aUser } from "@/db/testing";
import { abandon } from "@/db/testing-turns";
import * as turns from "@/db/turns";

beforeEach(() => void vi.spyOn(console, "error").mockReturnValue());

const adding = (title: string): Answer => ({
  text: "Adding.",
  calls: [{ name: "add_tasks", input: { tasks: [{ title }] } }],
});
const titles = async () => (await tasks.list(ada.id)).items.map(({ title }) => title);
const kept = async () => (await stored()).at(-1);
const textOf = (message?: ChatMessage) =>
  message?.parts.flatMap((part) => (part.type === "text" ? [part.text] : [])).join("|");
const ended = () =>
  vi.waitFor(async () => expect((await kept())?.metadata?.state).not.toBe("running"), { timeout: 10_000 });

describe("a message that is sent again", () => {
  test("gets the reply that it got, and nothing is done again", async () => {
    await scripted(adding("Milk"), { text: "Added." });
    const message = says("Add milk");
    const first = await read(await post({ id, message }));
    const again = await read(await post({ id, message }));
    expect(JSON.parse(JSON.stringify(again.message))).toEqual(JSON.parse(JSON.stringify(first.message)));
    expect(await titles()).toEqual(["Milk"]);
    expect(server.requests).toHaveLength(2);
  });

  test("is answered once by requests that come at once", async () => {
    await scripted(adding("Milk"), { text: "Added." });
    const message = says("Add milk");
    await conversations.start(ada.id, { id }, { who: "you" });
    const responses = await Promise.all([1, 2, 3].map(() => post({ id, message })));
    const answered = responses.filter(({ ok }) => ok);
    expect(answered.length).toBeGreaterThan(0);
    // Whoever came while it was being written is refused; whoever came later gets the same reply.
    expect(responses.every(({ ok, status }) => ok || status === 409)).toBe(true);
    const replies = await Promise.all(answered.map((response) => read(response)));
    expect(new Set(replies.map(({ message }) => message.id)).size).toBe(1);
    expect(server.requests).toHaveLength(2);
    expect(await titles()).toEqual(["Milk"]);
  });

  test("is the only one that stays of different ones that come at once, and the others can be sent again", async () => {
    await scripted(...Array.from({ length: 6 }, () => ({ text: "All right." })));
    await conversations.start(ada.id, { id }, { who: "you" });
    const messages = Array.from({ length: 6 }, (_, at) => says(`Say ${at}`));
    const responses = await Promise.all(messages.map((message) => post({ id, message })));
    const [refused] = messages.filter((_, at) => responses[at]?.status === 409);
    await Promise.all(responses.map((response) => (response.ok ? read(response) : response.body?.cancel())));
    const answered = responses.filter(({ ok }) => ok).length;
    expect((await stored()).map(({ role }) => role)).toEqual(
      Array.from({ length: answered }, () => ["user", "assistant"]).flat(),
    );
    if (!refused) throw new Error("None of them was refused.");
    await read(await post({ id, message: refused }));
    expect((await stored()).at(-2)?.parts).toEqual(refused.parts);
  });

  test("is refused when the conversation has gone on", async () => {
    await scripted({ text: "Hello." });
    const message = says("First");
    await read(await post({ id, message }));
    await read(await post({ id, message: says("Second") }));
    expect((await post({ id, message })).status).toBe(409);
  });
});

describe("a reply that was cut short", () => {
  test("says so, keeps what was done, and goes on from there", async () => {
    await scripted(adding("Milk"), { status: 401 }, { text: "There you are." });
    const message = says("Add milk");
    const failed = await read(await post({ id, message }));
    expect(failed.message.metadata).toMatchObject({
      state: "failed",
      error: "The assistant isn’t available right now.",
    });
    expect(failed.chunks.some(({ type }) => type === "error")).toBe(false);
    expect(failed.message.parts.find(({ type }) => type === "tool-add_tasks")).toMatchObject({
      state: "output-available",
    });
    expect((await kept())?.metadata).toMatchObject({ state: "failed" });

    const retried = await read(await post({ id, message }));
    expect(retried.message.id).toBe(failed.message.id);
    expect(retried.message.metadata).toMatchObject({ state: "done" });
    expect(retried.message.metadata).not.toHaveProperty("error");
    expect(textOf(retried.message)).toBe("Adding.|There you are.");
    expect(retried.message.parts.filter(({ type }) => type === "tool-add_tasks")).toHaveLength(1);
    expect(JSON.parse(JSON.stringify(retried.message.parts))).toEqual((await kept())?.parts);
    expect(server.requests[2]?.messages.at(-1)?.role).toBe("tool");
    expect(await titles()).toEqual(["Milk"]);
  });

  test("is whole again after its connection to the model broke", async () => {
    await scripted({ text: "I was about to ", breaksOff: true }, { text: "say hello." });
    const message = says("Hello");
    const broken = await read(await post({ id, message }));
    expect(broken.message.metadata?.state).toBe("failed");
    expect(textOf(await kept())).toBe("I was about to ");
    const { message: whole } = await read(await post({ id, message }));
    expect(textOf(whole)).toBe("say hello.");
    expect(textOf(await kept())).toBe("say hello.");
  });

  test.each<[string, () => object, string]>([
    ["a key is missing", () => ({ AI_MODEL: "openai/gpt-5" }), "The assistant isn’t available right now."],
    [
      "nobody is there",
      () => ({ AI_MODEL: "local/m", OPENAI_BASE_URL: "http://127.0.0.1:1/v1" }),
      "The assistant can’t be reached right now.",
    ],
  ])("says in words that %s", async (_, settings, error) => {
    await scripted({ text: "Hello." });
    configure(settings());
    const { message } = await read(await post({ id, message: says("Hello") }));
    expect(message.metadata).toMatchObject({ state: "failed", error });
  });

  test("by silence ends after its time", async () => {
    await scripted({ text: "Let me think ", hangs: true });
    const { silenceMs } = limits;
    limits.silenceMs = 200;
    const { message } = await read(await post({ id, message: says("Hello") }));
    limits.silenceMs = silenceMs;
    expect(message.metadata).toMatchObject({ state: "failed", error: "The assistant took too long to answer." });
    expect(textOf(await kept())).toBe("Let me think ");
  });

  test("by going in circles ends after its steps", async () => {
    await scripted({ calls: [{ name: "find_tasks", input: {} }] });
    const { message } = await read(await post({ id, message: says("Hello") }));
    expect(message.metadata).toMatchObject({ state: "failed", error: expect.stringContaining("too many steps") });
    expect(server.requests).toHaveLength(limits.steps);
  });

  test("by the death of its process is told as such, and does nothing twice when it is retried", async () => {
    await scripted(adding("Milk"), { text: "Added." });
    const message = says("Add milk");
    await conversations.start(ada.id, { id }, { who: "you" });
    await messages.save(ada.id, { conversationId: id, id: message.id, role: "user", parts: message.parts });
    const reply = { id: replyTo(message.id), conversationId: id, run: randomUUID(), from: [] };
    await turns.begin(ada.id, { ...reply, metadata: { turnId: message.id } });
    await tasks.add(ada.id, { title: "Milk" }, { who: "assistant", turnId: message.id });
    expect((await post({ id, message })).status).toBe(409);
    await abandon(reply.id);

    const { message: whole } = await read(await post({ id, message }));
    expect(whole.metadata?.state).toBe("done");
    expect(server.requests[0]?.messages[0]?.content).toContain('{"what":"add","task":{"id":');
    expect(await titles()).toEqual(["Milk"]);
  });
});

describe("a run", () => {
  test("goes on when the tab is closed, and is kept", async () => {
    await scripted(adding("Milk"), { text: "Added the milk for you." });
    const response = await post({ id, message: says("Add milk") });
    const reader = response.body?.getReader();
    await reader?.read();
    await reader?.cancel();
    await ended();
    expect((await kept())?.metadata?.state).toBe("done");
    expect(textOf(await kept())).toBe("Adding.|Added the milk for you.");
    expect(await titles()).toEqual(["Milk"]);
  });

  test("is stopped by the one who asked, keeps what it said, and takes no second message meanwhile", async () => {
    await scripted({ text: "This will take a while ", hangs: true });
    const response = await post({ id, message: says("Hello") });
    expect((await post({ id, message: says("Are you there?") })).status).toBe(409);
    signIn(await aUser());
    expect((await stop()).status).toBe(204);
    expect((await kept())?.metadata?.state).toBe("running");
    signIn(ada);
    expect((await stop()).status).toBe(204);
    const { message } = await read(response);
    expect(message.metadata?.state).toBe("stopped");
    expect(await kept()).toMatchObject({ metadata: { state: "stopped" } });
    expect(textOf(await kept())).toBe("This will take a while ");
  });

  test("is stopped from another process too", async () => {
    await scripted({ text: "This will take a while ", hangs: true });
    const response = await post({ id, message: says("Hello") });
    expect(await turns.stop(ada.id, { conversationId: id })).toBe(true);
    expect((await read(response)).message.metadata?.state).toBe("stopped");
  });
});

describe("“undo that”", () => {
  test("takes the turn before back, and again the one before that", async () => {
    const undoing = { calls: [{ name: "undo_turn", input: {} }] };
    await scripted(
      adding("Milk"),
      { text: "Ok." },
      adding("Bread"),
      { text: "Ok." },
      undoing,
      { text: "Ok." },
      undoing,
      { text: "Ok." },
      undoing,
      { text: "Ok." },
    );
    await read(await post({ id, message: says("Milk") }));
    await read(await post({ id, message: says("Bread") }));
    const undo = async () =>
      (await read(await post({ id, message: says("Undo that") }))).message.parts.flatMap((part) =>
        "output" in part ? [part.output] : [],
      );
    expect(await undo()).toMatchObject([{ undone: [{ what: "add", noun: "task", title: "Bread" }], conflict: null }]);
    expect(await titles()).toEqual(["Milk"]);
    expect(await undo()).toMatchObject([{ undone: [{ title: "Milk" }], conflict: null }]);
    expect(await undo()).toEqual([{ undone: [], conflict: null }]);
    expect(await titles()).toEqual([]);
  });
});
