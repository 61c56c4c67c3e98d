import { sql } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { browser, PASSWORD, signedIn, someone } from "@/auth/testing-browser";
import { db } from "@/db/client";
import { rateLimits } from "@/db/schema/users";

beforeEach(() => db.delete(rateLimits));

const from = (network: number | string) => ({
  "x-forwarded-for": typeof network === "string" ? network : `198.51.${network >> 8}.${network & 255}`,
});
const guess = (email: string, network: number | string, password = "not the password", who = browser()) =>
  who.post("/sign-in/email", { email, password }, from(network));
const statuses = async (answers: Array<Promise<Response>>) =>
  (await Promise.all(answers)).map(({ status }) => status).sort();
const times = <T>(n: number, act: (n: number) => T) => Array.from({ length: n }, (_, at) => act(at));
/** Moves all that was counted: into the past as if time went by, into the future as if the clock was set back since. */
const shift = (seconds: number) =>
  db.execute(sql`update rate_limits set last_request = last_request + ${seconds * 1000}`);
const MINUTES = 60;

/** An account that is there, and one that is not. */
const accounts = async () => [(await signedIn()).person.email, someone().email];

describe("strangers", () => {
  test("guess ten times at an account, there or not, from wherever; five of them from one network", async () => {
    for (const email of await accounts()) {
      expect(await statuses(times(8, () => guess(email, 1)))).toEqual([...Array(5).fill(401), ...Array(3).fill(429)]);
      const others = times(12, (n) => guess(n % 2 ? email : email.toUpperCase(), 2 + (n % 4)));
      expect(await statuses(others)).toEqual([...Array(5).fill(401), ...Array(7).fill(429)]);
    }
  });

  test("count as one network by the first 64 bits of an IPv6 address", async () => {
    const { email } = someone();
    const answers = times(6, (n) => guess(email, `2001:db8:1:2:${n}::1`));
    expect(await statuses(answers)).toEqual([...Array(5).fill(401), 429]);
    expect((await guess(email, "2001:db8:1:3::1")).status).toBe(401);
  });

  test("are told when to come back, and may then", async () => {
    const { email } = someone();
    await Promise.all(times(10, (n) => guess(email, n % 2)));
    const refused = await guess(email, 0, PASSWORD);
    expect(refused.status).toBe(429);
    expect((await refused.json()).message).toBe("Too many attempts. Try again in 15 minutes.");
    const seconds = Number(refused.headers.get("retry-after"));
    expect(seconds).toBeGreaterThan(0);
    expect(seconds).toBeLessThanOrEqual(15 * MINUTES);
    await shift(-15 * MINUTES);
    expect((await guess(email, 0)).status).toBe(401);
  });

  test("who were right have not guessed", async () => {
    const { person } = await signedIn();
    for (let n = 0; n < 12; n++) expect((await guess(person.email, 1, PASSWORD)).status).toBe(200);
    expect(await statuses(times(6, () => guess(person.email, 1)))).toEqual([...Array(5).fill(401), 429]);
  });

  test("are refused as late, and in the same words, whether they were looked at or not", async () => {
    for (const email of await accounts()) {
      await Promise.all(times(10, (n) => guess(email, n % 2)));
      const start = performance.now();
      const [late, blocked] = await Promise.all([guess(email, 7), guess(email, 0)]);
      expect(performance.now() - start).toBeGreaterThan(390);
      expect([late.status, blocked.status]).toEqual([429, 429]);
      const header = (response: Response) => [...response.headers].map(([name]) => name);
      expect(header(late)).toEqual(header(blocked));
      expect(await late.text()).toBe(await blocked.text());
    }
  });
});

describe("an owner whose account strangers guess at", () => {
  test("gets in from a network that has not guessed, which may be wrong once", async () => {
    const { person } = await signedIn();
    await Promise.all(times(10, (n) => guess(person.email, n % 2)));
    expect((await guess(person.email, 2, PASSWORD)).status).toBe(200);
    expect((await guess(person.email, 3)).status).toBe(429);
    expect((await guess(person.email, 3, PASSWORD)).status).toBe(429);
    expect((await guess(person.email, 2, PASSWORD)).status).toBe(200);
  });

  test("is guessed at a hundred times a day by those who come late", async () => {
    const { person } = await signedIn();
    await Promise.all(times(10, (n) => guess(person.email, n % 2)));
    await db.execute(sql`update rate_limits set count = 100 where key like 'late%'`);
    expect((await guess(person.email, 4)).status).toBe(429);
    await db.execute(sql`update rate_limits set count = 99 where key like 'late%'`);
    const answers = await Promise.all(times(4, (n) => guess(person.email, 10 + n)));
    expect(answers.map(({ status }) => status)).toEqual(Array(4).fill(429));
    const { rows } = await db.execute(sql`select count from rate_limits where key like 'late%'`);
    expect(rows).toEqual([{ count: 100 }]);
    expect((await guess(person.email, 20, PASSWORD)).status).toBe(429);
  });

  test("gets in with a browser that the account knows, signed out and from the very network", async () => {
    const { person, ...home } = await signedIn();
    await home.post("/sign-out", {});
    expect(await home.who()).toBeUndefined();
    await Promise.all(times(10, (n) => guess(person.email, n % 2)));
    expect((await guess(person.email, 0, PASSWORD, home)).status).toBe(200);
  });

  test("changes and confirms the password in a session, and signs in anew from it", async () => {
    const { person, ...home } = await signedIn();
    await Promise.all(times(10, (n) => guess(person.email, n % 2)));
    expect((await home.post("/verify-password", { password: PASSWORD }, from(0))).status).toBe(200);
    expect((await guess(person.email, 0, PASSWORD, home)).status).toBe(200);
    const change = { currentPassword: PASSWORD, newPassword: "four quite unrelated words" };
    expect((await home.post("/change-password", change, from(0))).status).toBe(200);
  });

  test("is not hindered by a flood from the same network at other accounts, nor by who signs up there", async () => {
    const { person, ...home } = await signedIn();
    await home.post("/sign-out", {});
    await Promise.all(times(6, () => guess(someone().email, 0)));
    await db.execute(sql`update rate_limits set count = 299 where key like 'guesses from 198.51.0.0%'`);
    expect(await statuses([guess(someone().email, 0), guess(someone().email, 0)])).toEqual([401, 429]);
    expect((await guess(person.email, 0, PASSWORD, home)).status).toBe(200);
  });
});

