import { isIP } from "node:net";
import { resolve } from "node:path";
import { z } from "zod";

const text = z
  .string()
  .trim()
  .transform((value) => value || undefined)
  .optional();

/** Text that is refused unless it is empty or `fits`; `message` is what the variable must be. */
const checked = (fits: (value: string) => boolean, message: string) =>
  text.refine((value) => value === undefined || fits(value), message);

const whole = (usual: number, least: number, most: number) => {
  const message = `a whole number from ${least} to ${most}`;
  return z.preprocess(
    (value) => (value === "" ? undefined : value),
    z.coerce.number(message).int(message).min(least, message).max(most, message).default(usual),
  );
};

/** A socket's folder stands in the query and leaves the host empty, which `URL` does not take. */
const postgres = checked(
  (value) => /^postgres(ql)?:\/\//.test(value) && URL.canParse(value.replace("@/", "@socket/")),
  "a PostgreSQL connection string, such as postgresql://user:password@host/database",
);

function isRange(range: string): boolean {
  const [address = "", bits, ...rest] = range.split("/");
  const version = isIP(address);
  if (version === 0 || rest.length > 0) return false;
  return bits === undefined || (/^\d+$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128));
}

/** The origin of an address that has nothing after its host; undefined for any other. */
function originOf(address: string): string | undefined {
  if (!/^https?:\/\//i.test(address) || !URL.canParse(address)) return undefined;
  const { href, origin } = new URL(address);
  return href === `${origin}/` ? origin : undefined;
}

/** What is no model, only whose models are meant. */
const isProvider = (name: string) => /^(openai|anthropic|google|gateway)$|^\/|\/$/i.test(name);

const schema = z.object({
  NODE_ENV: z.enum(["development", "production", "test"], "development, production or test").default("development"),
  /** The address to listen at; 0.0.0.0 for all of this machine's. */
  HOST: text.transform((host) => host ?? "127.0.0.1"),
  PORT: whole(3000, 0, 65_535),
  /** Postgres or Neon connection string; without it an embedded PostgreSQL is started under DATA_DIR. */
  DATABASE_URL: postgres,
  /** Direct connection, for migrations and LISTEN; DATABASE_URL where it is not set. */
  DATABASE_URL_UNPOOLED: postgres,
  /** For `npm run db:branch` alone: a key of Neon's API, and the project that it may change. */
  NEON_API_KEY: text,
  NEON_PROJECT_ID: text,
  /** Absolute path of the folder that keeps the embedded database and the generated secret. */
  DATA_DIR: text.transform((path) => resolve(/* turbopackIgnore: true */ process.cwd(), path ?? ".data")),
  /** How many requests one user may make in a minute, in one process, by whatever door. */
  API_REQUESTS_PER_MINUTE: whole(6_000, 1, 1_000_000_000),
  /** How many accounts, and how many guests, may come from one network address in a minute; in an hour it is ten times as many. */
  NEW_USERS_PER_MINUTE: whole(60, 1, 1_000_000),
  BETTER_AUTH_SECRET: checked((secret) => secret.length >= 32, "32 random characters or more"),
  /** The origin of the address that people type; it alone is then one of ours. */
  BETTER_AUTH_URL: checked(
    (value) => originOf(value) !== undefined,
    "an http or https address without a path, such as https://tandem.example.com",
  ).transform((value) => value && originOf(value)),
  /** Addresses and CIDR ranges of the proxies in front, by commas; only what they add to forwarded headers is believed. */
  TRUSTED_PROXIES: text
    .transform((list) => list?.split(",").map((range) => range.trim()) ?? [])
    .refine((ranges) => ranges.every(isRange), "IP addresses or ranges, separated by commas, such as 10.0.0.0/8,::1"),
  /** Which model answers, such as "openai/gpt-5" or "ollama/qwen3"; without it the built-in assistant does. */
  AI_MODEL: checked((value) => !isProvider(value), "a provider and a model, such as openai/gpt-5"),
  /** How many tokens of that model one user may spend in a day. */
  AI_TOKENS_PER_DAY: whole(5_000_000, 1, 2_000_000_000),
  AI_GATEWAY_API_KEY: text,
  OPENAI_API_KEY: text,
  OPENAI_BASE_URL: text,
  ANTHROPIC_API_KEY: text,
  GOOGLE_GENERATIVE_AI_API_KEY: text,
  NEXT_PHASE: text,
});

/** A setting that cannot be used. Its message has one line for each, and none of their values: some are secret. */
export class SettingsError extends Error {
  override readonly name = "SettingsError";
}

/** The settings that these variables make. @throws SettingsError */
export function read(variables: NodeJS.ProcessEnv | Record<string, string>) {
  const parsed = schema.safeParse(variables);
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.map(({ path, message }) => `${path.join(".")} must be ${message}.`);
  throw new SettingsError(lines.join("\n"));
}

/**
 * The process's settings, parsed once; the only place that reads `process.env`.
 * An empty variable counts as one that is not set.
 * @throws SettingsError naming the variables that cannot be used.
 */
export const env = read(process.env);

/** The origin that people type; where that is not set, this machine's own. */
export const origin = env.BETTER_AUTH_URL ?? `http://localhost:${env.PORT}`;

/** Whether people reach us over TLS. */
export const isSecure = origin.startsWith("https:");
