import { sql } from "drizzle-orm";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { browser, PASSWORD, signedIn, someone } from "@/auth/testing-browser";
import { db } from "@/db/client";
import { rateLimits, users } from "@/db/schema/users";
import * as tasks from "@/db/tasks";
import { aUser } from "@/db/testing";
import { aTask } from "@/db/testing-tasks";

beforeEach(() => db.delete(rateLimits));

const from = (network: string) => ({ "x-forwarded-for": network });
const shift = (seconds: number) =>
  db.execute(sql`update rate_limits set last_request = last_request - ${seconds * 1000}`);
const count = (answers: Response[], status: number) => answers.filter((answer) => answer.status === status).length;
const atOnce = (n: number, act: (n: number) => Promise<Response>) =>
  Promise.all(Array.from({ length: n }, (_, at) => act(at)));

describe("from one network", () => {
  const ways: Array<[string, () => unknown]> = [
    ["/sign-in/anonymous", () => ({})],
    ["/sign-up/email", () => ({ ...someone(), password: "too short" })], // whatever comes of it
  ];
  test.each(ways)(
    "%s is open sixty times a minute and six hundred times an hour, and to others as before",
    async (path, body) => {
      const come = (network = "198.51.100.1") => browser().post(path, body(), from(network));
      const answers = await atOnce(63, () => come());
      expect(count(answers, 429)).toBe(3);
      const refused = answers.find(({ status }) => status === 429);
      expect(Number(refused?.headers.get("retry-after"))).toBeLessThanOrEqual(60);
      expect(await refused?.text()).toContain("Too many attempts. Try again in a minute.");
      expect((await come("198.51.100.2")).status).not.toBe(429);

      await shift(60);
      expect((await come()).status).not.toBe(429);
      await shift(60);
      await db.execute(sql`update rate_limits set count = 600 where key like '%in 3600 s'`);
      const late = await come();
      expect(late.status).toBe(429);
      expect(Number(late.headers.get("retry-after"))).toBeGreaterThan(60);
    },
  );

  test("those who come do not take from those who sign in", async () => {
    const { person } = await signedIn();
    await atOnce(61, () => browser().post("/sign-in/anonymous", {}, from("198.51.100.1")));
    expect((await browser().post("/sign-in/email", person, from("198.51.100.1"))).status).toBe(200);
  });
});

test("a link to set a password anew is sent five times an hour, and to whoever asks more often nothing is said", async () => {
  const log = vi.spyOn(console, "info").mockImplementation(() => {});
  const { person } = await signedIn();
  const answers = await atOnce(8, () => browser().post("/request-password-reset", { email: person.email }));
  const unknown = await browser().post("/request-password-reset", { email: someone().email });
  expect(count(answers, 200)).toBe(8);
  const texts = await Promise.all([...answers, unknown].map((answer) => answer.text()));
  expect(new Set(texts).size).toBe(1);
  expect(log.mock.calls.flat().filter((line) => String(line).includes(person.email))).toHaveLength(5);
  log.mockRestore();
});

test("links are asked for sixty times an hour from one network, whose known browsers are not counted; each answer takes as long", async () => {
  const log = vi.spyOn(console, "info").mockImplementation(() => {});
  const { person, ...home } = await signedIn();
  const ask = (who = browser(), email = someone().email) => {
    const start = performance.now();
    const answer = who.post("/request-password-reset", { email }, from("198.51.100.1"));
    return answer.then((response) => ({ status: response.status, took: performance.now() - start }));
  };
  const answers = await Promise.all(Array.from({ length: 61 }, () => ask()));
  expect(answers.filter(({ status }) => status === 429)).toHaveLength(1);
  expect((await ask()).status).toBe(429);
  const known = await ask(browser(home.cookies), person.email);
  expect(known.status).toBe(200);
  const looked = [known, ...answers.filter(({ status }) => status === 200)];
  expect(Math.min(...looked.map(({ took }) => took))).toBeGreaterThan(390);
  log.mockRestore();
});

test("a browser that sends anything at all becomes a guest, or is told what is wrong", async () => {
  for (const body of [5, [], "text", null, { timeZone: 7 }]) {
    const { status } = await browser().post("/sign-in/anonymous", body);
    expect(status, JSON.stringify(body)).toBeLessThan(500);
  }
});

const LONG = Boolean(process.env.TANDEM_LONG);

test(`others read their lists while ${LONG ? 300 : 60} accounts are being made`, async () => {
  const ada = await aUser();
  for (let n = 0; n < 50; n++) await aTask(ada.id);
  const median = async (until: Promise<unknown>) => {
    const taken: number[] = [];
    let isOver = false;
    void until.finally(() => (isOver = true));
    while (!isOver || taken.length < 20) {
      const start = performance.now();
      await tasks.list(ada.id);
      taken.push(performance.now() - start);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    return taken.toSorted((a, b) => a - b)[Math.floor(taken.length / 2)] ?? 0;
  };
  await median(Promise.resolve());
  const idle = await median(new Promise((resolve) => setTimeout(resolve, 1_000)));
  const person = () => ({ ...someone(), password: PASSWORD });
  const crowd = atOnce(LONG ? 300 : 60, (n) =>
    browser().post("/sign-up/email", person(), from(`198.51.${n >> 8}.${n & 255}`)),
  );
  const busy = await median(crowd);
  const answers = await crowd;
  expect(count(answers, 200) + count(answers, 503)).toBe(answers.length);
  expect(count(answers, 200)).toBeGreaterThan(40);
  expect(await db.$count(users)).toBeGreaterThan(40);
  console.info(`A list takes ${idle.toFixed(1)} ms, and ${busy.toFixed(1)} ms during ${answers.length} sign-ups.`);
  expect(busy).toBeLessThan(10 * idle + 20);
});
