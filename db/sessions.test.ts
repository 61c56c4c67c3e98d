import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { expect, test, vi } from "vitest";
import { db, pool } from "@/db/client";
import { sessions, users } from "@/db/schema/users";
import { find } from "@/db/sessions";

/** A new user's name, and the token of a session that lives so many seconds more. */
async function signedIn(seconds: number) {
  const name = randomUUID();
  const [user] = await db
    .insert(users)
    .values({ name, email: `${name}@example.com` })
    .returning();
  const session = { userId: user?.id ?? "", token: randomUUID(), expiresAt: new Date(Date.now() + seconds * 1_000) };
  await db.insert(sessions).values(session);
  return { name, token: session.token };
}

test("those who ask at once are told apart, by one round trip to the database", async () => {
  const [ada, bob, late] = [await signedIn(60), await signedIn(60), await signedIn(-1)];
  const asked = [ada.token, bob.token, late.token, "nobody's", ada.token];
  const query = vi.spyOn(pool, "query");
  const found = await Promise.all(asked.map(find));
  expect(query).toHaveBeenCalledTimes(1);
  query.mockRestore();
  expect(found.map((one) => one?.user.name)).toEqual([ada.name, bob.name, undefined, undefined, ada.name]);
});

test("who asks after a session has ended is not told what someone was told before", async () => {
  const { name, token } = await signedIn(60);
  const [before, ended] = [find(token), db.delete(sessions).where(eq(sessions.token, token))];
  expect((await before)?.user.name).toBe(name);
  await ended;
  expect(await find(token)).toBeUndefined();
});

test("a database that is away is told to all who asked, and to nobody after it is back", async () => {
  const { name, token } = await signedIn(60);
  const query = vi.spyOn(pool, "query").mockRejectedValueOnce(new Error("away") as never);
  const outcomes = await Promise.allSettled([find(token), find(token), find("nobody's")]);
  expect(outcomes.map(({ status }) => status)).toEqual(["rejected", "rejected", "rejected"]);
  query.mockRestore();
  expect((await find(token))?.user.name).toBe(name);
});
