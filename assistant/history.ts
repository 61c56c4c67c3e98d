import { isToolUIPart } from "ai";
import { brief } from "@/assistant/brief";
import type { ChatMessage } from "@/assistant/message";

type Part = ChatMessage["parts"][number];

/** How much of a conversation the model is given, in characters of JSON: some 30,000 tokens. What a question shows it is not given. */
const MOST = 120_000;
const OVER = new Set(["output-available", "output-error", "output-denied"]);

/** The newest messages that fit, beginning with one of the user's. The newest is always there. */
export function recent(messages: ChatMessage[]): ChatMessage[] {
  let room = MOST;
  const start = messages.findLastIndex((message, index) => {
    room -= message.parts.reduce((sum, part) => sum + lengthOf(part), 0);
    return index < messages.length - 1 && room < 0;
  });
  const fitting = messages.slice(start + 1);
  const first = fitting.findIndex(({ role }) => role === "user");
  return fitting.slice(Math.max(first, 0));
}

function lengthOf(part: Part): number {
  if (part.type === "data-preview") return 0;
  if (!isToolUIPart(part) || part.state !== "output-available") return JSON.stringify(part).length;
  return JSON.stringify([part.input, brief(part.output).value]).length;
}

/**
 * What of a reply a later turn's model is given: every tool call with its result. What a provider keeps with a step
 * (reasoning, ids of its own) is taken out of the steps that were cut short, for it would refuse them.
 */
export function past(message: ChatMessage): ChatMessage {
  return { ...message, parts: steps(message.parts).flatMap((step) => settled(step, { over: OVER, text: true })) };
}

/** What of a reply that was cut short the same turn goes on from: what was done, and the answers that nothing has come of yet. */
export function done(parts: Part[]): Part[] {
  const over = new Set([...OVER, "approval-responded"]);
  return steps(parts).flatMap((step) => settled(step, { over, text: false }));
}

function settled(step: Part[], { over, text }: { over: Set<string>; text: boolean }): Part[] {
  const calls = step.filter((part) => isToolUIPart(part));
  if (calls.length > 0 && calls.every(({ state }) => over.has(state))) return step;
  return step.flatMap((part): Part[] => {
    if (isToolUIPart(part)) {
      const { callProviderMetadata: _, ...bare } = part;
      return over.has(part.state) ? [bare as Part] : [];
    }
    if (part.type === "text") return text ? [{ type: "text", text: part.text }] : [];
    return part.type === "step-start" && calls.some(({ state }) => over.has(state)) ? [part] : [];
  });
}

function steps(parts: Part[]): Part[][] {
  const grouped: Part[][] = [[]];
  for (const part of parts) {
    if (part.type === "step-start") grouped.push([]);
    grouped.at(-1)?.push(part);
  }
  return grouped;
}
