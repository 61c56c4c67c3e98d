import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { expect, signUp, test } from "@/e2e/fixtures";
import { jot, screen } from "@/e2e/screen";
import { freePort, start } from "@/e2e/server";

/** Counts what the router asks for, prefetches aside. */
function count(page: Page) {
  const asked = { router: 0, health: 0 };
  page.on("request", (request) => {
    const { rsc, "next-router-prefetch": ahead } = request.headers();
    if (rsc && !ahead) asked.router++;
    if (request.url().endsWith("/api/health")) asked.health++;
  });
  return asked;
}

test("while the server restarts the page says so, loses nothing, and goes on by itself", async ({ browser }) => {
  test.slow();
  const folder = await mkdtemp(join(tmpdir(), "tandem-outage-"));
  const port = await freePort();
  let server = await start(port, { DATA_DIR: folder });
  const context = await browser.newContext({ baseURL: server.url });
  try {
    await signUp(context, server.url);
    const page = await context.newPage();
    const { check, row, views, quickAdd } = screen(page);
    const away = page.getByRole("status").filter({ hasText: "Tandem can’t be reached" });
    await page.goto("/today");
    await jot(page, "Still here");
    await expect(check("Still here")).toBeEnabled();
    await page.waitForLoadState("networkidle");

    await server.stop("SIGKILL");
    await jot(page, "Written meanwhile");
    await expect(away).toBeVisible();
    await expect(row("Written meanwhile")).toBeVisible();
    await quickAdd.fill("Half of a thought");
    server = await start(port, { DATA_DIR: folder });
    await expect(check("Written meanwhile")).toBeEnabled({ timeout: 20_000 });
    await expect(away).toHaveCount(0);
    await expect(quickAdd).toHaveValue("Half of a thought");

    await server.stop("SIGKILL");
    const asked = count(page);
    await views.getByRole("link", { name: /^No date/ }).click();
    await expect(away).toBeVisible();
    await page.waitForTimeout(5_000);
    expect(asked.router).toBeLessThanOrEqual(2);
    expect(asked.health).toBeLessThanOrEqual(10);
    server = await start(port, { DATA_DIR: folder });
    await expect(page.getByRole("heading", { level: 1, name: "No date" })).toBeVisible({ timeout: 20_000 });
    await expect(page.getByRole("button", { name: "Add a task" })).toBeVisible({ timeout: 20_000 });
    await expect(away).toHaveCount(0);
  } finally {
    await context.close();
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
});

test("requests that fail while the server is well come ever more slowly", async ({ page, user: _ }) => {
  await page.goto("/today");
  await page.waitForLoadState("networkidle");
  const asked = count(page);
  await page.route("**/upcoming**", (route) => (route.request().headers().rsc ? route.abort() : route.fallback()));
  await screen(page)
    .views.getByRole("link", { name: /^Upcoming/ })
    .click();
  await page.waitForTimeout(5_000);
  expect(asked.router).toBeLessThanOrEqual(12);
  await page.unroute("**/upcoming**");
  await expect(page.getByText("Nothing coming up")).toBeVisible({ timeout: 20_000 });
});
