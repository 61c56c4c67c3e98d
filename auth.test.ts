import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { currentUser, requireUser } from "@/auth";
import { auth } from "@/auth/better-auth";
import { db } from "@/db/client";
import { tags, taskTags } from "@/db/schema/tags";
import { tasks } from "@/db/schema/tasks";
import { rateLimits, sessions, users } from "@/db/schema/users";

const HERE = "http://localhost:3000";
const PASSWORD = "three unrelated words";

/** What the browser of the request being answered sent; `next/headers` reads it. */
let jar = new Map<string, string>();

vi.mock("next/headers", () => ({
  cookies: async () => ({
    get: (name: string) => (jar.has(name) ? { name, value: jar.get(name) } : undefined),
    set: (name: string, value: string) => jar.set(name, value),
  }),
  headers: async () => new Headers(),
}));

vi.mock("next/server", () => ({ connection: async () => {} }));

/** A browser that keeps its cookies. */
function browser() {
  const cookies = new Map<string, string>();
  return {
    cookies,
    async post(path: string, body: unknown, headers: Record<string, string> = {}) {
      const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
      const response = await auth().handler(
        new Request(`${HERE}/api/auth${path}`, {
          method: "POST",
          headers: {
            "content-type": "application/json",
            origin: HERE,
            host: "localhost:3000",
            ...(cookie && { cookie }),
            ...headers,
          },
          body: JSON.stringify(body),
        }),
      );
      for (const line of response.headers.getSetCookie()) {
        const [, name = "", value = ""] = line.match(/^([^=]+)=([^;]*)/) ?? [];
        if (value) cookies.set(name, value);
        else cookies.delete(name);
      }
      return response;
    },
    async who() {
      jar = new Map([...cookies].map(([name, value]) => [name, decodeURIComponent(value)]));
      return currentUser();
    },
  };
}

const someone = () => ({ name: "Ada Byron", email: `${randomUUID()}@example.com`, password: PASSWORD });

async function signedIn(person = someone()) {
  const visitor = browser();
  await visitor.post("/sign-up/email", person);
  const response = await visitor.post("/sign-in/email", person);
  expect(response.status).toBe(200);
  return { ...visitor, person };
}

beforeEach(() => db.delete(rateLimits));

describe("signing up", () => {
  test("makes an account with what the browser says about time and language, and signs nobody in", async () => {
    const visitor = browser();
    const person = {
      ...someone(),
      email: `${randomUUID()}@Example.com`,
      timeZone: "America/New_York",
      locale: "en-US",
    };
    const response = await visitor.post("/sign-up/email", person);
    expect(response.status).toBe(200);
    expect(await visitor.who()).toBeUndefined();
    expect((await visitor.post("/sign-in/email", person)).status).toBe(200);
    expect(await visitor.who()).toMatchObject({
      name: "Ada Byron",
      email: person.email.toLowerCase(),
      isAnonymous: false,
      timeZone: "America/New_York",
      locale: "en-US",
      weekStart: 1,
    });
  });

  test("falls back to UTC when the time zone is none", async () => {
    const { who } = await signedIn({ ...someone(), timeZone: "Mars/Olympus" } as ReturnType<typeof someone>);
    expect(await who()).toMatchObject({ timeZone: "UTC", locale: "en-GB" });
  });

  test("answers alike, and as late, when there is an account, which stays as it is", async () => {
    const { person } = await signedIn();
    const stranger = browser();
    const attempt = { ...person, name: "Mallory", password: "another fine password" };
    const [taken, takenAfter] = await timed(() => stranger.post("/sign-up/email", attempt));
    const fresh = { ...attempt, email: `${randomUUID()}@example.com` };
    const [free, freeAfter] = await timed(() => browser().post("/sign-up/email", fresh));

    expect(taken.status).toBe(free.status);
    expect([...taken.headers.keys()].sort()).toEqual([...free.headers.keys()].sort());
    expect((await taken.text()).replace(person.email, "")).toBe((await free.text()).replace(fresh.email, ""));
    expect(Math.min(takenAfter, freeAfter)).toBeGreaterThanOrEqual(390); // what hashing takes does not show

    expect((await stranger.post("/sign-in/email", attempt)).status).toBe(401);
    const owner = browser();
    expect((await owner.post("/sign-in/email", person)).status).toBe(200);
    expect(await owner.who()).toMatchObject({ name: "Ada Byron" });
  });

  test.each([
    ["too short", "k3J!f9sQ2"],
    ["one of the commonest", "basketball"],
    ["a common one with an ending", "football2024"],
    ["a common one in leet", "P@ssw0rd123"],
    ["repeats", "abcabcabcabc"],
    ["a walk over the keyboard", "1q2w3e4r5t6y"],
    ["the name", "hello byron hello"],
    ["too long", "long ".repeat(30)],
  ])("refuses a password that is %s", async (_, password) => {
    const response = await browser().post("/sign-up/email", { ...someone(), password });
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({ errors: [{ path: "password" }] });
  });

  test.each([
    ["name", { name: " " }],
    ["name", { name: "a".repeat(101) }],
    ["name", { name: "nul \0" }],
    ["name", { name: "half \ud800" }],
    ["name", { name: 7 }],
    ["email", { email: "ada" }],
    ["email", { email: `${"a".repeat(300)}@example.com` }],
    ["password", { password: "" }],
  ])("says so at the field when the %s cannot be kept", async (path, wrong) => {
    const response = await browser().post("/sign-up/email", { ...someone(), ...wrong });
    expect(response.status).toBe(422);
    expect((await response.json()).errors[0].path).toBe(path);
  });

  test("two at once make one account", async () => {
    const person = someone();
    const both = await Promise.all([
      browser().post("/sign-up/email", person),
      browser().post("/sign-up/email", person),
    ]);
    expect(both.map(({ status }) => status)).toEqual([200, 200]);
    expect(await db.$count(users, eq(users.email, person.email))).toBe(1);
  });
});

