import { randomUUID } from "node:crypto";
import { text } from "node:stream/consumers";
import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "@/db/client";
import * as guests from "@/db/guests";
import * as preferences from "@/db/preferences";
import { changes, requests } from "@/db/schema/changes";
import { approvals, conversations, messages } from "@/db/schema/conversations";
import { tags, taskTags } from "@/db/schema/tags";
import { tasks } from "@/db/schema/tasks";
import { accounts, sessions, users } from "@/db/schema/users";
import { takeout } from "@/db/takeout";
import * as taskOperations from "@/db/tasks";
import { aUser } from "@/db/testing";
import * as userOperations from "@/db/users";

const owned = { tasks, tags, taskTags, conversations, messages, approvals, changes, requests, sessions, accounts };

/** How many rows of each kind are theirs. */
async function belongings(userId: string) {
  const counts = Object.entries(owned).map(async ([name, table]) => [
    name,
    await db.$count(table, eq(table.userId, userId)),
  ]);
  return Object.fromEntries(await Promise.all(counts));
}

/** Someone with one row or more in every table. */
async function someoneWithEverything(particulars: { isAnonymous: boolean }) {
  const { id: userId } = await aUser(particulars);
  const ids = await db
    .insert(tasks)
    .values([{ userId, title: "Plan the trip", position: "a0" }])
    .returning({ id: tasks.id });
  const taskId = ids[0]?.id ?? "";
  await db.insert(tasks).values({ userId, title: "Book the train", position: "a1", parentId: taskId });
  await db.insert(tasks).values({ userId, title: "Plan the next trip", position: "a2", followsId: taskId });
  const [tag] = await db.insert(tags).values({ userId, name: "Travel" }).returning();
  await db.insert(taskTags).values({ userId, taskId, tagId: tag?.id ?? "" });
  const [conversation] = await db.insert(conversations).values({ userId }).returning();
  const conversationId = conversation?.id ?? "";
  await db.insert(messages).values({ userId, conversationId, role: "user", parts: [] });
  const asked = { approvalId: "a", toolCallId: "c", toolName: "remove", input: {} };
  await db.insert(approvals).values({ userId, conversationId, ...asked });
  const change = { who: "you", what: "add", noun: "task", subjectId: taskId, after: {} } as const;
  const [first] = await db
    .insert(changes)
    .values({ userId, ...change })
    .returning();
  await db.insert(changes).values({ userId, ...change, undoesId: first?.id });
  await db.insert(requests).values({ userId, key: "k", fingerprint: "f" });
  await db.insert(sessions).values({ userId, token: `token of ${userId}`, expiresAt: sql`now() + interval '1 day'` });
  await db.insert(accounts).values({ userId, accountId: userId, providerId: "credential", password: "hash" });
  return { userId, tagId: tag?.id };
}

test("everything of a guest moves to the account, beside what is there, and the guest is gone", async () => {
  const guest = await someoneWithEverything({ isAnonymous: true });
  const owner = await someoneWithEverything({ isAnonymous: false });
  const one = await belongings(owner.userId);
  await guests.absorb(owner.userId, { guestId: guest.userId });

  expect(await belongings(owner.userId)).toEqual({
    ...Object.fromEntries(Object.entries(one).map(([name, count]) => [name, Number(count) * 2])),
    requests: 1,
    sessions: 1,
    accounts: 1,
  });
  expect(Object.values(await belongings(guest.userId))).toEqual(Object.values(owned).map(() => 0));
  expect(await db.$count(users, eq(users.id, guest.userId))).toBe(0);
  const links = await db.select({ tagId: taskTags.tagId }).from(taskTags).where(eq(taskTags.userId, owner.userId));
  expect(new Set(links.map(({ tagId }) => tagId))).toEqual(new Set([owner.tagId]));
});

test("what a guest said just before is not done again when it is said once more under the account", async () => {
  const [owner, guest] = [await aUser(), await aUser({ isAnonymous: true })];
  const by = { who: "you", turnId: randomUUID() } as const;
  const made = await taskOperations.addMany(guest.id, { tasks: [{ title: "Once" }] }, by);
  await guests.absorb(owner.id, { guestId: guest.id });
  expect(await taskOperations.addMany(owner.id, { tasks: [{ title: "Once" }] }, by)).toEqual(made);
  expect(await belongings(owner.id)).toMatchObject({ tasks: 1, changes: 1 });
});

test("how a guest likes to see things moves along, and gives way to what the account has chosen", async () => {
  const [owner, guest] = [
    await someoneWithEverything({ isAnonymous: false }),
    await someoneWithEverything({ isAnonymous: true }),
  ];
  const [own] = await db.insert(tags).values({ userId: guest.userId, name: "Work" }).returning();
  const chosen = async (userId: string, sorts: Record<string, "due" | "priority" | "newest">) => {
    for (const [view, sort] of Object.entries(sorts))
      await preferences.sortView(userId, preferences.sortInput.parse({ view, sort }));
  };
  await chosen(guest.userId, {
    today: "newest",
    tasks: "priority",
    [guest.tagId ?? ""]: "newest",
    [own?.id ?? ""]: "due",
  });
  await chosen(owner.userId, { today: "due" });
  await preferences.dismissHint(guest.userId);
  await guests.absorb(owner.userId, { guestId: guest.userId });
  const [row] = await db.select({ preferences: users.preferences }).from(users).where(eq(users.id, owner.userId));
  expect(row?.preferences).toEqual({
    sorts: { today: "due", tasks: "priority", [owner.tagId ?? ""]: "newest", [own?.id ?? ""]: "due" },
    hinted: true,
  });
});

test("nothing moves out of an account, nor onto oneself", async () => {
  const one = await someoneWithEverything({ isAnonymous: false });
  const other = await someoneWithEverything({ isAnonymous: false });
  const guest = await someoneWithEverything({ isAnonymous: true });
  const before = await belongings(one.userId);
  await guests.absorb(other.userId, { guestId: one.userId });
  await guests.absorb(guest.userId, { guestId: guest.userId });
  expect(await belongings(one.userId)).toEqual(before);
  expect(await belongings(guest.userId)).toEqual(before);
});

test("erasing a user leaves no row of theirs, and every row of others", async () => {
  const leaving = await someoneWithEverything({ isAnonymous: false });
  const staying = await someoneWithEverything({ isAnonymous: false });
  const before = await belongings(staying.userId);
  await userOperations.erase(leaving.userId);
  expect(Object.values(await belongings(leaving.userId))).toEqual(Object.values(owned).map(() => 0));
  expect(await belongings(staying.userId)).toEqual(before);
});

test("what one takes along is one's own and no credential", async () => {
  const { userId } = await someoneWithEverything({ isAnonymous: false });
  await someoneWithEverything({ isAnonymous: false });
  const taken = JSON.parse(await text((await takeout(userId)).json));
  expect(taken.tasks.map(({ title }: { title: string }) => title)).toEqual([
    "Plan the trip",
    "Book the train",
    "Plan the next trip",
  ]);
  expect([taken.tags, taken.taskTags, taken.conversations, taken.messages].map(({ length }) => length)).toEqual([
    1, 1, 1, 1,
  ]);
  expect(JSON.stringify(taken)).not.toMatch(/hash|token of/);
});
