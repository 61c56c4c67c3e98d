import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import * as embedded from "@/db/embedded";
import { leave } from "@/db/embedded/guests";
import { servers } from "@/db/embedded/processes";

let root: string;
let dataDir: string;
const cluster = () => join(dataDir, "postgres", "cluster");

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "tandem-stopping-"));
  dataDir = join(root, "data");
  await embedded.ensure(dataDir);
  await embedded.stop(dataDir);
  leave(join(dataDir, "postgres", "guests"));
});
afterAll(() => rm(root, { recursive: true, force: true }));

/** A process, in a group of its own, that starts the server in `dir` and takes a second to end when it is told to, as ours do. */
function begin(dir: string): ChildProcess & { said: Promise<string> } {
  const program = `
    import * as embedded from "./db/embedded.ts";
    process.on("SIGTERM", () => setTimeout(() => process.exit(0), 1_000));
    await embedded.ensure(process.argv[1]).catch((error) => console.log(error.message));
    process.stdin.resume();`;
  const child = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "--eval", program, dir], {
    stdio: ["pipe", "pipe", "inherit"],
    detached: true,
  });
  return Object.assign(child, { said: text(child.stdout) });
}

/** Looks so often that no moment of a start is missed. */
async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await sleep(2);
}

/** The programs that still work on this folder. */
const left = (dir: string) =>
  execFileSync("ps", ["-ww", "-eo", "args"], { encoding: "utf8" })
    .split("\n")
    .filter((line) => line.includes(dir));

const signalGroup = ({ pid = 0 }: ChildProcess) => process.kill(-pid, "SIGTERM");

test("told to stop at any moment of a start, it ends quietly, and so does the server", async () => {
  for (const pause of [0, 15, 30, 60, 120, 240]) {
    const child = begin(dataDir);
    const ended = once(child, "exit");
    await until(() => existsSync(join(dataDir, "postgres", "guests", `${child.pid}`)));
    await sleep(pause);
    signalGroup(child);
    await ended;
    expect.soft(await child.said).toMatch(/^(Tandem is stopping\.\n)?$/);
    expect.soft(left(dataDir), `after ${pause} ms`).toEqual([]);
  }
});

test("a server that is told to stop while it starts is not called damaged, nor moved", async () => {
  const child = begin(dataDir);
  const ended = once(child, "exit");
  await until(() => existsSync(join(cluster(), "postmaster.pid")));
  for (const pid of await servers(cluster())) process.kill(pid, "SIGTERM");
  signalGroup(child);
  await ended;
  expect(await child.said).not.toMatch(/doesn’t start|Restore/);
  expect(left(dataDir)).toEqual([]);
});

test("told to stop while it makes a new cluster, it leaves nothing at work", async () => {
  const fresh = join(root, "fresh");
  const child = begin(fresh);
  const ended = once(child, "exit");
  await until(() => existsSync(fresh) && readdirSync(fresh).some((name) => name.startsWith("postgres.new-")));
  await sleep(100);
  signalGroup(child);
  await ended;
  expect(await child.said).not.toMatch(/doesn’t start|Restore/);
  expect(left(fresh)).toEqual([]);
});
