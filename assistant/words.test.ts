import { randomUUID } from "node:crypto";
import { APICallError, RetryError } from "ai";
import { describe, expect, test } from "vitest";
import { brief } from "@/assistant/brief";
import { instructions } from "@/assistant/instructions";
import { Misconfigured, model, modelName } from "@/assistant/model";
import { ending } from "@/assistant/outcome";
import { replyTo } from "@/assistant/reply";
import { titleOf } from "@/assistant/title";
import { forLog, inWords } from "@/assistant/trouble";

test.each([
  ["Buy milk", "Buy milk"],
  ["  Buy milk.\nand bread", "Buy milk."],
  ["**Plan** the `trip`", "**Plan** the `trip`"],
  ["2 * 3 = 6", "2 * 3 = 6"],
  ["a_b_c snake_case", "a_b_c snake_case"],
  ["<b>bold</b> [link](x)", "<b>bold</b> [link](x)"],
  ["# Plan\n- a", "# Plan"],
  ["```ts\nconst a = [1];\n```\nWhat is this?", "const a = [1];"],
  ["~~~\n~~~", "New chat"],
  ["```code``` is what?", "```code``` is what?"],
  ["", "New chat"],
  ["\n\u200b\n \u2800\nMilk", "Milk"],
  ["a\tb\u0007\u202ec", "a bc"],
  ["...", "..."],
  [
    `Move everything that is due this week to the week after next, please`,
    "Move everything that is due this week to the week after…",
  ],
  ["x".repeat(100), `${"x".repeat(59)}…`],
  ["🥛".repeat(100), `${"🥛".repeat(59)}…`],
  ["👨‍👩‍👧".repeat(100), `${"👨‍👩‍👧".repeat(11)}…`],
  ["🇩🇪".repeat(31), `${"🇩🇪".repeat(29)}…`],
])("the conversation of %j is called %j", (text, title) => {
  expect(titleOf(text)).toBe(title);
});

describe("the model", () => {
  const none = {} as Parameters<typeof model>[0];
  const of = (settings: object) => model(settings as Parameters<typeof model>[0]);

  test("is the built-in one without settings, whatever keys there are", () => {
    expect(of({ OPENAI_API_KEY: "k" })).toMatchObject({ provider: "tandem", modelId: "built-in" });
    expect(modelName(none)).toBe("Built-in assistant");
    expect(modelName({ ...none, AI_MODEL: "openai/gpt-5" } as never)).toBe("openai/gpt-5");
  });

  test.each([
    [{ AI_MODEL: "openai/gpt-5", OPENAI_API_KEY: "k" }, "openai.responses", "gpt-5"],
    [{ AI_MODEL: "gpt-5", OPENAI_API_KEY: "k" }, "openai.responses", "gpt-5"],
    [{ AI_MODEL: "anthropic/claude-5", ANTHROPIC_API_KEY: "k" }, "anthropic.messages", "claude-5"],
    [{ AI_MODEL: "google/gemini-4", GOOGLE_GENERATIVE_AI_API_KEY: "k" }, "google.generative-ai", "gemini-4"],
    [{ AI_MODEL: "ollama/qwen3:8b", OPENAI_BASE_URL: "http://127.0.0.1:11434/v1" }, "ollama.chat", "qwen3:8b"],
    [{ AI_MODEL: "vllm/meta/llama-5", OPENAI_BASE_URL: "http://127.0.0.1:8000/v1" }, "vllm.chat", "meta/llama-5"],
    [
      { AI_MODEL: "openai/gpt-5", OPENAI_API_KEY: "k", OPENAI_BASE_URL: "http://127.0.0.1:1/v1" },
      "openai.chat",
      "gpt-5",
    ],
    [{ AI_MODEL: "anthropic/claude-5", AI_GATEWAY_API_KEY: "k" }, "gateway", "anthropic/claude-5"],
    [{ AI_MODEL: "xai/grok-9", AI_GATEWAY_API_KEY: "k" }, "gateway", "xai/grok-9"],
  ])("of %j is asked at %s as %s", (settings, provider, modelId) => {
    expect(of(settings)).toMatchObject({ provider, modelId });
  });

  test.each([
    [{ AI_MODEL: "gpt-5" }, /OPENAI_API_KEY/],
    [{ AI_MODEL: "openai/gpt-5" }, /OPENAI_API_KEY/],
    [{ AI_MODEL: "anthropic/claude-5", OPENAI_BASE_URL: "http://127.0.0.1:1/v1" }, /ANTHROPIC_API_KEY/],
    [{ AI_MODEL: "google/gemini-4" }, /GOOGLE_GENERATIVE_AI_API_KEY/],
    [{ AI_MODEL: "ollama/qwen3" }, /OPENAI_BASE_URL/],
  ])("of %j says what is missing", (settings, message) => {
    expect(() => of(settings)).toThrow(Misconfigured);
    expect(() => of(settings)).toThrow(message);
  });
});

