import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { browser, signedIn, someone } from "@/auth/testing-browser";
import { db } from "@/db/client";
import { tags, taskTags } from "@/db/schema/tags";
import { tasks } from "@/db/schema/tasks";
import { rateLimits, users } from "@/db/schema/users";

beforeEach(() => db.delete(rateLimits));

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

test("a guest is in the time zone of the browser", async () => {
  const { user } = await guest({ timeZone: "Asia/Tokyo", locale: "ja-JP" });
  expect(user).toMatchObject({ isAnonymous: true, name: "Guest", timeZone: "Asia/Tokyo", locale: "ja-JP" });
});

test("a guest who signs up stays a guest until they sign in, and then has everything in the account", async () => {
  const { user, ...visitor } = await guest();
  const person = someone();
  await visitor.post("/sign-up/email", person);
  expect(await visitor.who()).toMatchObject({ id: user.id, isAnonymous: true });
  expect((await visitor.post("/sign-in/email", person)).status).toBe(200);
  const owner = await visitor.who();
  expect(owner).toMatchObject({ email: person.email, isAnonymous: false });
  expect(await titles(owner?.id)).toEqual(["Water the ferns"]);
  expect(await db.$count(users, eq(users.id, user.id))).toBe(0);
});

test("a guest who signs up sees no difference between an address that is taken and one that is free", async () => {
  const { person } = await signedIn();
  const tried = await Promise.all(
    [person.email, someone().email].map(async (email) => {
      const { user, cookies, ...visitor } = await guest();
      const before = [...cookies];
      const answer = await visitor.post("/sign-up/email", { ...person, email, password: "another fine password" });
      expect([...cookies]).toEqual(before);
      expect(await visitor.who()).toMatchObject({ id: user.id, isAnonymous: true });
      expect(await titles(user.id)).toEqual(["Water the ferns"]);
      const text = (await answer.text()).replace(email, "");
      return { status: answer.status, headers: [...answer.headers].toString(), text };
    }),
  );
  expect(tried[0]).toMatchObject({ status: 200 });
  expect(tried[0]).toEqual(tried[1]);
});

test("a guest who signs in to an account brings everything along, and is gone", async () => {
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
