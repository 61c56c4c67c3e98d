import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { browser, signedIn, someone } from "@/auth/testing-browser";
import { db } from "@/db/client";
import { rateLimits, users } from "@/db/schema/users";

beforeEach(() => db.delete(rateLimits));

test("signing up makes an account with what the browser says about time and language, and signs nobody in", async () => {
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

test("signing up falls back to UTC when the time zone is none", async () => {
  const { who } = await signedIn({ ...someone(), timeZone: "Mars/Olympus" } as ReturnType<typeof someone>);
  expect(await who()).toMatchObject({ timeZone: "UTC", locale: "en-GB" });
});

test("signing up answers alike, and as late, when there is an account, which stays as it is", async () => {
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
])("signing up refuses a password that is %s", async (_, password) => {
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
])("signing up says so at the field when the %s cannot be kept", async (path, wrong) => {
  const response = await browser().post("/sign-up/email", { ...someone(), ...wrong });
  expect(response.status).toBe(422);
  expect((await response.json()).errors[0].path).toBe(path);
});

test("signing up, two at once make one account", async () => {
  const person = someone();
  const both = await Promise.all([browser().post("/sign-up/email", person), browser().post("/sign-up/email", person)]);
  expect(both.map(({ status }) => status)).toEqual([200, 200]);
  expect(await db.$count(users, eq(users.email, person.email))).toBe(1);
});

async function timed<T>(work: () => Promise<T>): Promise<[T, number]> {
  const start = performance.now();
  const result = await work();
  return [result, performance.now() - start];
}
