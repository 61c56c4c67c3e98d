import { randomUUID } from "node:crypto";
import { Chat } from "@ai-sdk/react";
import { DefaultChatTransport, lastAssistantMessageIsCompleteWithApprovalResponses } from "ai";
import { beforeEach, expect, test, vi } from "vitest";
import { ada, post, scripted, signIn } from "@/app/api/chat/testing/scripted-chat";
import type { ChatMessage } from "@/assistant/message";
import type { Answer } from "@/assistant/testing/openai-server";
import * as conversations from "@/db/conversations";
import * as tasks from "@/db/tasks";
import { aTask } from "@/db/testing-tasks";

/** The browser's own half of the protocol, without a browser: what it shows must be what is kept. */

let chat: Chat<ChatMessage>;
beforeEach(() => void vi.spyOn(console, "error").mockReturnValue());

async function open(...script: Answer[]) {
  await scripted(...script);
  chat = new Chat<ChatMessage>({
    id: randomUUID(),
    generateId: randomUUID,
    sendAutomaticallyWhen: lastAssistantMessageIsCompleteWithApprovalResponses,
    transport: new DefaultChatTransport({
      fetch: (_, init) => post(String(init?.body), { ...(init?.signal && { signal: init.signal }) }),
      prepareSendMessagesRequest: ({ id, messages, body }) => ({ body: { ...body, id, message: messages.at(-1) } }),
    }),
  });
}

const json = (value: unknown) => JSON.parse(JSON.stringify(value));
async function isKept() {
  const conversation = await conversations.find(ada.id, { id: chat.id });
  expect(json(conversation?.messages.map(({ id, role, parts }) => ({ id, role, parts })))).toEqual(
    json(chat.messages.map(({ id, role, parts }) => ({ id, role, parts }))),
  );
}

test("a message is sent, a question answered, and the reply goes on in the same message", async () => {
  const ids = [(await aTask(ada.id, { title: "A" })).id, (await aTask(ada.id, { title: "B" })).id];
  await open({ text: "Shall I?", calls: [{ name: "complete_tasks", input: { ids } }] }, { text: "Both are done." });
  await chat.sendMessage({ text: "Complete both" });
  expect(chat.lastMessage?.metadata?.state).toBe("waiting");
  await isKept();

  const part = chat.lastMessage?.parts.find(({ type }) => type === "tool-complete_tasks");
  const approval = part && "approval" in part ? part.approval : undefined;
  await chat.addToolApprovalResponse({ id: approval?.id ?? "", approved: true });
  await vi.waitFor(() => expect(chat.lastMessage?.metadata?.state).toBe("done"), { timeout: 5_000 });
  await vi.waitFor(() => expect(chat.status).toBe("ready"));
  expect(chat.messages).toHaveLength(2);
  await isKept();
  expect((await tasks.list(ada.id, { view: "completed" })).items).toHaveLength(2);
});

test("a failed reply is no error of the stream, and is regenerated with what it had done", async () => {
  await open(
    { text: "Adding.", calls: [{ name: "add_tasks", input: { tasks: [{ title: "Milk" }] } }] },
    { status: 400 },
    { text: "Added." },
  );
  await chat.sendMessage({ text: "Add milk" });
  expect(chat.status).toBe("ready");
  expect(chat.lastMessage?.metadata).toMatchObject({
    state: "failed",
    error: "The assistant isn’t available right now.",
  });
  await isKept();
  await chat.regenerate();
  expect(chat.lastMessage?.metadata).toMatchObject({ state: "done" });
  expect(chat.messages).toHaveLength(2);
  await isKept();
  expect((await tasks.list(ada.id)).items).toHaveLength(1);
});

test("a refusal is an error that the client can read", async () => {
  await open({ text: "Hello." });
  signIn(undefined);
  await chat.sendMessage({ text: "Hello" });
  expect(chat.status).toBe("error");
  expect(json(JSON.parse(chat.error?.message ?? "{}"))).toMatchObject({ status: 401 });
});