describe("who is known", () => {
  test("guesses ten times, and takes nothing from strangers", async () => {
    const { person, ...home } = await signedIn();
    await home.post("/sign-out", {});
    const guesses = times(12, () => guess(person.email, 0, "not the password", home));
    expect(await statuses(guesses)).toEqual([...Array(10).fill(401), 429, 429]);
    expect((await guess(person.email, 0, PASSWORD, home)).status).toBe(429);
    expect((await guess(person.email, 0, PASSWORD)).status).toBe(200);
    expect(await statuses(times(5, () => guess(person.email, 0)))).toEqual(Array(5).fill(401));
  });

  test("by a session guesses ten times there, and another session of the account ten times", async () => {
    const { person, ...home } = await signedIn();
    const office = browser();
    await office.post("/sign-in/email", person);
    for (const { post } of [home, office]) {
      const verified = times(6, () => post("/verify-password", { password: "not the password" }));
      const wrong = { currentPassword: "not the password", newPassword: "four quite unrelated words" };
      const changed = times(6, () => post("/change-password", wrong));
      expect(await statuses([...verified, ...changed])).toEqual([...Array(10).fill(400), 429, 429]);
    }
  });

  test("is not who has another's device cookie, a forged one, or one from before the password changed", async () => {
    const { person, ...home } = await signedIn();
    const [old, stranger, forger] = [browser(new Map(home.cookies)), await signedIn(), browser()];
    await stranger.post("/sign-out", {});
    const [name = "", value = ""] = [...home.cookies].find(([name]) => name.includes("device")) ?? [];
    expect(value).not.toContain(person.email);
    forger.cookies.set(name, `${value.split(".")[0]}.${"A".repeat(43)}`);
    const change = { currentPassword: PASSWORD, newPassword: "four quite unrelated words" };
    expect((await home.post("/change-password", change)).status).toBe(200);
    for (const who of [old, stranger, forger]) {
      await db.delete(rateLimits);
      await Promise.all(times(10, (n) => guess(person.email, n % 2)));
      expect((await guess(person.email, 0, change.newPassword, who)).status).toBe(429);
    }
    await home.post("/sign-out", {});
    expect((await guess(person.email, 0, change.newPassword, home)).status).toBe(200);
  });

  test("has a cookie for it that lasts 400 days and that no script can read", async () => {
    const { person } = await signedIn();
    const answer = await browser().post("/sign-in/email", person);
    const cookie = answer.headers.getSetCookie().find((line) => line.includes("device"));
    expect(cookie).toMatch(/; Max-Age=34560000\b/);
    expect(cookie).toMatch(/; HttpOnly\b/);
  });

  test("is known to several accounts by one browser", async () => {
    const [ada, grace, home] = [(await signedIn()).person, (await signedIn()).person, browser()];
    for (const person of [ada, grace, ada]) {
      await home.post("/sign-in/email", person);
      await home.post("/sign-out", {});
    }
    for (const { email } of [ada, grace]) {
      await Promise.all(times(10, (n) => guess(email, n % 2)));
      expect((await guess(email, 0, PASSWORD, home)).status).toBe(200);
      await home.post("/sign-out", {});
    }
  });
});

describe("a clock that is set back by a day", () => {
  test("locks nobody out for longer than the window, and lets nobody guess anew", async () => {
    const { email } = someone();
    await Promise.all(times(10, (n) => guess(email, n % 2)));
    await shift(24 * 60 * MINUTES);
    const refused = await guess(email, 0);
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get("retry-after"))).toBeLessThanOrEqual(15 * MINUTES);
    await shift(-15 * MINUTES);
    expect((await guess(email, 0)).status).toBe(401);
  });

  test("leaves what was counted counted where there is room", async () => {
    const { email } = someone();
    await Promise.all(times(3, () => guess(email, 0)));
    await shift(24 * 60 * MINUTES);
    expect(await statuses(times(4, () => guess(email, 0)))).toEqual([401, 401, 429, 429]);
    await shift(-15 * MINUTES);
    expect((await guess(email, 0)).status).toBe(401);
  });
});
