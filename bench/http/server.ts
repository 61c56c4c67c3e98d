import { spawn } from "node:child_process";
import { once } from "node:events";
import { performance } from "node:perf_hooks";
import { setTimeout as sleep } from "node:timers/promises";
import { run } from "@/bench/http/run";
import { freePort, startCommand } from "@/e2e/server";

/** In milliseconds. */
const GIVE_UP_AFTER = 30_000;

export type Server = Awaited<ReturnType<typeof start>>;

const NEXT = "node_modules/next/dist/bin/next";

/** Builds the app in this folder for production. */
export async function build(folder: string): Promise<void> {
  await run(process.execPath, [NEXT, "build", folder], { NODE_ENV: "production" });
  if (folder === ".") await run(process.execPath, ["server/note-inline-scripts.ts"]);
}

/** `npm start`'s command for Tandem; for another app Next's own server, with the same memory. */
const commandFor = (folder: string) =>
  folder === "."
    ? startCommand
    : [
        ...startCommand.slice(0, -1),
        NEXT,
        "start",
        "--experimental-next-config-strip-types",
        "--hostname",
        "127.0.0.1",
        folder,
      ];

/**
 * Starts the production build in a folder and waits until `path` is answered by 200.
 * @returns its origin, how long that took in milliseconds, what it holds of the memory in MB, and how to stop it.
 */
export async function start(folder: string, path: string, settings: Record<string, string>) {
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const began = performance.now();
  const child = spawn(process.execPath, commandFor(folder), {
    env: { ...process.env, NODE_ENV: "production", PORT: `${port}`, ...settings },
    stdio: ["ignore", "ignore", "inherit"],
  });
  const ended = once(child, "exit");
  while (!(await answers(origin + path))) {
    if (child.exitCode !== null || performance.now() - began > GIVE_UP_AFTER) {
      child.kill("SIGKILL");
      throw new Error(`${folder} does not answer at ${path}.`);
    }
    await sleep(10);
  }
  return {
    origin,
    readyAfter: performance.now() - began,
    resident: async () => Number(await run("ps", ["-o", "rss=", "-p", `${child.pid}`])) / 1024,
    async stop() {
      child.kill("SIGTERM");
      await ended;
    },
  };
}

async function answers(url: string): Promise<boolean> {
  const answer = await fetch(url, { signal: AbortSignal.timeout(2_000) }).catch(() => undefined);
  return answer?.status === 200;
}
