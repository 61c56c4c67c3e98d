import { resolve } from "node:path";
import { z } from "zod";

const text = z
  .string()
  .trim()
  .transform((value) => value || undefined)
  .optional();

const number = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((value) => (value === "" ? undefined : value), schema);

const schema = z.object({
  NODE_ENV: z.enum(["development", "production", "test"]).default("development"),
  PORT: number(z.coerce.number().int().min(0).max(65_535).default(3000)),
  /** Postgres or Neon connection string; without it an embedded PostgreSQL is started under DATA_DIR. */
  DATABASE_URL: text,
  /** Direct connection, for migrations and LISTEN; DATABASE_URL where it is not set. */
  DATABASE_URL_UNPOOLED: text,
  /** For `npm run db:branch` alone: a key of Neon's API, and the project that it may change. */
  NEON_API_KEY: text,
  NEON_PROJECT_ID: text,
  /** Absolute path of the folder that keeps the embedded database and the generated secret. */
  DATA_DIR: text.transform((path) => resolve(/* turbopackIgnore: true */ process.cwd(), path ?? ".data")),
  /** How many requests one user may make in a minute, in one process, by whatever door. */
  API_REQUESTS_PER_MINUTE: number(z.coerce.number().int().positive().default(6000)),
  /** How many accounts, and how many guests, may come from one network address in a minute; in an hour it is ten times as many. */
  NEW_USERS_PER_MINUTE: number(z.coerce.number().int().positive().max(1_000_000).default(60)),
  BETTER_AUTH_SECRET: text,
  BETTER_AUTH_URL: text,
  /** Addresses and CIDR ranges of the proxies in front, by commas; only what they add to X-Forwarded-For is believed. */
  TRUSTED_PROXIES: text.transform((list) => list?.split(",").map((range) => range.trim()) ?? []),
  /** Which model answers, such as "openai/gpt-5" or "ollama/qwen3"; without it the built-in assistant does. */
  AI_MODEL: text,
  /** How many tokens of that model one user may spend in a day. */
  AI_TOKENS_PER_DAY: number(z.coerce.number().int().positive().max(2_000_000_000).default(5_000_000)),
  AI_GATEWAY_API_KEY: text,
  OPENAI_API_KEY: text,
  OPENAI_BASE_URL: text,
  ANTHROPIC_API_KEY: text,
  GOOGLE_GENERATIVE_AI_API_KEY: text,
  NEXT_PHASE: text,
});

/**
 * The process's settings, parsed once; the only place that reads `process.env`.
 * An empty variable counts as one that is not set.
 * @throws ZodError naming the variable that cannot be used.
 */
export const env = schema.parse(process.env);
