import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { afterEach, beforeEach, expect, test } from "vitest";
import * as embedded from "@/db/embedded";
import * as migrator from "@/db/migrator";
import { patiently } from "@/db/patience";

const ROUNDS = process.env.TANDEM_LONG ? 20 : 2;
const VICTIMS = ["server and app", "server", "app"] as const;
const PROCESSES = 2;
/** Answers that a round waits for before it kills, and the time that they may take in milliseconds. */
const ANSWERS = 20;
const PATIENCE = 60_000;

let folder: string;
let userId: string;
let writers: ChildProcess[];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "tandem-durable-"));
  writers = [];
  userId = await ask(async (client) => {
    await migrator.migrate({ client });
    const { rows } = await client.query("insert into users (name, email) values ('Ada', 'a@example.com') returning id");
    return rows[0].id;
  });
});

afterEach(async () => {
  await killWriters();
  await embedded.stop(join(folder, "data"));
  await rm(folder, { recursive: true, force: true });
});

test(`${ROUNDS} rounds of kill -9: nothing that was acknowledged is lost, nothing is there twice`, {
  timeout: (ROUNDS + 2) * PATIENCE,
}, async () => {
  await write("0");
  for (let round = 1; round <= ROUNDS; round++) {
    await answers(ANSWERS);
    const victim = VICTIMS[round % VICTIMS.length];
    if (victim !== "app") await killServer();
    if (victim !== "server") await killWriters();
    if (victim !== "server") await write(`${round}`);
  }
  await answers(ANSWERS);
  await killWriters();
  await write("last"); // settles what was under way
  await killWriters();

  const { tried, acknowledged } = await told();
  const rows = await ask(async (client) => (await client.query("select id, title from tasks")).rows);
  const titles = rows.map(({ title }) => title);
  expect(titles.length - new Set(titles).size, "tasks that are there twice").toBe(0);
  const kept = new Map(rows.map(({ title, id }) => [title, id]));
  expect(
    [...acknowledged].filter(([key, id]) => kept.get(key) !== id),
    "acknowledged and lost",
  ).toEqual([]);
  // What was never answered may be there, for it was asked for, and only that.
  expect(titles.filter((title) => !tried.has(title))).toEqual([]);
  expect(acknowledged.size).toBeGreaterThan(ROUNDS * ANSWERS);
  console.log(`${acknowledged.size} acknowledged over ${ROUNDS} kills, ${kept.size} kept`);
});

/** Starts the writing processes, which first settle what was tried without an answer, each a part of it. */
async function write(name: string): Promise<void> {
  const { tried, acknowledged } = await told();
  const unanswered = [...tried].filter((key) => !acknowledged.has(key));
  const started = Array.from({ length: PROCESSES }, async (_, n) => {
    const own = `${name}.${n}`;
    const part = unanswered.filter((_, at) => at % PROCESSES === n);
    const args = ["app/api/testing-writer.ts", userId, join(folder, `${own}.log`), own, ...part];
    const child = spawn(process.execPath, ["--import", "tsx", "--conditions=react-server", ...args], {
      env: { ...process.env, DATABASE_URL: "", DATA_DIR: join(folder, "data") },
      stdio: ["ignore", "pipe", "ignore"],
    });
    writers.push(child);
    await once(child.stdout, "data");
  });
  await Promise.all(started);
}

async function killWriters(): Promise<void> {
  const ended = writers.map((child) => child.exitCode ?? child.signalCode ?? once(child, "exit"));
  for (const child of writers) child.kill("SIGKILL");
  await Promise.all(ended);
  writers = [];
}

async function killServer(): Promise<void> {
  const pid = await readFile(join(folder, "data", "postgres", "cluster", "postmaster.pid"), "utf8");
  process.kill(Number.parseInt(pid, 10), "SIGKILL");
}

/** Waits until so many more are acknowledged. */
async function answers(more: number): Promise<void> {
  const wanted = (await told()).acknowledged.size + more;
  const deadline = Date.now() + PATIENCE;
  while ((await told()).acknowledged.size < wanted) {
    if (Date.now() > deadline) throw new Error("No more is acknowledged.");
    await pause(50);
  }
}

/** What stands in the logs: the keys that were tried, and the ids by the keys that were acknowledged. */
async function told() {
  const names = (await readdir(folder)).filter((name) => name.endsWith(".log"));
  const logs = await Promise.all(names.map((name) => readFile(join(folder, name), "utf8")));
  const lines = logs.flatMap((log) => log.split("\n").slice(0, -1)).map((line) => line.split(" "));
  const tried = new Set(lines.flatMap(([what, key = ""]) => (what === "try" ? [key] : [])));
  const acknowledged = new Map(lines.flatMap(([what, key = "", id]) => (what === "ack" ? [[key, id] as const] : [])));
  return { tried, acknowledged };
}

async function ask<T>(question: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = await patiently(async () => {
    const connection = new pg.Client(await embedded.ensure(join(folder, "data"))).on("error", () => {});
    await connection.connect();
    return connection;
  });
  try {
    return await question(client);
  } finally {
    await client.end();
  }
}
