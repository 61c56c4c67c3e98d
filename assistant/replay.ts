import { createUIMessageStream, getToolName, type InferUIMessageChunk, isToolUIPart } from "ai";
import type { ChatMessage } from "@/assistant/message";

type Part = ChatMessage["parts"][number];
type Chunk = InferUIMessageChunk<ChatMessage>;

/** A stored reply as a stream of its own. */
export function again({ id, parts, metadata }: ChatMessage): ReadableStream<Chunk> {
  return createUIMessageStream<ChatMessage>({
    execute: ({ writer }) => {
      writer.write({ type: "start", messageId: id });
      for (const chunk of replay(parts)) writer.write(chunk);
      writer.write({ type: "finish", ...(metadata && { messageMetadata: metadata }) });
    },
  });
}

/** The chunks out of which a browser puts these parts together again: how a stored reply is streamed once more. */
export function* replay(parts: Part[]): Generator<Chunk> {
  let open = false;
  for (const [index, part] of parts.entries()) {
    if (part.type === "step-start") {
      if (open) yield { type: "finish-step" };
      open = true;
      yield { type: "start-step" };
    } else yield* chunks(part, `stored-${index}`);
  }
  if (open) yield { type: "finish-step" };
}

function* chunks(part: Part, id: string): Generator<Chunk> {
  if (part.type === "text" || part.type === "reasoning") {
    const { type, text, providerMetadata } = part;
    yield { type: `${type}-start`, id, ...(providerMetadata && { providerMetadata }) };
    yield { type: `${type}-delta`, id, delta: text };
    yield { type: `${type}-end`, id };
  } else if (part.type === "data-preview") yield part;
  else if (isToolUIPart(part)) yield* toolChunks(part);
}

function* toolChunks(part: Extract<Part, { toolCallId: string }>): Generator<Chunk> {
  const { toolCallId, state, input, callProviderMetadata: providerMetadata } = part;
  if (state === "input-streaming") return;
  const toolName = getToolName(part);
  const dynamic = part.type === "dynamic-tool" && { dynamic: true };
  yield {
    type: "tool-input-available",
    toolCallId,
    toolName,
    input,
    ...dynamic,
    ...(providerMetadata && { providerMetadata }),
  };
  const { approval } = part;
  if (approval) yield { type: "tool-approval-request", toolCallId, approvalId: approval.id };
  if (approval?.approved !== undefined) {
    yield { type: "tool-approval-response", approvalId: approval.id, approved: approval.approved };
  }
  if (state === "output-available")
    yield { type: "tool-output-available", toolCallId, output: part.output, ...dynamic };
  if (state === "output-error") yield { type: "tool-output-error", toolCallId, errorText: part.errorText, ...dynamic };
  if (state === "output-denied") yield { type: "tool-output-denied", toolCallId };
}
