import { eq, sql } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { browser, PASSWORD, signedIn } from "@/auth/testing-browser";
import { db } from "@/db/client";
import * as pace from "@/db/pace";
import { rateLimits, sessions, users } from "@/db/schema/users";

beforeEach(() => db.delete(rateLimits));

test("a session ends at once when it is revoked", async () => {
  const { who, required } = await signedIn();
  const user = await required();
  await db.delete(sessions).where(eq(sessions.userId, user.id));
  expect(await who()).toBeUndefined();
  await expect(required()).rejects.toThrow("NEXT_REDIRECT");
});

test("a session ends everywhere else when the password changes, whether asked to or not", async () => {
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

test("a session does not speak for a user who is deleted", async () => {
  const { who } = await signedIn();
  const user = await who();
  await db
    .update(users)
    .set({ deletedAt: new Date() })
    .where(eq(users.id, user?.id ?? ""));
  expect(await who()).toBeUndefined();
});

test("a session with a signature that is not ours speaks for nobody", async () => {
  const { cookies, who } = await signedIn();
  const [name = "", value = ""] = [...cookies][0] ?? [];
  cookies.set(name, value.replace(/\.[^.]*$/, ".AAAA"));
  expect(await who()).toBeUndefined();
});

test("whoever asks too often in a minute is not answered, by whatever door", async () => {
  const { who, required, post } = await signedIn();
  const user = await who();
  for (let n = 0; n < 6_000; n++) {
    try {
      pace.request(user?.id ?? "");
    } catch {
      break;
    }
  }
  await expect(who()).rejects.toMatchObject({ digest: "limited" });
  await expect(required()).rejects.toMatchObject({ digest: "limited" });
  const answer = await post("/verify-password", { password: PASSWORD });
  expect(answer.status).toBe(429);
  expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(0);
  const other = await signedIn();
  expect(await other.who()).toBeDefined();
});

test("a session lives on when it is used", async () => {
  const { who } = await signedIn();
  const user = await who();
  const row = eq(sessions.userId, user?.id ?? "");
  await db.update(sessions).set({ expiresAt: sql`now() + interval '2 days'` }).where(row);
  await who();
  const [session] = await db.select().from(sessions).where(row);
  expect(session?.expiresAt.getTime()).toBeGreaterThan(Date.now() + 50 * 24 * 60 * 60 * 1000);
});
