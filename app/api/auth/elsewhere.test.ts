import { expect, test, vi } from "vitest";
import { GET, POST } from "@/app/api/auth/[...all]/route";
import { PASSWORD, someone } from "@/auth/testing-browser";
import { ELSEWHERE, OUR_PAGE } from "@/auth/testing-page";
import { owned } from "@/db/testing-owned";

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

/** Asks Better Auth for something, in whatever browser has these cookies. */
function post(path: string, body: object, headers: Record<string, string>, cookie = "") {
  const text = JSON.stringify(body);
  const sent = {
    ...headers,
    "content-type": "application/json",
    "content-length": `${text.length}`,
    ...(cookie && { cookie }),
  };
  return POST(new Request(`http://tandem.test/api/auth/${path}`, { method: "POST", headers: sent, body: text }));
}

async function aSession() {
  const person = someone();
  await post("sign-up/email", person, OUR_PAGE);
  const answer = await post("sign-in/email", person, OUR_PAGE);
  const cookie = answer.headers.getSetCookie().map((line) => line.split(";")[0]);
  return { person, cookie: cookie.join("; "), userId: (await answer.json()).user.id as string };
}

test("no page of another site signs in, up or out, or changes anything of an account", async () => {
  const { person, cookie, userId } = await aSession();
  const before = await owned(userId);
  const asked = {
    "sign-in/email": person,
    "sign-in/anonymous": {},
    "sign-up/email": someone(),
    "sign-out": {},
    "change-password": { currentPassword: PASSWORD, newPassword: "four quite unrelated words" },
    "verify-password": { password: PASSWORD },
    "revoke-sessions": {},
    "request-password-reset": { email: person.email },
  };
  for (const headers of ELSEWHERE)
    for (const [path, body] of Object.entries(asked))
      for (const sent of ["", cookie]) {
        const answer = await post(path, body, headers, sent);
        expect(answer.status, `${path} ${JSON.stringify(headers)}`).toBe(403);
        expect(answer.headers.getSetCookie()).toEqual([]);
      }
  expect(await owned(userId)).toEqual(before);
});

test("a program that says nothing of where it is signs in, and needs our origin once it has a cookie", async () => {
  const { person, cookie } = await aSession();
  const { host } = OUR_PAGE;
  expect((await post("sign-in/email", person, { host })).status).toBe(200);
  expect((await post("sign-out", {}, { host }, cookie)).status).toBe(403);
  expect((await post("sign-out", {}, OUR_PAGE, cookie)).status).toBe(200);
});
