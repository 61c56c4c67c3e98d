import "server-only";
import type { LanguageModelV4, LanguageModelV4StreamPart } from "@ai-sdk/provider";
import { wrapLanguageModel } from "ai";
import { offline } from "@/assistant/offline/model";
import { Limited } from "@/db/limited";
import * as limits from "@/db/limits";
import { env } from "@/env";

const DAY = 24 * 60 * 60;

/** Of what is sent, a token has three characters or more in most languages; of what comes back, the most that was allowed. */
const CHARACTERS = 3;

/**
 * The model, as one user may ask it: so many tokens a day, all conversations together. A call takes what it may need beforehand, so that
 * many at once take no more, and gives back what it did not need.
 * @throws Limited in the call, when too few are left.
 */
export function metered(model: LanguageModelV4, userId: string): LanguageModelV4 {
  if (model.provider === offline().provider) return model; // costs nothing
  const day = { key: `tokens of ${userId}`, max: env.AI_TOKENS_PER_DAY, seconds: DAY };
  return wrapLanguageModel({
    model,
    middleware: {
      specificationVersion: "v4",
      async wrapStream({ doStream, params }) {
        const amount = Math.ceil(JSON.stringify(params.prompt).length / CHARACTERS) + (params.maxOutputTokens ?? 0);
        const taken = await limits.takeAll([{ ...day, amount }]);
        if (!taken.ok) throw usedUp(taken.retryAfter);
        const giveBack = (unused: number) => limits.give(taken.taken.map((use) => ({ ...use, amount: unused })));
        try {
          const { stream, ...rest } = await doStream();
          return { ...rest, stream: stream.pipeThrough(watch((used) => giveBack(Math.max(0, amount - used)))) };
        } catch (error) {
          await giveBack(amount);
          throw error;
        }
      },
    },
  });
}

/** Hands everything on, and says how many tokens it was when the model does. */
function watch(ended: (used: number) => Promise<void>): TransformStream<LanguageModelV4StreamPart> {
  return new TransformStream({
    async transform(part, controller) {
      if (part.type === "finish") {
        const { inputTokens, outputTokens } = part.usage;
        await ended((inputTokens.total ?? 0) + (outputTokens.total ?? 0));
      }
      controller.enqueue(part);
    },
  });
}

function usedUp(seconds: number): Limited {
  const hours = Math.ceil(seconds / 3600);
  return new Limited(
    `You’ve used up the assistant for today. It’s back in ${hours === 1 ? "an hour" : `${hours} hours`}.`,
    seconds,
  );
}
