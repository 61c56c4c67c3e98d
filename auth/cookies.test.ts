import { createHmac } from "node:crypto";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";

const SECRET = "a secret of some forty characters, at least";
const signed = (token: string, secret = SECRET) =>
  `${token}.${createHmac("sha256", secret).update(token).digest("base64")}`;

beforeEach(() => {
  vi.resetModules();
  vi.stubEnv("BETTER_AUTH_SECRET", SECRET);
});
afterEach(() => vi.unstubAllEnvs());

async function at(address: { url?: string; port?: string }) {
  vi.stubEnv("BETTER_AUTH_URL", address.url ?? "");
  vi.stubEnv("PORT", address.port ?? "");
  return import("@/auth/cookies");
}
const cookie = (name: string, value: string) => ({ name, value });

test.each([
  [{}, "tandem-3000"],
  [{ port: "4000" }, "tandem-4000"],
  [{ url: "http://tandem.example" }, "tandem-80"],
  [{ url: "http://localhost:8080", port: "3000" }, "tandem-8080"],
  [{ url: "https://tandem.example" }, "__Host-tandem"],
  [{ url: "https://tandem.example:8443" }, "__Host-tandem"],
])("at %j cookies begin with %s", async (address, prefix) => {
  const { COOKIE_PREFIX, COOKIE_ATTRIBUTES } = await at(address);
  expect(COOKIE_PREFIX).toBe(prefix);
  expect(COOKIE_ATTRIBUTES).toEqual({
    httpOnly: true,
    sameSite: "lax",
    path: "/",
    secure: prefix.startsWith("__Host-"),
  });
});

describe.each([
  ["over HTTP", {}, "tandem-3000.session_token", "tandem.session_token"],
  ["over TLS", { url: "https://tandem.example" }, "__Host-tandem.session_token", "__Secure-tandem.session_token"],
])("%s", (_, address, present, former) => {
  test("a session is found by its present name, and by the one it had before, which it is moved from", async () => {
    const { sessionCookie, moved } = await at(address);
    expect(sessionCookie([cookie(present, signed("one"))])?.token).toBe("one");
    expect(moved([cookie(present, signed("one"))])).toEqual([]);
    const old = [cookie("theme", "dark"), cookie(former, signed("two"))];
    expect(sessionCookie(old)?.token).toBe("two");
    expect(moved(old)).toEqual([
      [present, signed("two"), expect.objectContaining({ maxAge: 60 * 24 * 60 * 60, httpOnly: true })],
      [former, "", expect.objectContaining({ maxAge: 0, path: "/" })],
    ]);
    const both = [cookie(former, signed("two")), cookie(present, signed("one"))];
    expect(sessionCookie(both)?.token).toBe("one");
    expect(moved(both)).toEqual([[former, "", expect.objectContaining({ maxAge: 0, path: "/" })]]);
  });

  test("a cookie of another Tandem's, or of nobody's, is none, and is left alone", async () => {
    const { sessionCookie, moved } = await at(address);
    const foreign = [
      cookie(former, signed("two", "another secret")),
      cookie(present, "x"),
      cookie("tandem", signed("x")),
    ];
    expect(sessionCookie(foreign)).toBeUndefined();
    expect(moved(foreign)).toEqual([]);
    expect(sessionCookie([...foreign.slice(1), cookie(former, signed("two"))])?.token).toBe("two");
  });

  test("Better Auth is given it by its present name, all others as they were", async () => {
    const { withSessionCookie } = await at(address);
    const value = encodeURIComponent(signed("two"));
    const headers = new Headers({ cookie: `a=%; ${former}=${value}; b="c=d"`, origin: "x" });
    expect(withSessionCookie(headers).get("cookie")).toBe(`a=%; ${present}=${value}; b="c=d"`);
    expect(withSessionCookie(headers).get("origin")).toBe("x");
    for (const cookie of [`a=b; ${present}=${value}`, "a", ""]) {
      expect(withSessionCookie(new Headers({ cookie })).get("cookie")).toBe(cookie);
    }
  });
});

test("processes at several ports with one secret know each other's sessions, over HTTP alone", async () => {
  const sibling = cookie("tandem-4000.session_token", signed("one"));
  const { sessionCookie, moved } = await at({});
  expect(sessionCookie([sibling])?.token).toBe("one");
  expect(moved([sibling])).toEqual([]);
  vi.resetModules();
  const secure = await at({ url: "https://tandem.example" });
  for (const name of ["tandem-4000.session_token", "tandem.session_token", "tandem-80.session_token"])
    expect(secure.sessionCookie([cookie(name, signed("one"))])).toBeUndefined();
});