describe("signing in", () => {
  test("stops guessing at one account, there or not, and says when to come back", async () => {
    for (const { email } of [(await signedIn()).person, someone()]) {
      await db.delete(rateLimits);
      const visitor = browser();
      const guess = () => visitor.post("/sign-in/email", { email, password: "not the password" });
      const guesses = await Promise.all(Array.from({ length: 12 }, guess));
      expect(guesses.map(({ status }) => status).sort()).toEqual([...Array(10).fill(401), 429, 429]);
      const refused = await visitor.post("/sign-in/email", { email: email.toUpperCase(), password: PASSWORD });
      expect(refused.status).toBe(429);
      expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
      expect(Number(refused.headers.get("retry-after"))).toBeLessThanOrEqual(15 * 60);
    }
  });

  test("works with a stale cookie in the browser", async () => {
    const { person, cookies, ...visitor } = await signedIn();
    await db.delete(sessions);
    expect((await visitor.post("/sign-in/email", person)).status).toBe(200);
    expect(await visitor.who()).toMatchObject({ email: person.email });
  });

  test("from another origin is refused", async () => {
    const { person, ...visitor } = await signedIn();
    for (const origin of ["https://evil.example", "http://localhost:4000", "null"]) {
      expect((await visitor.post("/sign-in/email", person, { origin })).status).toBe(403);
      expect((await visitor.post("/sign-out", {}, { origin })).status).toBe(403);
      expect((await browser().post("/sign-in/email", person, { origin })).status).toBe(403);
      expect((await browser().post("/sign-up/email", someone(), { origin })).status).toBe(403);
      expect((await browser().post("/sign-in/anonymous", {}, { origin })).status).toBe(403);
    }
    const own = { origin: "http://127.0.0.1:3000", host: "127.0.0.1:3000" };
    expect((await visitor.post("/sign-in/email", person, own)).status).toBe(200);
  });
});

describe("a session", () => {
  test("ends at once when it is revoked", async () => {
    const { who } = await signedIn();
    const user = await who();
    await db.delete(sessions).where(eq(sessions.userId, user?.id ?? ""));
    expect(await who()).toBeUndefined();
    await expect(requireUser()).rejects.toThrow("NEXT_REDIRECT");
  });

  test("ends everywhere else when the password changes, whether asked to or not", async () => {
    const here = await signedIn();
    const there = browser();
    await there.post("/sign-in/email", here.person);
    const change = { currentPassword: PASSWORD, newPassword: "four quite unrelated words", revokeOtherSessions: false };
    expect((await here.post("/change-password", { ...change, newPassword: "basketball" })).status).toBe(422);
    expect((await here.post("/change-password", change)).status).toBe(200);
    expect(await here.who()).toBeDefined();
    expect(await there.who()).toBeUndefined();
    expect((await there.post("/sign-in/email", here.person)).status).toBe(401);
  });

  test("does not speak for a user who is deleted", async () => {
    const { who } = await signedIn();
    const user = await who();
    await db
      .update(users)
      .set({ deletedAt: new Date() })
      .where(eq(users.id, user?.id ?? ""));
    expect(await who()).toBeUndefined();
  });

  test("with a signature that is not ours speaks for nobody", async () => {
    const { cookies, who } = await signedIn();
    const [name = "", value = ""] = [...cookies][0] ?? [];
    cookies.set(name, value.replace(/\.[^.]*$/, ".AAAA"));
    expect(await who()).toBeUndefined();
  });

  test("lives on when it is used", async () => {
    const { who } = await signedIn();
    const user = await who();
    const row = eq(sessions.userId, user?.id ?? "");
    await db.update(sessions).set({ expiresAt: sql`now() + interval '2 days'` }).where(row);
    await who();
    const [session] = await db.select().from(sessions).where(row);
    expect(session?.expiresAt.getTime()).toBeGreaterThan(Date.now() + 50 * 24 * 60 * 60 * 1000);
  });
});

