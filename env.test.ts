import { afterEach, beforeEach, expect, test, vi } from "vitest";

beforeEach(() => vi.resetModules());
afterEach(() => vi.unstubAllEnvs());

async function read(settings: Record<string, string>) {
  for (const [name, value] of Object.entries(settings)) vi.stubEnv(name, value);
  return (await import("@/env")).env;
}

test("an empty variable counts as one that is not set", async () => {
  const env = await read({ PORT: "", HOST: "", DATABASE_URL: " ", TRUSTED_PROXIES: "", BETTER_AUTH_URL: "" });
  expect(env).toMatchObject({ PORT: 3000, HOST: "127.0.0.1", TRUSTED_PROXIES: [] });
  expect([env.DATABASE_URL, env.BETTER_AUTH_URL]).toEqual([undefined, undefined]);
});

test.each([
  "postgresql://tandem:pass@db.example.com/tandem?sslmode=verify-full",
  "postgres://db.example.com:6432/tandem",
  "postgresql://tandem:pass@/postgres?host=%2Fdata%2Fpostgres&port=5432",
])("%s is an address of a database", async (url) => {
  expect((await read({ DATABASE_URL: url })).DATABASE_URL).toBe(url);
});

test.each([
  ["PORT", "abc", /^PORT must be a whole number from 0 to 65535\.$/],
  ["PORT", "70000", /^PORT must be a whole number/],
  ["PORT", "3000.5", /^PORT must be a whole number/],
  ["API_REQUESTS_PER_MINUTE", "0", /^API_REQUESTS_PER_MINUTE must be a whole number from 1/],
  ["TRUSTED_PROXIES", "10.0.0.0/8,proxy.example", /^TRUSTED_PROXIES must be IP addresses or ranges/],
  ["TRUSTED_PROXIES", "10.0.0.0/33", /^TRUSTED_PROXIES must be/],
  ["TRUSTED_PROXIES", "10.0.0.0/8/8", /^TRUSTED_PROXIES must be/],
  ["TRUSTED_PROXIES", "10.0.0.1,,", /^TRUSTED_PROXIES must be/],
  ["DATABASE_URL", "secret-of-mine", /^DATABASE_URL must be a PostgreSQL connection string/],
  ["DATABASE_URL", "mysql://user:secret-of-mine@host/db", /^DATABASE_URL must be/],
  ["DATABASE_URL_UNPOOLED", "postgresql://host:port/db", /^DATABASE_URL_UNPOOLED must be/],
  ["BETTER_AUTH_SECRET", "secret-of-mine", /^BETTER_AUTH_SECRET must be 32 random characters or more\.$/],
  ["BETTER_AUTH_URL", "tandem.example.com", /^BETTER_AUTH_URL must be an http or https address/],
  ["BETTER_AUTH_URL", "https://", /^BETTER_AUTH_URL must be/],
  ["BETTER_AUTH_URL", "https://example.com/tandem", /^BETTER_AUTH_URL must be .+ without a path/],
  ["BETTER_AUTH_URL", "https://ada:secret-of-mine@example.com", /^BETTER_AUTH_URL must be/],
  ["AI_MODEL", "openai", /^AI_MODEL must be a provider and a model, such as openai\/gpt-5\.$/],
  ["AI_MODEL", "anthropic/", /^AI_MODEL must be/],
  ["NODE_ENV", "prod", /^NODE_ENV must be development, production or test\.$/],
])("%s=%s is refused in one line, without its value", async (name, value, words) => {
  const error = await read({ [name]: value }).catch((reason: Error) => reason);
  expect(error).toMatchObject({ name: "SettingsError", message: expect.stringMatching(words) });
  expect(String(error)).not.toContain("\n");
  expect(String(error)).not.toContain("secret-of-mine");
});

test.each([
  [{}, "http://localhost:3000", false],
  [{ PORT: "4000" }, "http://localhost:4000", false],
  [{ BETTER_AUTH_URL: "http://Tandem.example/" }, "http://tandem.example", false],
  [{ BETTER_AUTH_URL: "HTTPS://Tandem.example:443" }, "https://tandem.example", true],
])("with %j people are at %s", async (settings, origin, isSecure) => {
  await read({ PORT: "", BETTER_AUTH_URL: "", ...settings });
  expect(await import("@/env")).toMatchObject({ origin, isSecure });
});

test("several are refused together, each in its line", async () => {
  await expect(read({ PORT: "x", BETTER_AUTH_URL: "x" })).rejects.toThrow(/^PORT must .*\nBETTER_AUTH_URL must .*$/);
});
