import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import * as embedded from "@/db/embedded";
import { openProxy } from "@/db/testing-proxy";
import { expect, signUp, test } from "@/e2e/fixtures";
import { freePort, start, startCommand } from "@/e2e/server";

const broken: Record<string, (folder: string) => Promise<unknown>> = {
  "has a secret of one letter": (folder) => writeFile(join(folder, "secret"), "x"),
  "has a database without a version": (folder) =>
    mkdir(join(folder, "postgres", "cluster", "base"), { recursive: true }),
};

for (const [what, breakIt] of Object.entries(broken))
  test(`a DATA_DIR that ${what} ends the start in one line that says what to do`, async () => {
    const folder = await mkdtemp(join(tmpdir(), "tandem-refused-"));
    await breakIt(folder);
    const port = await freePort();
    const child = spawn(process.execPath, startCommand, {
      env: { ...process.env, DATABASE_URL: "", NODE_ENV: "production", PORT: `${port}`, DATA_DIR: folder },
      stdio: ["ignore", "pipe", "pipe"],
    });
    const [said, [code]] = await Promise.all([text(child.stderr), once(child, "exit")]);
    expect(code).toBe(1);
    expect(said.trim().split("\n")).toHaveLength(1);
    expect(said).toMatch(/Restore the old one|Restore a backup/);
    await rm(folder, { recursive: true, force: true });
  });

test("a DATA_DIR that nothing can be created in ends the start in one line that says what to do", async () => {
  const child = spawn(process.execPath, startCommand, {
    env: {
      ...process.env,
      DATABASE_URL: "",
      NODE_ENV: "production",
      PORT: `${await freePort()}`,
      DATA_DIR: "/proc/nope",
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const [said, [code]] = await Promise.all([text(child.stderr), once(child, "exit")]);
  expect(code).toBe(1);
  expect(said).toMatch(/^DATA_DIR points to \/proc\/nope, [^\n]+ Set it to another folder\.\n$/);
});

test("a server that is started while the database is away says so, and works soon after it is back", async ({
  browser,
}) => {
  test.slow();
  const folder = await mkdtemp(join(tmpdir(), "tandem-later-"));
  const proxy = await openProxy(embedded.url(await embedded.ensure(folder)));
  const comeBack = proxy.leave();
  const port = await freePort();
  const settings = { DATA_DIR: folder, DATABASE_URL: proxy.url };
  const server = await start(port, settings, { until: "it answers" });
  try {
    expect((await fetch(`${server.url}/api/health`)).status).toBe(503);
    await comeBack();
    await expect.poll(async () => (await fetch(`${server.url}/api/health`)).status, { timeout: 60_000 }).toBe(200);
    const context = await browser.newContext({ baseURL: server.url });
    await signUp(context, server.url);
    expect((await context.request.get("/api/v1/tasks")).status()).toBe(200);
    await context.close();
  } finally {
    await server.stop();
    proxy.close();
    await embedded.stop(folder);
    await rm(folder, { recursive: true, force: true });
  }
});
