import { expect, test, vi } from "vitest";
import { GET, POST } from "@/app/api/auth/[...all]/route";
import { someone } from "@/auth/testing-browser";

vi.mock("next/headers", () => ({ cookies: async () => ({ getAll: () => [] }), headers: async () => new Headers() }));

const HERE = "http://localhost:3000";
const headers = { host: "localhost:3000", origin: HERE, "content-type": "application/json" };
const AWAY = [
  "https://evil.example",
  "//evil.example",
  "/.//evil.example/x",
  "/./\\evil.example",
  "/x/..//evil.example",
  "/%2e//evil.example",
  "/today/../..//evil.example",
  "/\t/evil.example",
  "/%09/evil.example",
  "/today/%2e%2e//evil.example",
  "javascript:alert(1)",
  "evil.example",
];

test.each(AWAY)("no route of Better Auth leads to %j", async (address) => {
  const query = ["callbackURL", "errorCallbackURL", "newUserCallbackURL", "redirectTo"].map((name) =>
    new URLSearchParams({ token: "x", [name]: address }).toString(),
  );
  for (const path of ["verify-email", "reset-password/x", "callback/x", "delete-user/callback"])
    for (const each of query) {
      const answer = await GET(new Request(`${HERE}/api/auth/${path}?${each}`, { headers }));
      expect(answer.status, `${path}?${each}`).toBe(422);
    }
  for (const name of ["callbackURL", "errorCallbackURL", "redirectTo"])
    for (const path of ["sign-in/email", "sign-up/email", "request-password-reset", "sign-in/anonymous"]) {
      const body = JSON.stringify({ ...someone(), [name]: address });
      const sent = { method: "POST", headers: { ...headers, "content-length": String(body.length) }, body };
      const answer = await POST(new Request(`${HERE}/api/auth/${path}`, sent));
      expect(answer.status, `${path} ${name}`).toBe(422);
      expect(await answer.json()).toMatchObject({ errors: [{ path: name }] });
    }
});

test.each(["/", "/today", "/tags/1?sort=due", "/reset"])("but to %s", async (address) => {
  const query = new URLSearchParams({ token: "x", callbackURL: address });
  const answer = await GET(new Request(`${HERE}/api/auth/verify-email?${query}`, { headers }));
  expect(answer.status).toBe(302);
  expect(new URL(answer.headers.get("location") ?? "", HERE).origin).toBe(HERE);
});
