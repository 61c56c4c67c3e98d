import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";

const HOST = "tandem.example:3000";
const OWN = `http://${HOST}`;

beforeEach(() => vi.resetModules());
afterEach(() => vi.unstubAllEnvs());

async function ask(headers: Record<string, string>, method = "POST") {
  const { isCrossSite, isFromOurPage } = await import("@/auth/origin");
  const asked = { method, headers: new Headers({ host: HOST, ...headers }) };
  return { isCrossSite: isCrossSite(asked), isFromOurPage: isFromOurPage(asked) };
}

const ours = { isCrossSite: false, isFromOurPage: true };
const theirs = { isCrossSite: true, isFromOurPage: false };
const program = { isCrossSite: false, isFromOurPage: false };

test.each([
  [{ origin: OWN }, ours],
  [{ origin: OWN, "sec-fetch-site": "same-origin" }, ours],
  [{ "sec-fetch-site": "same-origin" }, ours],
  [{ origin: `https://${HOST}` }, ours],
  [{}, program],
  [{ "sec-fetch-site": "none" }, program],
  [{ origin: "https://evil.example" }, theirs],
  [{ origin: "https://evil.example", "x-forwarded-host": "evil.example" }, theirs],
  [{ origin: "https://evil.example", forwarded: "host=evil.example" }, theirs],
  [{ origin: "http://tandem.example" }, theirs],
  [{ origin: "http://tandem.example:3001" }, theirs],
  [{ origin: `http://${HOST}.evil.example` }, theirs],
  [{ origin: `http://evil.example#${HOST}` }, theirs],
  [{ origin: `http://user@${HOST}` }, theirs],
  [{ origin: `${OWN}/` }, theirs],
  [{ origin: `${OWN}/x@evil.example` }, theirs],
  [{ origin: OWN.toUpperCase() }, theirs],
  [{ origin: "null" }, theirs],
  [{ origin: "" }, theirs],
  [{ origin: "tandem.example:3000" }, theirs],
  [{ origin: `file://${HOST}` }, theirs],
  [{ origin: "http://[::1" }, theirs],
  [{ origin: `${OWN}, https://evil.example` }, theirs],
  [{ "sec-fetch-site": "cross-site" }, theirs],
  [{ "sec-fetch-site": "same-site" }, theirs],
  [{ origin: OWN, "sec-fetch-site": "cross-site" }, theirs],
  [{ origin: OWN, "sec-fetch-site": "same-site" }, theirs],
])("a POST with %j", async (headers, expected) => {
  expect(await ask(headers as Record<string, string>)).toEqual(expected);
});

test("what changes nothing may come from anywhere", async () => {
  for (const method of ["GET", "HEAD", "OPTIONS"])
    expect(await ask({ origin: "https://evil.example", "sec-fetch-site": "cross-site" }, method)).toEqual(ours);
});

describe("with the address that people type set", () => {
  beforeEach(() => vi.stubEnv("BETTER_AUTH_URL", "https://Tandem.example:443/"));

  test.each([
    ["https://tandem.example", ours],
    ["https://tandem.example:443", theirs], // no browser writes it so
    ["http://tandem.example", theirs],
    [OWN, theirs],
    ["https://evil.example", theirs],
  ])("%s", async (origin, expected) => {
    expect(await ask({ origin })).toEqual(expected);
  });
});

test("a port that every browser leaves out makes no difference", async () => {
  expect(await ask({ host: "tandem.example:80", origin: "http://tandem.example" })).toEqual(ours);
  expect(await ask({ host: "tandem.example", origin: "https://tandem.example" })).toEqual(ours);
});
