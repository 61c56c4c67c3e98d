import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { networkInterfaces, tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { BrowserContext } from "@playwright/test";
import { serve } from "@/assistant/testing/openai-server";
import { lives } from "@/db/embedded/processes";
import { expect, signUp, test } from "@/e2e/fixtures";
import { freePort, type Server, start, startCommand } from "@/e2e/server";

/** Runs the start command to its end. */
async function run(settings: Record<string, string>, cwd = process.cwd()) {
  const command = startCommand.map((part) => (part.endsWith(".ts") ? resolve(part) : part));
  const child = spawn(process.execPath, command, { cwd, env: { ...process.env, ...settings } });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (output += chunk));
  const [code] = await once(child, "close");
  return { code, output };
}

/** Not the one that a server listens at by default. */
const elsewhere =
  Object.values(networkInterfaces())
    .flat()
    .find((address) => address?.family === "IPv4" && !address.internal)?.address ?? "127.0.0.2";

test("what is wrong with the environment is said in one line each, and nothing is started", async () => {
  const taken = createServer().listen(0, "127.0.0.1");
  await once(taken, "listening");
  const { port } = taken.address() as { port: number };
  const folder = await mkdtemp(join(tmpdir(), "tandem-start-"));
  const wrong: Array<[Record<string, string>, RegExp, string?]> = [
    [{ PORT: "abc" }, /^PORT must be a whole number from 0 to 65535\.\n$/],
    [{ PORT: "70000", TRUSTED_PROXIES: "proxy" }, /^PORT must be [^\n]+\nTRUSTED_PROXIES must be [^\n]+\n$/],
    [{ DATABASE_URL: "mysql://root:hush@db/x" }, /^DATABASE_URL must be [^\n]+\n$/],
    [{ BETTER_AUTH_URL: "tandem.example.com" }, /^BETTER_AUTH_URL must be [^\n]+\n$/],
    [{ PORT: String(port) }, new RegExp(`^Port ${port} is in use\\. [^\\n]+\\n$`)],
    [{ HOST: "192.0.2.1" }, /^HOST must be an address of this machine[^\n]+\n$/],
    [{}, /^There’s no build yet\. Run npm run build first\.\n$/, folder],
  ];
  for (const [settings, words, cwd] of wrong) {
    const { code, output } = await run({ PORT: "0", DATABASE_URL: "", DATA_DIR: folder, ...settings }, cwd);
    expect(output).toMatch(words);
    expect(output).not.toContain("hush");
    expect(code).toBe(1);
  }
  expect(existsSync(join(folder, "postgres"))).toBe(false);
  taken.close();
  await rm(folder, { recursive: true });
});

