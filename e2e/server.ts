import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import packageJson from "../package.json" with { type: "json" };

/** What `npm start` gives to Node. */
export const startCommand = packageJson.scripts.start.split(" ").slice(1);

/** A free port on loopback. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (!address || typeof address === "string") throw new Error("No free port on loopback.");
  return address.port;
}

/** `said` is what it has printed, the last of it. */
export type Server = {
  url: string;
  process: ChildProcess;
  said: () => string;
  stop(signal?: NodeJS.Signals): Promise<void>;
};

/** How far a server has to be: it answers at all, or its database does too. */
type Until = "it answers" | "it is healthy";

async function isThere(url: string, until: Until): Promise<boolean> {
  const answer = await fetch(`${url}/api/health`, { signal: AbortSignal.timeout(3_000) }).catch(() => undefined);
  return until === "it answers" ? answer !== undefined : (answer?.ok ?? false);
}

/**
 * Starts the production build on a port and a data directory, and waits until it is healthy.
 * @param settings environment variables, over this process's own.
 * @throws when it ends, or is not healthy within a minute; its output is in the message.
 */
export async function start(
  port: number,
  settings: Record<string, string>,
  { until = "it is healthy" }: { until?: Until } = {},
): Promise<Server> {
  const url = `http://localhost:${port}`;
  const child = spawn(process.execPath, startCommand, {
    env: { ...process.env, DATABASE_URL: "", AI_MODEL: "", NODE_ENV: "production", PORT: String(port), ...settings },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (chunk) => (output = (output + chunk).slice(-20_000)));
  const ended = once(child, "exit");
  const deadline = Date.now() + 60_000;
  while (!(await isThere(url, until))) {
    if (child.exitCode !== null || Date.now() > deadline) {
      child.kill("SIGKILL");
      throw new Error(`The app did not become healthy on ${url}.\n${output}`);
    }
    await wait(100);
  }
  return {
    url,
    process: child,
    said: () => output,
    async stop(signal = "SIGTERM") {
      if (child.exitCode === null && child.signalCode === null) child.kill(signal);
      await ended;
    },
  };
}

/** Starts a server on a port and a data directory of its own, which goes when it stops. */
export async function startFresh(settings: Record<string, string> = {}): Promise<Server & { folder: string }> {
  const folder = await mkdtemp(join(tmpdir(), "tandem-e2e-"));
  const server = await start(await freePort(), { DATA_DIR: folder, ...settings });
  return {
    ...server,
    folder,
    async stop(signal) {
      await server.stop(signal);
      await rm(folder, { recursive: true, force: true });
    },
  };
}
