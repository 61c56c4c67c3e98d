import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { db } from "@/db/client";
import { listInput } from "@/db/conversation-input";
import * as conversations from "@/db/conversations";
import * as messages from "@/db/messages";
import { aUser } from "@/db/testing";
import { aConversation, says } from "@/db/testing-conversations";
import { you } from "@/db/testing-tasks";

let ada: string;
let bob: string;
beforeEach(async () => {
  ada = (await aUser()).id;
  bob = (await aUser()).id;
});

const titles = (rows: conversations.Conversation[]) => rows.map(({ title }) => title);

test("a conversation starts once under the id that the client chose, and under nobody else's", async () => {
  const id = randomUUID();
  const started = await conversations.start(ada, { id }, you);
  expect(started).toMatchObject({ id, title: "New chat" });
  expect(await conversations.start(ada, { id, title: "Again" }, you)).toEqual(started);
  expect(await conversations.start(bob, { id }, you)).toBeUndefined();
  await conversations.remove(ada, { id }, you);
  expect(await conversations.start(ada, { id }, you)).toBeUndefined();
});

test("a conversation that was spoken in last comes first, page by page", async () => {
  for (const title of ["a", "b", "c"]) await aConversation(ada, title);
  const [, , first] = (await conversations.list(ada)).items;
  await messages.save(ada, says(first?.id ?? "", "Hello"));
  const page = await conversations.list(ada, { limit: 2 });
  expect(titles(page.items)).toEqual(["a", "c"]);
  const rest = await conversations.list(ada, { cursor: page.nextCursor ?? "", limit: 2 });
  expect([titles(rest.items), rest.nextCursor]).toEqual([["b"], null]);
  expect((await conversations.list(bob)).items).toEqual([]);
  expect(listInput.safeParse({ cursor: page.nextCursor }).success).toBe(true);
  expect(listInput.safeParse({ cursor: "nonsense" }).success).toBe(false);
});

test("conversations are found by their titles and by what was said in them, page by page", async () => {
  const [porto, rome, other] = [
    await aConversation(ada, "Porto 100%"),
    await aConversation(ada, "Rome"),
    await aConversation(ada, "Else"),
  ];
  await messages.save(ada, says(rome.id, "The flight leaves PORTO at nine"));
  const found = async (q: string, place = {}) => (await conversations.list(ada, { q, ...place })).items;
  expect((await found("porto")).map(({ id, found }) => [id, found])).toEqual([
    [rome.id, "The flight leaves PORTO at nine"],
    [porto.id, undefined],
  ]);
  expect((await found("100%")).map(({ id }) => id)).toEqual([porto.id]);
  expect(await found("%_")).toEqual([]);
  expect((await found("  ")).map(({ id }) => id)).toEqual([rome.id, other.id, porto.id]);
  for (const q of ["ｐｏｒｔｏ", "Pörto", "por\u200bto"])
    expect(
      (await found(q)).map(({ id }) => id),
      q,
    ).toEqual([rome.id, porto.id]);
  const page = await conversations.list(ada, { q: "porto", limit: 1 });
  expect((await found("porto", { limit: 1, cursor: page.nextCursor })).map(({ id }) => id)).toEqual([porto.id]);
  await conversations.remove(ada, { id: rome.id }, you);
  expect((await found("flight")).length).toBe(0);
  expect((await conversations.list(bob, { q: "porto" })).items).toEqual([]);
  expect(listInput.safeParse({ view: "trash", q: "porto" }).success).toBe(false);
});

test("a conversation gets a title from its first question, but keeps the one that it was given", async () => {
  const { id } = await aConversation(ada);
  expect(await conversations.entitle(bob, { id, title: "Mine" })).toBeUndefined();
  expect(await conversations.entitle(ada, { id, title: "Shopping" })).toMatchObject({ title: "Shopping" });
  expect(await conversations.entitle(ada, { id, title: "Other" })).toBeUndefined();
  expect(await conversations.rename(bob, { id, title: "Mine" }, you)).toBeUndefined();
  expect(await conversations.rename(ada, { id, title: "Food" }, you)).toMatchObject({ title: "Food" });
});

test("a conversation goes to the trash with what was said, and brings it back", async () => {
  const { id } = await aConversation(ada);
  await messages.save(ada, says(id, "Hello"));
  expect(await conversations.remove(bob, { id }, you)).toBeUndefined();
  expect(await conversations.remove(ada, { id }, you)).toMatchObject({ deletedAt: expect.any(Date) });
  expect(await conversations.find(ada, { id })).toBeUndefined();
  expect(await conversations.remove(ada, { id }, you)).toBeUndefined();
  expect(await messages.save(ada, says(id, "Still there?"))).toBeUndefined();
  expect(await conversations.restore(bob, { id }, you)).toBeUndefined();
  const restored = await conversations.restore(ada, { id }, you);
  expect(await conversations.restore(ada, { id }, you)).toEqual(restored);
  expect((await conversations.find(ada, { id }))?.messages).toHaveLength(1);
});

test("a conversation brings back just the messages that went with it", async () => {
  const { id } = await aConversation(ada);
  const [first, second] = [says(id, "Hello"), says(id, "Are you there?")];
  await messages.save(ada, first);
  await messages.save(ada, second);
  await db.execute(sql`update messages set deleted_at = now() where id = ${first.id}`);
  await conversations.remove(ada, { id }, you);
  expect((await conversations.listTrash(ada)).items).toMatchObject([{ messageCount: 1 }]);
  await conversations.restore(ada, { id }, you);
  expect((await conversations.find(ada, { id }))?.messages).toMatchObject([{ id: second.id }]);
});

test("a conversation waits in the trash with what comes back, page by page, the last deleted first", async () => {
  for (const title of ["a", "b", "c"]) {
    const { id } = await aConversation(ada, title);
    await messages.save(ada, says(id, "Hello"));
    await messages.save(ada, says(id, "Are you there?"));
    await conversations.remove(ada, { id }, you);
  }
  const page = await conversations.listTrash(ada, { limit: 2 });
  expect(page.items).toMatchObject([
    { title: "c", messageCount: 2, deletedAt: expect.any(Date) },
    { title: "b", messageCount: 2 },
  ]);
  const cursor = page.nextCursor ?? "";
  expect(await conversations.listTrash(ada, { cursor })).toMatchObject({ items: [{ title: "a" }], nextCursor: null });
  expect(listInput.safeParse({ view: "trash", cursor }).success).toBe(true);
  expect(listInput.safeParse({ cursor }).success).toBe(false);
  expect((await conversations.list(ada)).items).toEqual([]);
});
