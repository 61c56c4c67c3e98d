import "server-only";
import { randomUUID } from "node:crypto";
import { type InferUIMessageChunk, isToolUIPart } from "ai";
import { done, past, recent } from "@/assistant/history";
import type { ChatMessage } from "@/assistant/message";
import { modelName } from "@/assistant/model";
import { newTurn, type Person } from "@/assistant/new-turn";
import type { Question } from "@/assistant/question";
import { again } from "@/assistant/replay";
import { replyTo } from "@/assistant/reply";
import { orphans } from "@/assistant/resume";
import { type Run, run } from "@/assistant/run";
import { load, open } from "@/assistant/thread";
import type { Turn } from "@/assistant/tools/turn";
import * as approvals from "@/db/approvals";
import * as messages from "@/db/messages";
import * as turns from "@/db/turns";

/**
 * Why a question gets no reply: no conversation of the user's; a reply is being written; later messages have been said;
 * the question was answered already; not everything that was asked has an answer.
 */
export type Refusal = "not found" | "busy" | "moved on" | "answered" | "unanswered";

type Outcome = { stream: ReadableStream<InferUIMessageChunk<ChatMessage>> } | { refused: Refusal };

/** Takes the user's new message, or their answer to what was asked, and streams the assistant's reply. */
export function take(person: Person, { id, message, keep }: Question): Promise<Outcome> {
  return message.role === "user" ? ask(person, id, message) : answer(person, id, message, keep);
}

/**
 * A message that is sent again, by whatever went wrong on the way, is answered once: a reply that is there is streamed again,
 * one that was cut short goes on from what was done.
 */
async function ask(
  person: Person,
  conversationId: string,
  { id, text }: { id: string; text: string },
): Promise<Outcome> {
  const opened = await open(person.id, { id: conversationId, text });
  if (!opened) return { refused: "not found" };
  const { said, title } = opened;
  const place = said.findIndex((message) => message.id === id);
  if (place >= 0 && said.slice(place + 1).some(({ role }) => role === "user")) return { refused: "moved on" };
  const replyId = replyTo(id);
  const reply = said.find((message) => message.id === replyId);
  if (reply?.metadata?.state === "done" || reply?.metadata?.state === "waiting") return { stream: again(reply) };
  if (said.some(({ metadata }) => metadata?.state === "running")) return { refused: "busy" };
  const parts = [{ type: "text" as const, text }];
  const question = { conversationId, id, role: "user" as const, parts, metadata: { turnId: id } };
  if (place < 0 && !(await messages.save(person.id, question))) return { refused: "not found" };

  const before = place < 0 ? [...said, { ...question, parts }] : said.slice(0, place + 1);
  const claim = { id: replyId, conversationId, run: randomUUID(), from: ["failed", "stopped"] };
  const claimed = await turns.begin(person.id, { ...claim, metadata: { turnId: id, model: modelName() } });
  if ("refused" in claimed) {
    if (place < 0) await messages.withdraw(person.id, { conversationId, id, replyId });
    return claimed;
  }
  const kept = done(claimed.parts as ChatMessage["parts"]);
  const turn = newTurn(person, replyOf(claim, claimed), before, kept);
  if (place >= 0) turn.orphans = await orphans(turn, kept);
  return start({ turn, before, ...claimed, parts: kept, anew: true, ...(title && { title }) });
}

async function answer(
  person: Person,
  conversationId: string,
  { id, answers }: Extract<Question["message"], { role: "assistant" }>,
  keep: Question["keep"],
): Promise<Outcome> {
  const said = await load(person.id, conversationId);
  const asking = said?.find((message) => message.id === id);
  if (!said || asking?.role !== "assistant" || !asking.metadata) return { refused: "not found" };
  if (asking !== said.at(-1)) return { refused: "moved on" };
  if (asking.metadata.state !== "waiting") return { refused: "answered" };
  const given = new Map(answers.map((each) => [each.id, each.approved]));
  const pending = asking.parts.flatMap((part) =>
    isToolUIPart(part) && part.state === "approval-requested" ? [part] : [],
  );
  if (!pending.every(({ approval }) => given.has(approval.id))) return { refused: "unanswered" };

  const { turnId } = asking.metadata;
  const claim = { id, conversationId, run: randomUUID(), from: ["waiting"] };
  const claimed = await turns.begin(person.id, { ...claim, metadata: { turnId, model: modelName() } });
  if ("refused" in claimed) return { refused: claimed.refused === "busy" ? "answered" : claimed.refused };
  for (const { approval } of pending) {
    const kept = keep[approval.id];
    const decision = { conversationId, approvalId: approval.id, approved: given.get(approval.id) === true };
    await approvals.decide(person.id, { ...decision, ...(kept && { kept }) });
  }
  const parts = asking.parts.map((part) => answered(part, given));
  const before = said.slice(0, -1);
  const turn = newTurn(person, replyOf(claim, claimed), before, parts);
  return start({ turn, before, ...claimed, parts, anew: false });
}

const replyOf = (
  { id, conversationId, run }: Omit<Turn["reply"], "isSignedIn">,
  { isSignedIn }: Pick<Turn["reply"], "isSignedIn">,
): Turn["reply"] => ({ id, conversationId, run, isSignedIn });

type Part = ChatMessage["parts"][number];

function answered(part: Part, given: Map<string, boolean>): Part {
  if (!isToolUIPart(part) || part.state !== "approval-requested") return part;
  const approved = given.get(part.approval.id) === true;
  return { ...part, state: "approval-responded", approval: { ...part.approval, approved } } as Part;
}

function start({ before, ...rest }: Omit<Run, "history"> & { before: ChatMessage[] }): Outcome {
  const history = recent(before.map((message) => (message.role === "assistant" ? past(message) : message)));
  return { stream: run({ ...rest, history: history.filter(({ parts }) => parts.length > 0) }) };
}
