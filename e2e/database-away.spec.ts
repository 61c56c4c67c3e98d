import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as embedded from "@/db/embedded";
import { openProxy } from "@/db/testing-proxy";
import { expect, signUp, test } from "@/e2e/fixtures";
import { jot, screen } from "@/e2e/screen";
import { freePort, start } from "@/e2e/server";

/** In milliseconds; longer than the three looks below take, each of which waits for a connection first. */
const OUTAGE = 25_000;

test("the database goes away: pages say so, health answers 503, and all is back without a restart", async ({
  browser,
}) => {
  test.slow();
  const folder = await mkdtemp(join(tmpdir(), "tandem-away-"));
  const proxy = await openProxy(embedded.url(await embedded.ensure(folder)));
  const server = await start(await freePort(), { DATA_DIR: folder, DATABASE_URL: proxy.url });
  const context = await browser.newContext({ baseURL: server.url });
  try {
    await signUp(context, server.url);
    const page = await context.newPage();
    await page.goto("/today");
    await jot(page, "Still here");
    await expect(screen(page).check("Still here")).toBeEnabled();

    const back = proxy.refuse(OUTAGE);
    proxy.cut();
    expect((await context.request.get("/api/health")).status()).toBe(503);
    const away = await context.request.get("/api/v1/tasks");
    expect(away.status()).toBe(503);
    expect(away.headers()["content-type"]).toContain("application/problem+json");
    await page.goto("/today");
    await expect(page.getByRole("heading", { name: "Tandem cannot reach its database" })).toBeVisible({
      timeout: 20_000,
    });

    await back;
    await page.getByRole("button", { name: "Try again" }).click();
    await expect(screen(page).row("Still here")).toBeVisible({ timeout: 20_000 });
    expect((await context.request.get("/api/health")).status()).toBe(200);
  } finally {
    await context.close();
    await server.stop();
    proxy.close();
    await embedded.stop(folder);
    await rm(folder, { recursive: true, force: true });
  }
});
