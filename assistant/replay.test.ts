import { readUIMessageStream } from "ai";
import { expect, test } from "vitest";
import type { ChatMessage } from "@/assistant/message";
import { again } from "@/assistant/replay";

const preview = { rows: [], missing: [] };

test("a reply that is streamed again is put together as it was", async () => {
  const parts: ChatMessage["parts"] = [
    { type: "step-start" },
    { type: "reasoning", id: "stored-1", text: "Hm", state: "done" },
    { type: "text", text: "Looking.", state: "done" },
    {
      type: "tool-find_tasks",
      toolCallId: "a",
      state: "output-available",
      input: { view: "open", limit: 20 },
      output: { tasks: [], more: false },
    },
    {
      type: "tool-add_tasks",
      toolCallId: "b",
      state: "output-error",
      input: { tasks: [{ title: "Milk" }] },
      errorText: "No.",
    },
    { type: "step-start" },
    { type: "data-preview", id: "c", data: preview },
    {
      type: "tool-delete_tasks",
      toolCallId: "c",
      state: "output-denied",
      input: { ids: [] },
      approval: { id: "1", approved: false },
    },
    { type: "data-preview", id: "d", data: preview },
    {
      type: "tool-delete_tasks",
      toolCallId: "d",
      state: "output-available",
      input: { ids: [] },
      output: { done: [], failed: [] },
      approval: { id: "2", approved: true },
    },
    { type: "data-preview", id: "e", data: preview },
    {
      type: "tool-complete_tasks",
      toolCallId: "e",
      state: "approval-requested",
      input: { ids: [] },
      approval: { id: "3" },
    },
  ];
  const reply: ChatMessage = {
    id: "r",
    role: "assistant",
    parts,
    metadata: { turnId: "t", state: "waiting" },
  };
  let read: ChatMessage | undefined;
  for await (const message of readUIMessageStream<ChatMessage>({ stream: again(reply) })) read = message;
  expect(JSON.parse(JSON.stringify(read))).toEqual(reply);
});
