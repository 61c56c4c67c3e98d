import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, signUp, test } from "@/e2e/fixtures";
import { jot, say, screen } from "@/e2e/screen";
import { freePort, start } from "@/e2e/server";

test("server and database are killed between two steps, and all is there", async ({ browser }) => {
  test.slow();
  const folder = await mkdtemp(join(tmpdir(), "tandem-kill-"));
  const port = await freePort();
  let server = await start(port, { DATA_DIR: folder });
  const context = await browser.newContext({ baseURL: server.url });
  try {
    await signUp(context, server.url);
    const page = await context.newPage();
    await page.goto("/today");
    await jot(page, "Written before the crash");
    await expect(screen(page).check("Written before the crash")).toBeEnabled();

    const postmaster = Number((await readFile(join(folder, "postgres/cluster/postmaster.pid"), "utf8")).split("\n")[0]);
    process.kill(postmaster, "SIGKILL");
    await server.stop("SIGKILL");
    server = await start(port, { DATA_DIR: folder });

    await page.goto("/chat");
    await say(page, "add written after the crash today");
    await page.goto("/today");
    await expect(screen(page).row("Written before the crash")).toBeVisible();
    await expect(screen(page).row("Written after the crash")).toBeVisible();

    // The database alone: the next question finds it again.
    const again = Number((await readFile(join(folder, "postgres/cluster/postmaster.pid"), "utf8")).split("\n")[0]);
    process.kill(again, "SIGKILL");
    await expect(async () => {
      await page.goto("/tasks");
      await expect(screen(page).row("Written after the crash")).toBeVisible({ timeout: 2_000 });
    }).toPass();
  } finally {
    await context.close();
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
});
