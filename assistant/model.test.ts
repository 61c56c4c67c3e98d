import { expect, test } from "vitest";
import { model } from "./model";

const none = {
  AI_MODEL: undefined,
  AI_GATEWAY_API_KEY: undefined,
  OPENAI_API_KEY: undefined,
  OPENAI_BASE_URL: undefined,
  ANTHROPIC_API_KEY: undefined,
  GOOGLE_GENERATIVE_AI_API_KEY: undefined,
};

test.each([
  ["gpt-5", "OPENAI_API_KEY"],
  ["anthropic/claude", "ANTHROPIC_API_KEY"],
  ["mistral/large", "AI_GATEWAY_API_KEY or OPENAI_BASE_URL"],
])("without a setting that leads to %s, it says which: %s", (AI_MODEL, setting) => {
  expect(() => model({ ...none, AI_MODEL })).toThrow(`AI_MODEL names ${AI_MODEL}, but ${setting} isn’t set.`);
});

test.each([
  ["mistral/large", { AI_GATEWAY_API_KEY: "key" }],
  ["mistral/large", { OPENAI_BASE_URL: "http://localhost:1234/v1" }],
  ["anthropic/claude", { AI_GATEWAY_API_KEY: "key" }],
])("%s is reached with %o", (AI_MODEL, settings) => {
  expect(model({ ...none, ...settings, AI_MODEL }).modelId).toMatch(/large|claude/);
});
