import type {
  LanguageModelV4,
  LanguageModelV4CallOptions,
  LanguageModelV4Content,
  LanguageModelV4FinishReason,
  LanguageModelV4StreamPart,
  LanguageModelV4Usage,
} from "@ai-sdk/provider";
import { type Move, next } from "./converse";
import { transcribe } from "./transcript";

/**
 * The built-in assistant: a language model that needs no key and no network. It reads the conversation, the tool definitions
 * and the tools' results, and answers with tool calls and text like any other; it has no other way to the user's data.
 */
export function offline(): LanguageModelV4 {
  return {
    specificationVersion: "v4",
    provider: "tandem",
    modelId: "built-in",
    supportedUrls: {},
    doGenerate: async (options) => {
      const { content, finishReason, usage } = generate(options);
      return { content, finishReason, usage, warnings: [] };
    },
    doStream: async (options) => {
      const { abortSignal } = options;
      const parts = stream(options);
      return {
        stream: new ReadableStream<LanguageModelV4StreamPart>({
          pull(controller) {
            if (abortSignal?.aborted) return controller.error(abortSignal.reason);
            const part = parts.next();
            if (part.done) controller.close();
            else controller.enqueue(part.value);
          },
        }),
      };
    },
  };
}

type Generated = {
  content: LanguageModelV4Content[];
  finishReason: LanguageModelV4FinishReason;
  usage: LanguageModelV4Usage;
};

function generate(options: LanguageModelV4CallOptions): Generated {
  options.abortSignal?.throwIfAborted();
  const content = contentOf(next(transcribe(options.prompt)), options);
  const calls = content.some(({ type }) => type === "tool-call");
  return {
    content,
    finishReason: { unified: calls ? "tool-calls" : "stop", raw: undefined },
    usage: NO_USAGE,
  };
}

function contentOf(move: Move, { tools = [], toolChoice }: LanguageModelV4CallOptions): LanguageModelV4Content[] {
  if ("say" in move) return [{ type: "text", text: move.say }];
  const usable = new Set(toolChoice?.type === "none" ? [] : tools.map(({ name }) => name));
  const missing = move.calls.find(({ tool }) => !usable.has(tool));
  if (missing) return [{ type: "text", text: `I can’t do that here: I don’t have the tool “${missing.tool}”.` }];
  return move.calls.map(({ tool, input }) => ({
    type: "tool-call",
    toolCallId: crypto.randomUUID(),
    toolName: tool,
    input: JSON.stringify(input),
  }));
}

function* stream(options: LanguageModelV4CallOptions): Generator<LanguageModelV4StreamPart> {
  yield { type: "stream-start", warnings: [] };
  const { content, finishReason, usage } = generate(options);
  for (const part of content) {
    if (part.type === "text") yield* words(part.text);
    if (part.type === "tool-call") {
      const id = part.toolCallId;
      yield { type: "tool-input-start", id, toolName: part.toolName };
      yield { type: "tool-input-delta", id, delta: part.input };
      yield { type: "tool-input-end", id };
      yield part;
    }
  }
  yield { type: "finish", finishReason, usage };
}

function* words(text: string): Generator<LanguageModelV4StreamPart> {
  const id = crypto.randomUUID();
  yield { type: "text-start", id };
  for (const [delta] of text.matchAll(/\S+\s*|\s+/g)) yield { type: "text-delta", id, delta };
  yield { type: "text-end", id };
}

/** There are no tokens here, and so nothing to count against what a turn may take. */
const NO_USAGE: LanguageModelV4Usage = {
  inputTokens: { total: 0, noCache: 0, cacheRead: undefined, cacheWrite: undefined },
  outputTokens: { total: 0, text: 0, reasoning: undefined },
};
