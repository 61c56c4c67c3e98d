import { scryptSync } from "node:crypto";
import { availableParallelism } from "node:os";
import { setTimeout as sleep } from "node:timers/promises";
import { hashPassword } from "better-auth/crypto";
import { and, eq } from "drizzle-orm";
import { beforeEach, describe, expect, test, vi } from "vitest";
import * as hashing from "@/auth/hashing";
import { PASSWORD, signedIn, someone } from "@/auth/testing-browser";
import { db } from "@/db/client";
import * as passwords from "@/db/passwords";
import { accounts, rateLimits } from "@/db/schema/users";
import * as users from "@/db/users";

beforeEach(() => db.delete(rateLimits));

describe("hashing", () => {
  test("leaves the main thread alone", async () => {
    let turns = 0;
    const timer = setInterval(() => (turns += 1), 1);
    await Promise.all(Array.from({ length: 8 }, () => hashing.hash(PASSWORD)));
    clearInterval(timer);
    expect(turns).toBeGreaterThan(8);
  });

  test("takes as many at once as there are cores to spare, and sends away who comes when many wait", async () => {
    let [running, most] = [0, 0];
    const slow = vi.spyOn(passwords, "hash").mockImplementation(async () => {
      running += 1;
      most = Math.max(most, running);
      await sleep(2);
      running -= 1;
      return "hash";
    });
    const stranger = (n: number) => hashing.hash(PASSWORD, { lane: "stranger", who: `network ${n % 8}` });
    const outcomes = await Promise.allSettled(Array.from({ length: 200 }, (_, n) => stranger(n)));
    slow.mockRestore();
    const refused = outcomes.flatMap((outcome) => (outcome.status === "rejected" ? [outcome.reason] : []));
    const cores = Math.max(1, Math.min(3, availableParallelism() - 1));
    expect(most).toBe(cores);
    expect(refused).toHaveLength(200 - 64 - cores);
    expect(refused[0]).toMatchObject({ statusCode: 503, headers: { "Retry-After": "5" } });
  });

  test("takes who is known before strangers, however many of those wait", async () => {
    const order: string[] = [];
    const slow = vi.spyOn(passwords, "hash").mockImplementation(async (password) => {
      await sleep(1);
      order.push(password);
      return "hash";
    });
    const come = (who: string, lane: "known" | "stranger") => hashing.hash(who, { lane, who }).catch(() => "");
    const strangers = Array.from({ length: 100 }, (_, n) => come(`network ${n % 8}`, "stranger"));
    await Promise.all([come("owner", "known"), ...strangers]);
    slow.mockRestore();
    expect(order.indexOf("owner")).toBeGreaterThanOrEqual(0);
    expect(order.indexOf("owner")).toBeLessThan(8);
  });

  test("leaves room for others when one network or account comes again and again", async () => {
    const slow = vi.spyOn(passwords, "hash").mockImplementation(() => sleep(1, "hash"));
    for (const lane of ["known", "stranger"] as const) {
      const flood = Array.from({ length: 200 }, () => hashing.hash("x", { lane, who: "one" }).catch(() => undefined));
      expect(await hashing.hash("x", { lane, who: "another" })).toBe("hash");
      expect((await Promise.all(flood)).filter(Boolean).length).toBeLessThan(60);
    }
    slow.mockRestore();
  });
});

describe("a password", () => {
  const stored = async (email: string) => (await users.credential(email))?.password ?? "";

  test("is stored with Argon2id and OWASP's figures", async () => {
    const { person } = await signedIn();
    expect(await stored(person.email)).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });

  test("that was hashed by the first versions signs in, and is hashed anew then", async () => {
    const { person, ...visitor } = await signedIn();
    const account = await users.credential(person.email);
    const mine = and(eq(accounts.userId, account?.userId ?? ""), eq(accounts.providerId, "credential"));
    const old = await hashPassword(PASSWORD);
    await db.update(accounts).set({ password: old }).where(mine);
    await visitor.post("/sign-out", {});
    expect((await visitor.post("/sign-in/email", { ...person, password: "wrong one" })).status).toBe(401);
    expect(await stored(person.email)).toBe(old);
    expect((await visitor.post("/sign-in/email", person)).status).toBe(200);
    expect(await stored(person.email)).toMatch(/^\$argon2id/);
    expect((await visitor.post("/sign-in/email", person)).status).toBe(200);
  });

  test("of the first versions is scrypt's with salt and key, as it always was", async () => {
    const salt = "00112233445566778899aabbccddeeff";
    const key = scryptSync("three unrelated words", salt, 64, { N: 16_384, r: 16, p: 1, maxmem: 1 << 26 });
    const hash = `${salt}:${key.toString("hex")}`;
    expect(await hashing.verify({ hash, password: "three unrelated words" })).toBe(true);
    expect(await hashing.verify({ hash, password: "three unrelated word" })).toBe(false);
    expect(passwords.isOld(hash)).toBe(true);
    expect(passwords.isOld(await passwords.hash(PASSWORD))).toBe(false);
  });
});

test("wrong guesses are answered as late at an account that is not there, has an old hash, or a new one", async () => {
  const [fresh, old, none] = [(await signedIn()).person, (await signedIn()).person, someone()];
  const { userId = "" } = (await users.credential(old.email)) ?? {};
  await db
    .update(accounts)
    .set({ password: await hashPassword(PASSWORD) })
    .where(eq(accounts.userId, userId));
  const { browser } = await import("@/auth/testing-browser");
  for (const { email } of [fresh, old, none]) {
    const start = performance.now();
    const answer = await browser().post("/sign-in/email", { email, password: "not the password" });
    expect(answer.status).toBe(401);
    expect(performance.now() - start).toBeGreaterThan(390);
  }
});
