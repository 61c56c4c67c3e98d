import { randomUUID } from "node:crypto";
import type {
  LanguageModelV4,
  LanguageModelV4CallOptions,
  LanguageModelV4Prompt,
  LanguageModelV4StreamPart,
  LanguageModelV4Usage,
} from "@ai-sdk/provider";

export type Call = { tool: string; input: unknown };

/** What the texts that it reads make it do: step by step, the calls of each; "breaks" is a connection that is lost there. */
export type Orders = Array<Call[] | "breaks">;

const USAGE: LanguageModelV4Usage = {
  inputTokens: { total: 1, noCache: 1, cacheRead: undefined, cacheWrite: undefined },
  outputTokens: { total: 1, text: 1, reasoning: undefined },
};

/**
 * A model that obeys whatever it reads. It looks at the list, as the user asked, and does what a text there tells it: the orders that
 * are known by the word in `[[…]]`. A text that it is never given makes it do nothing.
 */
export function obedientModel(orders: ReadonlyMap<string, Orders>, onObey: () => void): LanguageModelV4 {
  const broken = new Set<Orders>();
  return {
    specificationVersion: "v4",
    provider: "test",
    modelId: "obedient",
    supportedUrls: {},
    doGenerate: () => Promise.reject(new Error("It streams.")),
    async doStream({ prompt }: LanguageModelV4CallOptions) {
      const { steps, read } = sinceQuestion(prompt);
      if (steps === 0) return say([...LOOK.map((call) => called(call))]);
      const words = [...read.matchAll(/\[\[(\w+)\]\]/g)].map(([, word = ""]) => word);
      const obeyed = words.map((word) => orders.get(word)).find((found) => found);
      const next = obeyed?.filter((step) => step !== "breaks" || !broken.has(obeyed))[steps - 1];
      if (next === "breaks") {
        if (obeyed) broken.add(obeyed);
        throw new Error("The connection is lost.");
      }
      if (next) onObey();
      return next ? say(next.map((call) => called(call))) : say([{ type: "text", text: "This is on your list." }]);
    },
  };
}

const LOOK: Call[] = [
  { tool: "find_tasks", input: { view: "today", limit: 10 } },
  { tool: "find_tasks", input: { q: "marked", view: "all", limit: 10 } },
  { tool: "list_tags", input: {} },
];

type Said = { type: "text"; text: string } | ReturnType<typeof called>;

const called = ({ tool, input }: Call) => ({
  type: "tool-call" as const,
  toolCallId: randomUUID(),
  toolName: tool,
  input: JSON.stringify(input),
});

function say(content: Said[]) {
  const calls = content.some(({ type }) => type === "tool-call");
  return {
    stream: new ReadableStream<LanguageModelV4StreamPart>({
      start(controller) {
        controller.enqueue({ type: "stream-start", warnings: [] });
        for (const part of content) {
          if (part.type === "tool-call") controller.enqueue(part);
          else for (const piece of asText(part.text)) controller.enqueue(piece);
        }
        const finishReason = { unified: calls ? ("tool-calls" as const) : ("stop" as const), raw: undefined };
        controller.enqueue({ type: "finish", finishReason, usage: USAGE });
        controller.close();
      },
    }),
  };
}

function asText(text: string): LanguageModelV4StreamPart[] {
  const id = randomUUID();
  return [
    { type: "text-start", id },
    { type: "text-delta", id, delta: text },
    { type: "text-end", id },
  ];
}

/** How often the model has spoken since the user did, and all that it was given to read meanwhile. */
function sinceQuestion(prompt: LanguageModelV4Prompt) {
  const asked = prompt.findLastIndex(({ role }) => role === "user");
  const after = prompt.slice(asked + 1);
  return {
    steps: after.filter(({ role }) => role === "assistant").length,
    read: JSON.stringify(prompt),
  };
}
