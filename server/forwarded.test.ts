import { once } from "node:events";
import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test, vi } from "vitest";

const PROXY = "10.0.0.1";
const FIRST = "10.0.0.2";
const PUBLIC = "https://tandem.example";

beforeAll(() => vi.stubEnv("TRUSTED_PROXIES", "10.0.0.0/8, ::1"));
afterAll(() => vi.unstubAllEnvs());

/** The headers as they are after a request with these came from `peer`. */
async function sanitized(peer: string, headers: IncomingHttpHeaders, url?: string) {
  const { sanitize } = await import("@/server/forwarded");
  sanitize(headers, peer, url);
  return headers;
}

test("what a stranger says of other hosts and addresses is dropped", async () => {
  const claims = {
    host: "tandem.example",
    "x-forwarded-for": "1.2.3.4",
    "x-forwarded-host": "evil.example",
    "x-forwarded-proto": "https",
    "x-forwarded-port": "443",
    forwarded: "for=1.2.3.4;host=evil.example;proto=https",
  };
  expect(await sanitized("203.0.113.9", { ...claims })).toEqual({
    host: "tandem.example",
    "x-forwarded-for": "203.0.113.9",
    "x-forwarded-proto": "http",
  });
});

test("Apache's mod_proxy, which rewrites Host and says what it was, is believed where it is trusted", async () => {
  const apache = {
    host: "127.0.0.1:3000",
    "x-forwarded-for": "203.0.113.9",
    "x-forwarded-host": "tandem.example",
    "x-forwarded-server": "web1",
  };
  expect(await sanitized(PROXY, { ...apache })).toMatchObject({
    host: "tandem.example",
    "x-forwarded-for": "203.0.113.9",
  });
  expect(await sanitized("203.0.113.1", { ...apache })).toMatchObject({
    host: "127.0.0.1:3000",
    "x-forwarded-for": "203.0.113.1",
  });
});

test("with the address that people type set, that is the host, whatever a proxy made of it or anyone claims", async () => {
  for (const peer of [PROXY, "203.0.113.9"])
    for (const host of [undefined, "127.0.0.1:3000", "evil.example"])
      expect(await sanitized(peer, { host, "x-forwarded-host": "evil.example" }, PUBLIC)).toMatchObject({
        host: "tandem.example",
        "x-forwarded-proto": "https",
      });
});

test("of a chain of proxies, what the first of them was sent counts, and nothing that was claimed before it", async () => {
  const chain = {
    host: "10.0.0.9:3000",
    "x-forwarded-for": "6.6.6.6, 203.0.113.9, 10.0.0.2",
    "x-forwarded-host": "evil.example, tandem.example, internal",
    "x-forwarded-proto": "https, https, http",
  };
  expect(await sanitized(PROXY, { ...chain })).toEqual({
    host: "tandem.example",
    "x-forwarded-for": "203.0.113.9",
    "x-forwarded-proto": "https",
  });
});

test.each<[string, string, string | undefined, string]>([
  ["one that adds nothing", PROXY, undefined, PROXY],
  ["one over IPv6", "::1", "2001:db8::7", "2001:db8::7"],
  ["one over IPv4 in IPv6", `::ffff:${PROXY}`, "::ffff:203.0.113.9", "203.0.113.9"],
  ["one that adds ports", PROXY, "203.0.113.9:50000", "203.0.113.9"],
  ["one that adds ports to IPv6", PROXY, "[2001:db8::7]:50000", "2001:db8::7"],
  ["two, whatever was claimed before", PROXY, `6.6.6.6, 203.0.113.9, ${FIRST}`, "203.0.113.9"],
  ["one whose client is a proxy too", PROXY, FIRST, FIRST],
  ["one that says nonsense", PROXY, "unknown", PROXY],
  ["one that says nothing", PROXY, " , ,", PROXY],
  ["nobody", "203.0.113.1", `203.0.113.9, ${PROXY}`, "203.0.113.1"],
])("the address is read back through %s", async (_, peer, claimed, expected) => {
  expect((await sanitized(peer, { "x-forwarded-for": claimed }))["x-forwarded-for"]).toBe(expected);
});

test("where a proxy that nobody told us of seems to be in front, what is missing is said once", async () => {
  vi.stubEnv("TRUSTED_PROXIES", "");
  vi.resetModules();
  const warn = vi.spyOn(console, "warn").mockReturnValue();
  const { env } = await import("@/env");
  const { heedTrustedProxiesOnly } = await import("@/server/forwarded");
  heedTrustedProxiesOnly();
  const server = createServer((_, response) => response.end()).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const ask = (headers: Record<string, string>) => fetch(`http://127.0.0.1:${port}/`, { headers });
  Object.assign(env, { NODE_ENV: "development" });
  await ask({ "x-forwarded-for": "203.0.113.9" }); // as Next itself does there
  Object.assign(env, { NODE_ENV: "production" });
  await ask({});
  expect(warn).not.toHaveBeenCalled();
  for (let n = 0; n < 2; n++) await ask({ "x-forwarded-for": "203.0.113.9" });
  expect(warn.mock.calls).toEqual([[expect.stringMatching(/BETTER_AUTH_URL .+ TRUSTED_PROXIES/)]]);
  server.close();
});