test.each<[number | undefined, RegExp]>([
  [undefined, /can’t be reached/],
  [401, /isn’t available/],
  [404, /isn’t available/],
  [429, /busy/],
  [503, /isn’t available/],
  [504, /too long/],
  [400, /isn’t available/],
])("what a provider answers with %s is told as a person needs to know it", (statusCode, words) => {
  const error = new APICallError({
    message: "sk-secret",
    url: "http://x",
    requestBodyValues: {},
    ...(statusCode && { statusCode }),
  });
  const retried = new RetryError({ message: "sk-secret", reason: "maxRetriesExceeded", errors: [error] });
  for (const each of [error, retried]) {
    expect(inWords(each)).toMatch(words);
    expect(inWords(each)).not.toMatch(/sk-secret|provider|model|key/i);
  }
});

test("what only the operator can mend is in the log, and no one else reads it", () => {
  const error = new Misconfigured("AI_MODEL names openai/gpt-5, but OPENAI_API_KEY isn’t set.");
  expect(inWords(error)).toBe("The assistant isn’t available right now.");
  expect(forLog(error)).toBe(error);
  const refused = new APICallError({
    message: "No such model",
    url: "http://x",
    requestBodyValues: {},
    statusCode: 404,
  });
  const retried = new RetryError({ message: "…", reason: "maxRetriesExceeded", errors: [refused] });
  expect(forLog(retried)).toBe("404: No such model");
});

test("how a run ended is told by the worst of it", () => {
  const course = { stopped: false, timedOut: false, asked: false, spoke: true };
  expect(ending({ ...course, finishReason: "stop" })).toEqual({ state: "done" });
  expect(ending({ ...course, asked: true, finishReason: "tool-calls" })).toEqual({ state: "waiting" });
  expect(ending({ ...course, stopped: true, timedOut: true, error: "x" })).toEqual({ state: "stopped" });
  expect(ending({ ...course, asked: true, error: "x" })).toEqual({ state: "failed", error: "x" });
});

test.each<[string, Partial<Parameters<typeof ending>[0]>]>([
  ["grew too long", { finishReason: "length" }],
  ["was filtered", { finishReason: "content-filter" }],
  ["broke off", { finishReason: "error" }],
  ["ended early", { finishReason: "other" }],
  ["ended without a word of that", {}],
  ["has no words", { finishReason: "stop", spoke: false }],
])("an answer that %s is none, and says so", (_, how) => {
  const course = { stopped: false, timedOut: false, asked: false, spoke: true };
  expect(ending({ ...course, ...how })).toEqual({ state: "failed", error: expect.stringMatching(/^[A-Z].*\.$/) });
});

test("the model reads of a result what it can use", () => {
  const task = {
    id: "1",
    title: "",
    description: null,
    completed: false,
    priority: "none",
    version: 3,
    tags: [{ id: "t", name: "home", color: "#fff" }],
    subtasks: { done: 0, total: 0 },
  };
  expect(brief({ tasks: [task], more: false }).value).toEqual({
    tasks: [{ id: "1", tags: ["home"], subtasks: { done: 0, total: 0 } }],
  });
  expect(brief({ tags: [{ id: "t", name: "home", color: "#fff", taskCount: 0 }] }).value).toEqual({
    tags: [{ id: "t", name: "home", taskCount: 0 }],
  });
  expect(brief({ done: [], failed: [] }).value).toEqual({});
});

test("the day is the user's own, also where it is another one", () => {
  const now = new Date("2026-11-22T20:30:00Z");
  const text = instructions({ now, timeZone: "Pacific/Auckland", weekStart: 0, locale: "en-NZ" });
  expect(text).toContain("Today is Monday 2026-11-23, 09:30 in Pacific/Auckland. The week starts on Sunday.");
  expect(text).toContain("\nNow: 2026-11-23T09:30 Pacific/Auckland week-start=0 locale=en-NZ\n");
  expect(text).toContain("Mon 2026-11-23, Tue 2026-11-24");
});

test("a message has one reply, whose id is a UUID of version 8", () => {
  const id = randomUUID();
  expect(replyTo(id)).toBe(replyTo(id));
  expect(replyTo(id)).not.toBe(replyTo(randomUUID()));
  expect(replyTo(id)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});