test.describe("a server of its own", () => {
  let folder: string;
  let server: Server;
  let context: BrowserContext;
  let model: Awaited<ReturnType<typeof serve>>;
  test.beforeEach(async ({ browser }) => {
    folder = await mkdtemp(join(tmpdir(), "tandem-stop-"));
    model = await serve([{ text: "I am thinking", hangs: true }]);
    const settings = { DATA_DIR: folder, AI_MODEL: "openai/gpt-5", OPENAI_API_KEY: "x", OPENAI_BASE_URL: model.url };
    server = await start(await freePort(), settings);
    context = await browser.newContext({ baseURL: server.url });
    await signUp(context, server.url);
  });
  test.afterEach(async () => {
    await context.close();
    await server.stop("SIGKILL");
    await model.close();
    await rm(folder, { recursive: true, force: true });
  });
  const postmaster = async () =>
    Number((await readFile(join(folder, "postgres/cluster/postmaster.pid"), "utf8")).split("\n")[0]);

  test("listens to this machine alone, unless it is told otherwise", async () => {
    const { port } = new URL(server.url);
    await expect(fetch(`http://${elsewhere}:${port}/api/health`)).rejects.toThrow();
    const settings = { DATA_DIR: folder, HOST: "0.0.0.0", TRUSTED_PROXIES: "10.0.0.1" };
    const open = await start(await freePort(), settings);
    const answer = await fetch(`http://${elsewhere}:${new URL(open.url).port}/api/health`);
    await open.stop();
    expect(answer.status).toBe(200);
    expect(open.said()).toContain("BETTER_AUTH_URL isn’t set. Set it to the address people type");
  });

  test("told to stop under load, it finishes what it has begun and leaves nothing running", async () => {
    const database = await postmaster();
    const titles = Array.from({ length: 60 }, (_, n) => `Task ${n}`);
    const send = async (title: string) => {
      const answer = await context.request.post("/api/v1/tasks", { data: { title }, timeout: 20_000 });
      return answer.status();
    };
    await send("The first");
    const sent = titles.map((title) => send(title).catch(() => "refused" as const));
    await sleep(30);
    const ended = once(server.process, "exit");
    server.process.kill("SIGTERM");
    const answers = await Promise.all(sent);
    expect(answers.filter((status) => status !== 201 && status !== "refused")).toEqual([]);
    expect(answers).toContain(201);
    await ended;
    expect(server.process.exitCode).toBe(0);
    expect(lives(database)).toBe(false);

    server = await start(Number(new URL(server.url).port), { DATA_DIR: folder });
    const { items } = await (await context.request.get("/api/v1/tasks?limit=200")).json();
    expect(items).toHaveLength(1 + answers.filter((status) => status === 201).length);
  });

  test("told to stop while the assistant answers, it keeps what was said and ends in time", async () => {
    test.slow();
    const id = randomUUID();
    const message = { id: randomUUID(), role: "user", parts: [{ type: "text", text: "What is next?" }] };
    const reply = context.request.post("/api/chat", { data: { id, message }, timeout: 40_000 });
    await expect.poll(() => model.requests.length).toBeGreaterThan(0);
    const began = Date.now();
    const ended = once(server.process, "exit");
    server.process.kill("SIGTERM");
    expect(await (await reply).text()).toContain('"type":"finish"');
    await ended;
    expect(Date.now() - began).toBeLessThan(20_000);

    server = await start(Number(new URL(server.url).port), { DATA_DIR: folder });
    const { messages } = await (await context.request.get(`/api/v1/conversations/${id}`)).json();
    expect(messages.at(-1)).toMatchObject({ role: "assistant", metadata: { state: "stopped" } });
  });

  test("told once more, it ends at once, and so does its database", async () => {
    const database = await postmaster();
    const message = { id: randomUUID(), role: "user", parts: [{ type: "text", text: "What is next?" }] };
    const reply = context.request.post("/api/chat", { data: { id: randomUUID(), message } }).catch(() => undefined);
    await expect.poll(() => model.requests.length).toBeGreaterThan(0);
    const ended = once(server.process, "exit");
    server.process.kill("SIGTERM");
    await sleep(1_500);
    server.process.kill("SIGTERM");
    await ended;
    expect(server.process.exitCode).toBe(143);
    expect(lives(database)).toBe(false);
    await reply;
  });
});

test("npm, told to stop, leaves nothing running", async () => {
  const folder = await mkdtemp(join(tmpdir(), "tandem-npm-"));
  const port = await freePort();
  const env = { ...process.env, DATABASE_URL: "", PORT: String(port), DATA_DIR: folder };
  const npm = spawn("npm", ["start"], { env, stdio: "ignore" });
  const isUp = () =>
    fetch(`http://localhost:${port}/api/health`).then(
      ({ ok }) => ok,
      () => false,
    );
  await expect.poll(isUp, { timeout: 60_000 }).toBe(true);
  npm.kill("SIGTERM");
  await expect.poll(isUp).toBe(false);
  await expect.poll(() => existsSync(join(folder, "postgres/cluster/postmaster.pid")), { timeout: 20_000 }).toBe(false);
  await rm(folder, { recursive: true, force: true });
});
