import "server-only";
import { createAnthropic } from "@ai-sdk/anthropic";
import { createGoogle } from "@ai-sdk/google";
import { createOpenAI } from "@ai-sdk/openai";
import { createOpenAICompatible } from "@ai-sdk/openai-compatible";
import type { LanguageModelV4 } from "@ai-sdk/provider";
import { createGateway } from "ai";
import { offline } from "@/assistant/offline/model";
import { env } from "@/env";

type Settings = Pick<
  typeof env,
  | "AI_MODEL"
  | "AI_GATEWAY_API_KEY"
  | "OPENAI_API_KEY"
  | "OPENAI_BASE_URL"
  | "ANTHROPIC_API_KEY"
  | "GOOGLE_GENERATIVE_AI_API_KEY"
>;

/** The settings name a model that cannot be reached with them; the message says what is missing. */
export class Misconfigured extends Error {}

/**
 * The model that answers: the built-in one, or the one that `AI_MODEL` names as "provider/name"; a bare name is OpenAI's, or that
 * of the server at `OPENAI_BASE_URL`. A provider is asked directly
 * when there is a key (or, for the OpenAI protocol, an address) for it, else through the AI Gateway when there is a key for that.
 * @throws Misconfigured when neither is there.
 */
export function model(settings: Settings = env): LanguageModelV4 {
  if (!settings.AI_MODEL) return offline();
  const [provider, name] = parts(settings.AI_MODEL);
  const direct = ask(provider, name, settings);
  if (direct) return direct;
  const apiKey = settings.AI_GATEWAY_API_KEY;
  if (apiKey) return createGateway({ apiKey })(settings.AI_MODEL);
  throw new Misconfigured(`AI_MODEL names ${settings.AI_MODEL}, but ${wanting(provider)} isn’t set.`);
}

/** Who answers, as a person would say it. */
export function modelName(settings: Settings = env): string {
  return settings.AI_MODEL ?? "Built-in assistant";
}

function parts(model: string): [provider: string, name: string] {
  const slash = model.indexOf("/");
  return slash < 0 ? ["openai", model] : [model.slice(0, slash), model.slice(slash + 1)];
}

function ask(provider: string, name: string, settings: Settings): LanguageModelV4 | undefined {
  if (provider === "anthropic" && settings.ANTHROPIC_API_KEY)
    return createAnthropic({ apiKey: settings.ANTHROPIC_API_KEY })(name);
  if (provider === "google" && settings.GOOGLE_GENERATIVE_AI_API_KEY)
    return createGoogle({ apiKey: settings.GOOGLE_GENERATIVE_AI_API_KEY })(name);
  if (provider === "anthropic" || provider === "google") return undefined;
  const apiKey = settings.OPENAI_API_KEY;
  // Whatever has an address of its own speaks chat completions; not all of them speak OpenAI's newer protocol.
  if (settings.OPENAI_BASE_URL)
    return createOpenAICompatible({
      name: provider,
      baseURL: settings.OPENAI_BASE_URL,
      includeUsage: true,
      ...(apiKey && { apiKey }),
    })(name);
  if (provider === "openai" && apiKey) return createOpenAI({ apiKey })(name);
  return undefined;
}

function wanting(provider: string) {
  if (provider === "anthropic") return "ANTHROPIC_API_KEY";
  if (provider === "google") return "GOOGLE_GENERATIVE_AI_API_KEY";
  return provider === "openai" ? "OPENAI_API_KEY" : "AI_GATEWAY_API_KEY or OPENAI_BASE_URL";
}
