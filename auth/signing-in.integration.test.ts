import { eq } from "drizzle-orm";
import { beforeEach, expect, test, vi } from "vitest";
import { browser, PASSWORD, signedIn, someone } from "@/auth/testing-browser";
import { db } from "@/db/client";
import { asNobody, currentRequest } from "@/db/request-context";
import { rateLimits, sessions } from "@/db/schema/users";

beforeEach(() => db.delete(rateLimits));

test("signing in works with a stale cookie in the browser", async () => {
  const { person, cookies, ...visitor } = await signedIn();
  await db.delete(sessions);
  expect((await visitor.post("/sign-in/email", person)).status).toBe(200);
  expect(await visitor.who()).toMatchObject({ email: person.email });
});

test("signing in ends the oldest sessions once there are a hundred", async () => {
  const { person, ...first } = await signedIn();
  const userId = (await first.who())?.id ?? "";
  const row = (n: number) => ({ userId, token: `token ${n}`, expiresAt: new Date(Date.now() + 60_000) });
  await db.insert(sessions).values(Array.from({ length: 99 }, (_, n) => row(n)));
  const latest = browser();
  expect((await latest.post("/sign-in/email", person)).status).toBe(200);
  expect(await db.$count(sessions, eq(sessions.userId, userId))).toBe(100);
  expect([await first.who(), await latest.who()]).toEqual([undefined, expect.objectContaining({ id: userId })]);
});

test("signing in from another origin is refused", async () => {
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

test("what Better Auth's own routes ask the database for counts as the user's who asks", async () => {
  const ada = await signedIn();
  const user = await ada.who();
  await asNobody(async () => {
    await browser().post("/verify-password", { password: PASSWORD });
    expect(currentRequest()?.userId).toBeUndefined();
    expect((await ada.post("/verify-password", { password: PASSWORD })).status).toBe(200);
    expect(currentRequest()?.userId).toBe(user?.id);
  });
});