describe("a guest", () => {
  async function guest(place = {}) {
    const visitor = browser();
    expect((await visitor.post("/sign-in/anonymous", place)).status).toBe(200);
    const user = await visitor.who();
    if (!user) throw new Error("The guest is not signed in.");
    await db.insert(tasks).values({ userId: user.id, title: "Water the ferns", position: "a0" });
    return { ...visitor, user };
  }
  const titles = async (userId = "") =>
    (await db.select({ title: tasks.title }).from(tasks).where(eq(tasks.userId, userId)).orderBy(tasks.position)).map(
      (t) => t.title,
    );

  test("is in the time zone of the browser", async () => {
    const { user } = await guest({ timeZone: "Asia/Tokyo", locale: "ja-JP" });
    expect(user).toMatchObject({ isAnonymous: true, name: "Guest", timeZone: "Asia/Tokyo", locale: "ja-JP" });
  });

  test("who signs up is the same user, with everything still there, and the guest's session is over", async () => {
    const { user, cookies, ...visitor } = await guest();
    const before = new Map(cookies);
    const person = someone();
    await visitor.post("/sign-up/email", person);
    expect(await visitor.who()).toBeUndefined();
    expect((await visitor.post("/sign-in/email", person)).status).toBe(200);
    expect(await visitor.who()).toMatchObject({ id: user.id, email: person.email, isAnonymous: false });
    expect(await titles(user.id)).toEqual(["Water the ferns"]);
    expect([...before.values()]).not.toEqual([...cookies.values()]);
  });

  test("who signs up with a taken address stays a guest and loses nothing", async () => {
    const { person } = await signedIn();
    const { user, ...visitor } = await guest();
    const attempt = { ...person, password: "another fine password" };
    expect((await visitor.post("/sign-up/email", attempt)).status).toBe(200);
    expect((await visitor.post("/sign-in/email", attempt)).status).toBe(401);
    expect(await visitor.who()).toMatchObject({ id: user.id, isAnonymous: true });
    expect(await titles(user.id)).toEqual(["Water the ferns"]);
  });

  test("who signs in to an account brings everything along, and is gone", async () => {
    const owner = await signedIn();
    const account = await owner.who();
    const { user, ...visitor } = await guest();
    const mine = { userId: account?.id ?? "", name: "Home" };
    const theirs = { userId: user.id, name: "home" };
    const [ours] = await db.insert(tags).values(mine).returning();
    const [tag] = await db.insert(tags).values(theirs).returning();
    const [task] = await db.select().from(tasks).where(eq(tasks.userId, user.id));
    await db.insert(taskTags).values({ userId: user.id, taskId: task?.id ?? "", tagId: tag?.id ?? "" });

    expect((await visitor.post("/sign-in/email", owner.person)).status).toBe(200);
    expect(await visitor.who()).toMatchObject({ id: account?.id });
    expect(await titles(account?.id)).toEqual(["Water the ferns"]);
    const [link] = await db
      .select()
      .from(taskTags)
      .where(eq(taskTags.taskId, task?.id ?? ""));
    expect(link).toMatchObject({ userId: account?.id, tagId: ours?.id });
    expect(await db.$count(users, eq(users.id, user.id))).toBe(0);
  });
});

test("a forgotten password is set anew by the link in the log, once, and signs out everywhere", async () => {
  const log = vi.spyOn(console, "info").mockImplementation(() => {});
  const { person, ...visitor } = await signedIn();
  const known = await visitor.post("/request-password-reset", { email: person.email });
  const unknown = await browser().post("/request-password-reset", { email: someone().email });
  expect(await known.text()).toBe(await unknown.text());
  const token = String(log.mock.calls.flat().find((line) => String(line).includes(person.email))).split("token=")[1];
  log.mockRestore();

  const reset = (newPassword: string) => browser().post("/reset-password", { token, newPassword });
  expect((await reset(`my name is byron`)).status).toBe(422);
  expect((await reset("four quite unrelated words")).status).toBe(200);
  expect((await reset("five really quite unrelated words")).status).toBe(400);
  expect(await visitor.who()).toBeUndefined();
  expect((await visitor.post("/sign-in/email", { ...person, password: "four quite unrelated words" })).status).toBe(
    200,
  );
});

async function timed<T>(work: () => Promise<T>): Promise<[T, number]> {
  const start = performance.now();
  const result = await work();
  return [result, performance.now() - start];
}
