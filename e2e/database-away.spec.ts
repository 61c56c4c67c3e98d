import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { APIResponse, BrowserContext } from "@playwright/test";
import * as embedded from "@/db/embedded";
import { openProxy } from "@/db/testing-proxy";
import { expect, signUp, test } from "@/e2e/fixtures";
import { jot, say, screen } from "@/e2e/screen";
import { freePort, start } from "@/e2e/server";

/** In milliseconds: what people wait for at most, and what a busy machine may add. */
const SOON = 3_000 + 2_000;

/** What each door answers, all asked at once. */
async function ask({ request }: BrowserContext, origin: string): Promise<APIResponse[]> {
  const headers = { Origin: origin };
  const person = { name: "Bob", email: "bob@example.com", password: "plum-on-the-windowsill" };
  return Promise.all([
    request.get("/api/v1/tasks"),
    request.post("/api/v1/tasks", { headers, data: { title: "Never written" } }),
    request.post("/api/chat", { headers, data: { id: crypto.randomUUID(), message: {} } }),
    request.get("/settings/export"),
    request.post("/api/auth/sign-in/email", { headers, data: person }),
    request.post("/api/auth/sign-up/email", { headers, data: person }),
    request.post("/api/auth/sign-in/anonymous", { headers, data: {} }),
    request.get("/api/auth/get-session", { headers }),
  ]);
}

test.describe("the database goes away", () => {
  test.describe.configure({ mode: "default" }); // one server for both of them
  let folder: string;
  let proxy: Awaited<ReturnType<typeof openProxy>>;
  let server: Awaited<ReturnType<typeof start>>;
  test.beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "tandem-away-"));
    proxy = await openProxy(embedded.url(await embedded.ensure(folder)));
    server = await start(await freePort(), { DATA_DIR: folder, DATABASE_URL: proxy.url });
  });
  test.afterAll(async () => {
    await server.stop();
    proxy.close();
    await embedded.stop(folder);
    await rm(folder, { recursive: true, force: true });
  });

  for (const how of ["refuses", "falls silent"] as const)
    test(`and ${how}: every door says so within seconds, and all is back by itself`, async ({ browser }) => {
      test.slow();
      const context = await browser.newContext({ baseURL: server.url });
      await signUp(context, server.url);
      const page = await context.newPage();
      await page.goto("/today");
      await jot(page, "Still here");
      await expect(screen(page).check("Still here")).toBeEnabled();
      const talk = await context.newPage();
      await talk.goto("/chat");
      await say(talk, "What’s due today?");
      await talk.waitForLoadState("networkidle"); // what is read on the way shows the outage in place of the page

      const comeBack = how === "refuses" ? proxy.leave() : proxy.fallSilent();

      // A write and a message stay where they are, with a way to send them again.
      const refused = page.waitForResponse((answer) => "next-action" in answer.request().headers());
      await jot(page, "Written while it was away");
      await expect(screen(page).notice.getByText("can’t reach its database")).toBeVisible({ timeout: SOON });
      expect((await refused).status()).toBe(503);
      await screen(talk).composer.fill("add call mum tomorrow");
      await screen(talk).composer.press("Enter");
      await expect(talk.getByText("can’t reach its database").first()).toBeVisible({ timeout: SOON });

      const begun = Date.now();
      const answers = await ask(context, server.url);
      expect(Date.now() - begun).toBeLessThan(SOON);
      for (const answer of answers) {
        expect(answer.status(), answer.url()).toBe(503);
        expect(await answer.json()).toMatchObject({ detail: expect.stringContaining("can’t reach its database") });
      }
      expect((await context.request.get("/api/health")).status()).toBe(503);
      const lost = await context.newPage();
      await lost.goto("/today");
      await expect(lost.getByRole("heading", { name: "Can’t reach the database" })).toBeVisible({
        timeout: SOON,
      });

      await comeBack();
      expect((await context.request.get("/api/v1/tasks")).status()).toBe(200);
      await expect(screen(lost).row("Still here")).toBeVisible({ timeout: 20_000 });
      await screen(page).notice.getByRole("button", { name: "Retry" }).click();
      await expect(screen(page).check("Written while it was away")).toBeEnabled();
      await talk.getByRole("button", { name: "Retry" }).click();
      await expect(talk.getByText("Call mum").first()).toBeVisible();
      await lost.reload();
      await expect(screen(lost).row("Written while it was away")).toHaveCount(1);
      await context.close();
    });
});
