import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { APIRequestContext, APIResponse, Browser } from "@playwright/test";
import { expect, signUp, test } from "@/e2e/fixtures";
import { freePort, type Server, start } from "@/e2e/server";

/*
 * Four processes on one data directory, and so on one embedded server, as behind a load balancer. One browser's cookies go to all of
 * them: a cookie knows no ports.
 */
test.describe.configure({ mode: "serial" });

let folder: string;
let servers: Server[];
test.beforeAll(async () => {
  test.slow();
  folder = await mkdtemp(join(tmpdir(), "tandem-four-"));
  servers = await Promise.all([1, 2, 3, 4].map(async () => start(await freePort(), { DATA_DIR: folder })));
});
test.afterAll(async () => {
  await Promise.all(servers.map((server) => server.stop()));
  const isRunning = existsSync(join(folder, "postgres/cluster/postmaster.pid"));
  await rm(folder, { recursive: true, force: true });
  expect(isRunning, "the last to leave stops the database").toBe(false);
});

const at = (n: number, path: string) => `${servers[n % servers.length]?.url}${path}`;
const signed = (n: number) => ({ Origin: at(n, "") });
/** Sent at the same moment, by turns to each of the processes. */
const atOnce = (times: number, send: (n: number) => Promise<APIResponse>) =>
  Promise.all(Array.from({ length: times }, (_, n) => send(n)));
const count = (answers: APIResponse[], status: number) => answers.filter((answer) => answer.status() === status).length;

/** A user, signed in at the first. */
async function visitor(browser: Browser) {
  const context = await browser.newContext({ baseURL: at(0, "") });
  return { context, ...(await signUp(context, at(0, ""))) };
}

async function add(http: APIRequestContext, n: number, title: string) {
  const answer = await http.post(at(n, "/api/v1/tasks"), { data: { title } });
  expect(answer.status(), await answer.text()).toBe(201);
  return answer.json();
}
const titles = async (http: APIRequestContext, n: number) =>
  (await (await http.get(at(n, "/api/v1/tasks"))).json()).items.map(({ title }: { title: string }) => title);

test("who signs in at one is known at all, and who signs out at one is gone from all", async ({ browser }) => {
  const { context } = await visitor(browser);
  const http = context.request;
  const { cookies } = await context.storageState();
  expect(count(await atOnce(4, (n) => http.get(at(n, "/api/v1/tasks"))), 200)).toBe(4);
  expect((await http.post(at(1, "/api/auth/sign-out"), { headers: signed(1), data: {} })).ok()).toBe(true);
  await context.addCookies(cookies); // a browser that kept its cookie all the same
  expect(count(await atOnce(4, (n) => http.get(at(n, "/api/v1/tasks"))), 401)).toBe(4);
});

test("twenty posts with one Idempotency-Key make one task", async ({ browser }) => {
  const { context } = await visitor(browser);
  const http = context.request;
  const headers = { "Idempotency-Key": randomUUID() };
  const made = await atOnce(20, (n) => http.post(at(n, "/api/v1/tasks"), { headers, data: { title: "Once" } }));
  expect(count(made, 201)).toBe(20);
  expect(new Set(await Promise.all(made.map(async (answer) => (await answer.json()).id))).size).toBe(1);
  expect(await titles(http, 1)).toEqual(["Once"]);
});

test("of eight changes to one version one is made, and the others are shown it", async ({ browser }) => {
  const { context } = await visitor(browser);
  const http = context.request;
  const { id, version } = await add(http, 0, "Contested");
  const changed = await atOnce(8, (n) =>
    http.patch(at(n, `/api/v1/tasks/${id}`), { data: { version, title: `Title ${n}` } }),
  );
  expect([count(changed, 200), count(changed, 409)]).toEqual([1, 7]);
  const bodies = await Promise.all(changed.map((answer) => answer.json()));
  const [title] = await titles(http, 3);
  for (const { current = {}, ...body } of bodies) expect([body.title, current.title]).toContain(title);
});

test("ten guesses at a password are ten at all of them together", async ({ browser }) => {
  const { context, email } = await visitor(browser);
  const guesses = await atOnce(24, (n) =>
    context.request.post(at(n, "/api/auth/sign-in/email"), {
      headers: signed(n),
      data: { email, password: `not-this-one-${n}` },
    }),
  );
  expect([count(guesses, 401), count(guesses, 429)]).toEqual([10, 14]);
});

test("a question that reaches all of them is answered by one, and what it asks back counts once", async ({
  browser,
}) => {
  const { context } = await visitor(browser);
  const http = context.request;
  const conversation = randomUUID();
  const say = (n: number, message: object) => http.post(at(n, "/api/chat"), { data: { id: conversation, message } });
  const question = (text: string) => ({ id: randomUUID(), role: "user", parts: [{ type: "text", text }] });
  const spoken = async (n: number) =>
    (await (await http.get(at(n, `/api/v1/conversations/${conversation}`))).json()).messages;
  const allowed = (answers: APIResponse[]) => expect(count(answers, 200) + count(answers, 409)).toBe(answers.length);

  const adding = question("Add buy milk");
  allowed(await atOnce(4, (n) => say(n, adding)));
  await expect.poll(() => titles(http, 2)).toEqual(["Buy milk"]);
  await expect.poll(async () => (await spoken(3)).at(-1).metadata.state).toBe("done");
  expect(await spoken(3)).toHaveLength(2);

  expect((await say(1, question("Delete buy milk"))).status()).toBe(200);
  await expect.poll(async () => (await spoken(2)).at(-1).metadata.state).toBe("waiting");
  const { id, role, parts } = (await spoken(2)).at(-1);
  type Part = { approval?: { id: string } };
  const answer = {
    id,
    role,
    parts: parts
      .filter((part: Part) => part.approval)
      .map((part: Part) => ({
        ...part,
        state: "approval-responded",
        approval: { id: part.approval?.id, approved: true },
      })),
  };
  const approved = await atOnce(4, (n) => say(n, answer));
  expect([count(approved, 200), count(approved, 409)]).toEqual([1, 3]);
  await expect.poll(() => titles(http, 3)).toEqual([]);
});

test("when one is stopped the others go on, on the database that it may have started", async ({ browser }) => {
  const { context } = await visitor(browser);
  await add(context.request, 2, "Still here");
  await servers[0]?.stop();
  for (const n of [1, 2, 3]) expect(await titles(context.request, n)).toEqual(["Still here"]);
});
