import { randomUUID } from "node:crypto";
import type { LanguageModelV4, LanguageModelV4StreamPart, LanguageModelV4Usage } from "@ai-sdk/provider";
import { afterEach, expect, test } from "vitest";
import { metered } from "@/assistant/metered";
import { offline } from "@/assistant/offline/model";
import { inWords } from "@/assistant/trouble";
import { isLimited } from "@/db/limited";
import * as limits from "@/db/limits";
import { env } from "@/env";

const before = env.AI_TOKENS_PER_DAY;
afterEach(() => Object.assign(env, { AI_TOKENS_PER_DAY: before }));

/** A model whose every answer takes so many tokens, or that cannot be reached. */
function answering(tokens: number | Error): LanguageModelV4 {
  const stream = () => {
    if (tokens instanceof Error) throw tokens;
    const usage = { inputTokens: { total: tokens - 10 }, outputTokens: { total: 10 } } as LanguageModelV4Usage;
    return new ReadableStream<LanguageModelV4StreamPart>({
      start(controller) {
        controller.enqueue({ type: "stream-start", warnings: [] });
        controller.enqueue({ type: "finish", finishReason: { unified: "stop", raw: undefined }, usage });
        controller.close();
      },
    });
  };
  return {
    specificationVersion: "v4",
    provider: "test",
    modelId: "m",
    supportedUrls: {},
    doGenerate: () => Promise.reject(new Error("Not asked.")),
    doStream: async () => ({ stream: stream() }),
  };
}
async function ask(model: LanguageModelV4) {
  const { stream } = await model.doStream({ prompt: [], maxOutputTokens: 100 });
  for await (const _ of stream);
}
/** Whether just so many tokens of a day are counted. */
async function hasSpent(user: string, tokens: number): Promise<boolean> {
  const day = { key: `tokens of ${user}`, seconds: 86_400 };
  const [less, enough] = await Promise.all([tokens, tokens + 1].map((max) => limits.wait({ ...day, max })));
  return less !== 0 && enough === 0;
}

test("what a day's answers take is counted as the model says, and no more", async () => {
  const user = randomUUID();
  for (let n = 0; n < 3; n++) await ask(metered(answering(40), user));
  expect(await hasSpent(user, 120)).toBe(true);
  await expect(ask(metered(answering(new Error("away")), user))).rejects.toThrow("away");
  expect(await hasSpent(user, 120)).toBe(true);
});

test("many conversations at once spend no more than a day's, and another user's are another's", async () => {
  Object.assign(env, { AI_TOKENS_PER_DAY: 450 });
  const user = randomUUID();
  const outcomes = await Promise.allSettled(Array.from({ length: 20 }, () => ask(metered(answering(90), user))));
  const refused = outcomes.flatMap((outcome) => (outcome.status === "rejected" ? [outcome.reason] : []));
  expect(refused.every(isLimited)).toBe(true);
  expect(refused.length).toBeGreaterThanOrEqual(15);
  expect(await hasSpent(user, 90 * (20 - refused.length))).toBe(true);
  expect(inWords(refused[0])).toBe("You’ve used up the assistant for today. It’s back in 24 hours.");
  await ask(metered(answering(90), randomUUID()));
});

test("the built-in assistant costs nothing", () => {
  const model = offline();
  expect(metered(model, randomUUID())).toBe(model);
});
