import type { APIResponse } from "@playwright/test";
import { day } from "@/e2e/days";
import { expect, test } from "@/e2e/fixtures";
import { pagesIn } from "@/e2e/pages";
import { screen } from "@/e2e/screen";

const NOWHERE = "0197a3c2-5a1e-7c3f-9a51-8a4f0e6f2b11";

/** What every answer has, of whatever kind. */
function expectHeaders(url: string, headers: Record<string, string>) {
  expect(headers, url).toMatchObject({
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": expect.stringContaining("camera=()"),
    "content-security-policy": expect.stringContaining("frame-ancestors 'none'"),
  });
  expect(headers, url).not.toHaveProperty("x-powered-by");
  expect(headers, "plain HTTP cannot promise TLS").not.toHaveProperty("strict-transport-security");
}

/** A page's policy: nothing inline but by a nonce or a hash. @returns its nonce. */
function expectStrict(url: string, policy = ""): string {
  expect(policy, url).not.toMatch(/unsafe-inline|unsafe-eval|\*|https?:/);
  expect(policy.length, url).toBeLessThan(2_000);
  const [, nonce = ""] = /script-src [^;]*'nonce-([A-Za-z0-9+/=]{20,})'/.exec(policy) ?? [];
  expect(nonce, url).not.toBe("");
  return nonce;
}

test("every page has a strict policy with a nonce of its own, and breaks it nowhere", async ({ page, user: _ }) => {
  test.slow();
  const tag = await (await page.request.post("/api/v1/tags", { data: { name: "home" } })).json();
  const dueDate = day();
  const task = await (
    await page.request.post("/api/v1/tasks", { data: { title: "Water the ferns", tags: ["home"], dueDate } })
  ).json();
  const chat = await (await page.request.post("/api/v1/conversations", { data: {} })).json();
  const ids: Record<string, string> = { "/tags/[id]": tag.id, "/chat/[id]": chat.id };
  const signedIn = [
    ...pagesIn("(app)").map((path) => path.replace("[id]", ids[path] ?? "")),
    `/today?task=${task.id}`,
    "/search?q=ferns",
    `/tags/${NOWHERE}`,
    `/chat/${NOWHERE}`,
    "/no-such-page",
    "/goodbye",
    "/welcome",
  ];
  const nonces = new Set<string>();
  const visit = async (path: string) => {
    const response = await page.goto(path);
    const headers = (await response?.allHeaders()) ?? {};
    expectHeaders(path, headers);
    nonces.add(expectStrict(path, headers["content-security-policy"]));
  };
  for (const path of signedIn) await visit(path);
  await page.context().clearCookies();
  const signedOut = [...pagesIn("(public)"), "/sign-in?cookies=off", "/reset?token=x", "/no-such-page"];
  for (const path of signedOut) await visit(path);
  expect(nonces.size).toBe(signedIn.length + signedOut.length);
});

test("what is no page has the headers too: routes, files, redirects and refusals", async ({
  page,
  request,
  serverURL,
}) => {
  await page.goto("/");
  const script = await page.locator("script[src]").first().getAttribute("src");
  const get = (path: string) => request.get(path, { maxRedirects: 0 });
  const answers: Array<[number, Promise<APIResponse>]> = [
    [200, get("/api/health")],
    [401, get("/api/v1/tasks")],
    [404, get("/api/v1/nothing")],
    [405, request.put("/api/v1/tasks")],
    [415, request.post("/api/auth/sign-in/email", { headers: { "content-type": "text/plain" }, data: "x" })],
    [413, request.post("/api/auth/sign-up/email", { data: { password: "x".repeat(100_000) } })],
    [400, get("/api/v1/tasks/%E0%A4%A")],
    [404, get("/_next/static/nothing.js")],
    [404, get("/_next/image?url=%2Ficon.svg&w=64&q=75")],
    [404, get("/_global-error")],
    [200, get(script ?? "")],
    [200, get("/favicon.ico")],
    [200, get("/icon.svg")],
    [200, get("/manifest.webmanifest")],
    [307, get("/today")],
    [308, get(`${serverURL}//evil.example//x`)],
    [308, get("/today/")],
    [303, get("/goodbye")],
    [307, get("/settings/export")],
    [405, request.fetch("/today", { method: "TRACE" })],
    [403, request.post("/today", { headers: { origin: "https://evil.example" }, form: { a: "b" } })],
  ];
  for (const [status, answer] of answers) {
    const response = await answer;
    expect(response.status(), response.url()).toBe(status);
    expectHeaders(response.url(), response.headers());
    expect(response.headers().location ?? "/", response.url()).toMatch(/^\/(?!\/)/);
  }
});

test("a script that someone brings into a page does not run", async ({ page, violations, user: _ }) => {
  await page.goto("/today");
  const ran = await page.evaluate(async () => {
    const refused: string[] = [];
    document.addEventListener("securitypolicyviolation", ({ effectiveDirective }) => refused.push(effectiveDirective));
    const script = document.createElement("script");
    script.textContent = "window.ran = 'inline'";
    document.body.append(script);
    document.body.insertAdjacentHTML("beforeend", '<img src="/nothing" onerror="window.ran = \'handler\'">');
    const foreign = document.createElement("script");
    foreign.src = "https://evil.example/x.js";
    document.body.append(foreign);
    await new Promise((resolve) => setTimeout(resolve, 500));
    return { ran: Reflect.get(window, "ran"), refused: refused.sort() };
  });
  expect(ran).toEqual({ ran: undefined, refused: ["script-src-attr", "script-src-elem", "script-src-elem"] });
  await expect(screen(page).quickAdd).toBeVisible();
  expect(violations.splice(0)).toHaveLength(3);
});
