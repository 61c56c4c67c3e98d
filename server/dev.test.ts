import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { lives } from "@/db/embedded/processes";

test("npm run dev, told to stop, ends the database too", { timeout: 180_000 }, async () => {
  const folder = await mkdtemp(join(tmpdir(), "tandem-dev-"));
  const note = join(folder, "postgres/cluster/postmaster.pid");
  const env = { ...process.env, NODE_ENV: "development" as const, DATABASE_URL: "", DATA_DIR: folder, PORT: "0" };
  const child = spawn(process.execPath, ["server/dev.ts"], { env, detached: true, stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (said += chunk));
  const ended = once(child, "exit");
  await expect.poll(() => said, { timeout: 60_000 }).toMatch(/Local:\s+\S+/);
  const url = /Local:\s+(\S+)/.exec(said)?.[1];
  void fetch(`${url}/api/health`).catch(() => {});
  await expect.poll(() => existsSync(note) && said.includes("The database is ready"), { timeout: 90_000 }).toBe(true);
  const database = Number.parseInt(await readFile(note, "utf8"), 10);
  process.kill(-(child.pid ?? 0), "SIGINT");
  await ended;
  expect(lives(database)).toBe(false);
  await rm(folder, { recursive: true, force: true });
});
