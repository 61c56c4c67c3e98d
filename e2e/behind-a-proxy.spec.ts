import { randomUUID } from "node:crypto";
import { type APIRequestContext, request as playwright } from "@playwright/test";
import { byName, call } from "@/e2e/actions";
import { expect, test } from "@/e2e/fixtures";
import { type Server, startFresh } from "@/e2e/server";

/*
 * The address that people type is https://tandem.example. A proxy there speaks to the server as Apache's mod_proxy does by default: with
 * the server's own address as Host, and what it was itself asked for in X-Forwarded-Host.
 */
const PUBLIC = "https://tandem.example";
const APACHE = {
  "x-forwarded-for": "203.0.113.9",
  "x-forwarded-host": "tandem.example",
  "x-forwarded-server": "web1.internal",
};
const person = { name: "Ada", email: `ada-${randomUUID()}@example.com`, password: "plum orchard lantern" };

test.describe.configure({ mode: "default" }); // one server for all of them

let server: Server;
test.beforeAll(async () => {
  server = await startFresh({ BETTER_AUTH_URL: PUBLIC, TRUSTED_PROXIES: "127.0.0.1" });
});
test.afterAll(async () => {
  await server.stop();
});

/** A browser's requests as they come out of the proxy; it sends its cookies itself, since they are for TLS alone. */
async function visitor(headers: Record<string, string> = APACHE) {
  const http = await playwright.newContext({ baseURL: server.url, extraHTTPHeaders: { origin: PUBLIC, ...headers } });
  const post = (path: string, data: object) => http.post(path, { data });
  await post("/api/auth/sign-up/email", person);
  const signedIn = await post("/api/auth/sign-in/email", person);
  expect(signedIn.status(), await signedIn.text()).toBe(200);
  const [set = ""] = signedIn
    .headersArray()
    .flatMap(({ name, value }) =>
      name.toLowerCase() === "set-cookie" && value.includes("session_token") ? [value] : [],
    );
  const cookie = set.split(";")[0] ?? "";
  return { http, set, cookie };
}

async function writes(http: APIRequestContext, headers: Record<string, string>) {
  const message = { id: randomUUID(), role: "user", parts: [{ type: "text", text: "add buy stamps" }] };
  const [add, chat, action] = [
    await http.post("/api/v1/tasks", { headers, data: { title: "Through the proxy" } }),
    await http.post("/api/chat", { headers, data: { id: randomUUID(), message } }),
    await call(http, byName("tasks add"), [randomUUID(), { tasks: [{ title: "By an action" }] }], headers),
  ];
  return [add.status(), chat.status(), action.status()];
}

test("behind Apache's defaults everything works, the assistant included", async () => {
  const { http, cookie } = await visitor();
  expect(await writes(http, { cookie })).toEqual([201, 200, 200]);
  const { items } = await (await http.get("/api/v1/tasks", { headers: { cookie } })).json();
  expect(items.map(({ title }: { title: string }) => title).sort()).toEqual([
    "Buy stamps",
    "By an action",
    "Through the proxy",
  ]);
  const page = await http.get("/today", { headers: { cookie }, maxRedirects: 0 });
  expect(page.status()).toBe(200);
  expect(page.headers()["strict-transport-security"]).toMatch(/^max-age=31536000\b/);
  // A proxy that says nothing at all, or passes on what a browser claims, is one too.
  for (const headers of [{ "x-forwarded-host": "" }, { "x-forwarded-host": "evil.example" }])
    expect(await writes(http, { cookie, ...headers })).toEqual([201, 200, 200]);
});

test("behind the proxy, too, no other site writes", async () => {
  const { http, cookie } = await visitor();
  for (const origin of ["https://evil.example", "http://tandem.example", server.url])
    for (const host of ["tandem.example", "evil.example"])
      expect(await writes(http, { cookie, origin, "x-forwarded-host": host })).toEqual([403, 403, 403]);
});

test("over TLS the session's cookie is for this host and TLS alone, and one from before it was goes on", async () => {
  const { http, set, cookie } = await visitor();
  expect(set).toMatch(/^__Host-tandem\.session_token=[^;]+; /);
  expect(set).toMatch(/; Path=\/(;|$)/);
  expect(set).toMatch(/; HttpOnly(;|$)/i);
  expect(set).toMatch(/; Secure(;|$)/i);
  expect(set).toMatch(/; SameSite=Lax(;|$)/i);
  expect(set).not.toMatch(/domain/i);

  const former = cookie.replace("__Host-", "__Secure-");
  expect((await http.get("/api/v1/tasks", { headers: { cookie: former } })).status()).toBe(200);
  const page = await http.get("/today", { headers: { cookie: former }, maxRedirects: 0 });
  expect(page.status()).toBe(200);
  const moved = page
    .headersArray()
    .filter(({ name }) => name.toLowerCase() === "set-cookie")
    .map(({ value }) => value);
  expect(moved).toContainEqual(
    expect.stringMatching(new RegExp(`^${cookie.replaceAll(/[.*+?^$()|]/g, "\\$&")};.*Max-Age=5184000`)),
  );
  expect(moved).toContainEqual(expect.stringMatching(/^__Secure-tandem\.session_token=;.*Max-Age=0/));
  const out = await http.post("/api/auth/sign-out", { headers: { cookie: former }, data: {} });
  expect(out.status()).toBe(200);
  expect((await http.get("/api/v1/tasks", { headers: { cookie } })).status()).toBe(401);
  expect((await http.get("/api/v1/tasks", { headers: { cookie: cookie.replace("__Host-", "") } })).status()).toBe(401);
});
