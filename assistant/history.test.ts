import { expect, test } from "vitest";
import { done, past, recent } from "@/assistant/history";
import type { ChatMessage } from "@/assistant/message";

type Parts = ChatMessage["parts"];
const message = (role: "user" | "assistant", parts: unknown[]) => ({ id: "m", role, parts }) as ChatMessage;
const said = (text: string) => ({ type: "text", text });
const start = { type: "step-start" };
const metadata = { openai: { itemId: "fc_1" } };
const call = (state: string) => ({
  type: "tool-find_tasks",
  toolCallId: state,
  state,
  input: {},
  callProviderMetadata: metadata,
});
const thought = { type: "reasoning", text: "Hm" };

test("a whole step is left as it is, and one that was cut short keeps its results without what the provider remembers", () => {
  const parts = [
    start,
    thought,
    call("output-available"),
    start,
    thought,
    said("So "),
    call("output-available"),
    call("input-streaming"),
  ];
  const { callProviderMetadata: _, ...bare } = call("output-available");
  expect(past(message("assistant", parts)).parts).toEqual([...parts.slice(0, 3), start, said("So "), bare]);
});

test("a question that was not answered is not history", () => {
  expect(past(message("assistant", [start, said("Shall I?"), call("approval-requested")])).parts).toEqual([
    said("Shall I?"),
  ]);
});

test("a turn goes on from what was done and what was answered, not from half a sentence", () => {
  const parts = [
    start,
    said("Adding."),
    call("output-available"),
    start,
    call("approval-responded"),
    start,
    said("I have add"),
  ];
  expect(done(parts as Parts)).toEqual(parts.slice(0, 5));
});

test("the newest messages that fit begin with the user's", () => {
  const long = "x".repeat(50_000);
  const talk = ["user", "assistant", "user", "assistant", "user"].map((role) => message(role as "user", [said(long)]));
  expect(recent(talk)).toEqual(talk.slice(4));
  expect(recent([message("user", [said("x".repeat(200_000))])])).toHaveLength(1);
  const short = ["user", "assistant", "user"].map((role) => message(role as "user", [said("x")]));
  expect(recent(short)).toEqual(short);
});
