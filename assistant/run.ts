import "server-only";
import { createAgentUIStream, createUIMessageStream, type InferUIMessageChunk, isToolUIPart } from "ai";
import { agent } from "@/assistant/agent";
import type { ChatMessage, Metadata } from "@/assistant/message";
import { metered } from "@/assistant/metered";
import { model, modelName } from "@/assistant/model";
import { type Course, ending } from "@/assistant/outcome";
import { replay } from "@/assistant/replay";
import { watch } from "@/assistant/running";
import type { Turn } from "@/assistant/tools/turn";
import { DatabaseAway, forLog, inWords } from "@/assistant/trouble";
import * as approvals from "@/db/approvals";
import * as turns from "@/db/turns";
import { isBlank } from "@/language/text";

type Chunk = InferUIMessageChunk<ChatMessage>;

export type Run = {
  turn: Turn;
  /** What was said before, in the order that the model is given it; ends with the user's message. */
  history: ChatMessage[];
  /** What the claimed reply has so far. */
  parts: ChatMessage["parts"];
  /** The browser does not have what the reply has so far: stream that first. */
  anew: boolean;
  /** The conversation's title, when it has just got it. */
  title?: string;
};

/**
 * Runs the assistant and streams its reply. The stream must be read to its end, if only by the server: that is
 * what drives the saving. However the run ends, what was said and done is in the reply's row, with how it ended.
 */
export function run({ turn, history, parts, anew, title }: Run): ReadableStream<Chunk> {
  const { userId, reply } = turn;
  const { conversationId } = reply;
  const metadata: Metadata = { turnId: turn.by.turnId, model: modelName(), state: "running" };
  const soFar: ChatMessage = { id: reply.id, role: "assistant", parts, metadata: { ...metadata } };
  const said = parts.length > 0 ? [...history, soFar] : history;
  const { stopped, end } = watch(userId, reply);
  /** How far the reader knows each tool call. */
  const told = new Map(parts.flatMap((part) => (isToolUIPart(part) ? [[part.toolCallId, "asked"]] : [])));
  const course: Course = { stopped: false, timedOut: false, asked: false, spoke: parts.some(speaks) };

  async function* chunks(): AsyncGenerator<Chunk> {
    yield { type: "start", messageId: reply.id, messageMetadata: { ...metadata } };
    if (title) yield { type: "data-title", data: { id: conversationId, title }, transient: true };
    if (anew) yield* replay(parts);
    try {
      const chosen = agent(turn, metered(model(), userId));
      const stream = await createAgentUIStream({
        agent: chosen,
        uiMessages: said,
        abortSignal: stopped,
        sendStart: false,
        redactToolErrors: false,
        onError: report,
      });
      for await (const chunk of stream) yield* pass(chunk as Chunk);
    } catch (error) {
      course.error = report(error);
    }
    if (stopped.reason instanceof DatabaseAway) course.error = report(stopped.reason);
    course.stopped = (stopped.aborted || turn.isStopped) && !course.error;
    yield* untold();
    Object.assign(metadata, ending(course));
    yield { type: "finish", messageMetadata: metadata };
  }

  /** From here on nothing is written, and what was written and could not be told any more is told now. */
  async function* untold(): AsyncGenerator<Chunk> {
    turn.isStopped = true;
    for (const { toolCallId, toolName, input, output } of turn.committing.values()) {
      const done = told.get(toolCallId) !== "done" && (await output.catch(() => undefined));
      if (!done) continue;
      if (!told.has(toolCallId)) yield { type: "tool-input-available", toolCallId, toolName, input };
      yield { type: "tool-output-available", toolCallId, output: done };
    }
  }

  /** What a run says about itself is told by the reply's metadata instead, where it is kept. */
  async function* pass(chunk: Chunk): AsyncGenerator<Chunk> {
    if (chunk.type === "finish") course.finishReason = chunk.finishReason;
    else if (chunk.type === "abort") course.timedOut = true;
    else if (chunk.type === "error") course.error = chunk.errorText;
    else if (chunk.type === "tool-approval-request") yield* ask(chunk);
    // What was stopped has not failed: a retry goes on from it.
    else if (chunk.type === "tool-output-error" && turn.isStopped) return;
    else {
      if (chunk.type === "text-delta") course.spoke ||= !isBlank(chunk.delta);
      if (chunk.type === "tool-input-available") told.set(chunk.toolCallId, "asked");
      if (chunk.type === "tool-output-available") told.set(chunk.toolCallId, "done");
      yield chunk;
    }
  }

  /** The question is in the database before anyone can answer it. */
  async function* ask(chunk: Extract<Chunk, { type: "tool-approval-request" }>): AsyncGenerator<Chunk> {
    const { approvalId, toolCallId } = chunk;
    const asked = turn.asking.get(toolCallId);
    if (!asked) throw new Error("An approval was requested that no policy asked for.");
    const { preview, plan, input } = asked;
    const call = { conversationId, approvalId, toolCallId, toolName: plan.toolName, input, plan };
    const row = await approvals.ask(userId, call);
    if (!row) throw new Error("This call was asked about before.");
    course.asked = true;
    yield { type: "data-preview", id: toolCallId, data: preview };
    yield chunk;
  }

  const save = async ({ responseMessage }: { responseMessage: ChatMessage }, as: Metadata) => {
    const parts = storable(responseMessage.parts);
    // What cannot be kept now is said all the same; the next step keeps it too, and a reply without its end counts as broken off.
    await turns.keep(userId, { ...reply, parts, metadata: as }).catch(report);
  };

  return createUIMessageStream<ChatMessage>({
    originalMessages: anew ? history : said,
    generateId: () => reply.id,
    execute: async ({ writer }) => {
      for await (const chunk of chunks()) writer.write(chunk);
    },
    onError: report,
    // The run can be over before this is called: the step is saved as one of a run that goes on, or its end would find no row.
    onStepEnd: (event) => save(event, { ...metadata, state: "running" }),
    onEnd: async (event) => {
      end();
      await save(event, metadata);
    },
  });
}

function report(error: unknown): string {
  console.error("The assistant could not answer.", forLog(error));
  return inWords(error);
}

const speaks = (part: ChatMessage["parts"][number]) => part.type === "text" && !isBlank(part.text);

/** As it can be kept: nothing is still on its way, and a model may say NUL or half of a surrogate pair, which PostgreSQL does not take. */
function storable(parts: ChatMessage["parts"]): ChatMessage["parts"] {
  const ended = parts.map((part) =>
    "state" in part && part.state === "streaming" ? { ...part, state: "done" } : part,
  );
  return JSON.parse(JSON.stringify(ended), (_, value) =>
    typeof value === "string" ? value.replace(/\0|\p{Surrogate}/gu, "\uFFFD") : value,
  );
}
