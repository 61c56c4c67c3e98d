import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import * as approvals from "@/db/approvals";
import { db } from "@/db/client";
import { listInput } from "@/db/conversation-input";
import * as conversations from "@/db/conversations";
import * as messages from "@/db/messages";
import { aUser } from "@/db/testing";
import { you } from "@/db/testing-tasks";

let ada: string;
let bob: string;
beforeEach(async () => {
  ada = (await aUser()).id;
  bob = (await aUser()).id;
});

async function aConversation(userId: string, title?: string) {
  const conversation = await conversations.start(userId, { title }, you);
  if (!conversation) throw new Error("It was not started.");
  return conversation;
}
const says = (conversationId: string, text: string) => ({
  conversationId,
  id: randomUUID(),
  role: "user" as const,
  parts: [{ type: "text", text }],
});
const titles = (rows: conversations.Conversation[]) => rows.map(({ title }) => title);

describe("a conversation", () => {
  test("starts once under the id that the client chose, and under nobody else's", async () => {
    const id = randomUUID();
    const started = await conversations.start(ada, { id }, you);
    expect(started).toMatchObject({ id, title: "New chat" });
    expect(await conversations.start(ada, { id, title: "Again" }, you)).toEqual(started);
    expect(await conversations.start(bob, { id }, you)).toBeUndefined();
    await conversations.remove(ada, { id }, you);
    expect(await conversations.start(ada, { id }, you)).toBeUndefined();
  });

  test("that was spoken in last comes first, page by page", async () => {
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

  test("gets a title from its first question, but keeps the one that it was given", async () => {
    const { id } = await aConversation(ada);
    expect(await conversations.entitle(bob, { id, title: "Mine" })).toBeUndefined();
    expect(await conversations.entitle(ada, { id, title: "Shopping" })).toMatchObject({ title: "Shopping" });
    expect(await conversations.entitle(ada, { id, title: "Other" })).toBeUndefined();
    expect(await conversations.rename(bob, { id, title: "Mine" }, you)).toBeUndefined();
    expect(await conversations.rename(ada, { id, title: "Food" }, you)).toMatchObject({ title: "Food" });
  });

  test("goes to the trash with what was said, and brings it back", async () => {
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

  test("brings back just the messages that went with it", async () => {
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

  test("waits in the trash with what comes back, page by page, the last deleted first", async () => {
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
});

describe("a message", () => {
  test("is found again as it was said, oldest first", async () => {
    const { id } = await aConversation(ada);
    const question = says(id, "What is due? 👩‍👧");
    const reply = { ...says(id, ""), role: "assistant" as const, metadata: { turnId: question.id } };
    const saved = await messages.save(ada, question);
    for (const text of ["Two", "Two tasks", "Two tasks."])
      await messages.save(ada, { ...reply, parts: [{ type: "text", text }] });
    expect((await conversations.find(ada, { id }))?.messages).toEqual([
      saved,
      expect.objectContaining({
        role: "assistant",
        parts: [{ type: "text", text: "Two tasks." }],
        metadata: reply.metadata,
      }),
    ]);
    expect(saved).toMatchObject({ id: question.id, role: "user", parts: question.parts, createdAt: expect.any(Date) });
    expect(await conversations.find(bob, { id })).toBeUndefined();
  });

  test("is nobody else's to write, nor to move elsewhere", async () => {
    const [hers, other, his] = [await aConversation(ada), await aConversation(ada), await aConversation(bob)];
    const message = says(hers.id, "Mine");
    await messages.save(ada, message);
    expect(await messages.save(bob, message)).toBeUndefined();
    expect(await messages.save(bob, { ...message, conversationId: his.id })).toBeUndefined();
    expect(await messages.save(ada, { ...message, conversationId: other.id })).toBeUndefined();
    expect(await messages.save(ada, { ...message, role: "assistant" })).toBeUndefined();
    expect((await conversations.find(ada, { id: hers.id }))?.messages[0]?.parts).toEqual(message.parts);
  });

  test("keeps what Postgres can keep of whatever a model says", async () => {
    const { id } = await aConversation(ada);
    const saved = await messages.save(ada, says(id, "a\0b\uD800c"));
    expect(saved?.parts).toEqual([{ type: "text", text: "ab\uFFFDc" }]);
    expect(await messages.save(ada, says(id, "👩".repeat(20_000)))).toBeDefined();
    expect([...messages.plainText([{ type: "text", text: "👩".repeat(20_000) }])]).toHaveLength(10_000);
    expect(
      messages.plainText([{ type: "text", text: "a" }, { type: "step-start" }, { type: "text", text: "b" }, null]),
    ).toBe("a\nb");
  });
});

describe("an approval", () => {
  const call = (conversationId: string) => ({
    conversationId,
    toolCallId: randomUUID(),
    toolName: "remove",
    input: { ids: ["1", "2"] },
  });

  async function asked() {
    const { id } = await aConversation(ada);
    const wanted = { ...call(id), approvalId: randomUUID() };
    expect(await approvals.ask(ada, wanted)).toMatchObject({ decision: null, isUsed: false });
    return wanted;
  }

  test("is given once, and used once, for just that call", async () => {
    const { approvalId, ...wanted } = await asked();
    const { conversationId } = wanted;
    expect(await approvals.use(ada, wanted)).toBeUndefined();
    expect(await approvals.decide(bob, { conversationId, approvalId, approved: true })).toBeUndefined();
    const yes = { conversationId, approvalId, approved: true, kept: ["1"] };
    expect(await approvals.decide(ada, yes)).toMatchObject({ decision: "approved", kept: ["1"] });
    expect(await approvals.decide(ada, { ...yes, approved: false })).toBeUndefined();

    for (const other of [
      { input: { ids: ["1"] } },
      { toolName: "add" },
      { toolCallId: "x" },
      { conversationId: randomUUID() },
    ])
      expect(await approvals.use(ada, { ...wanted, ...other })).toBeUndefined();
    expect(await approvals.use(bob, wanted)).toBeUndefined();
    const uses = await Promise.all(Array.from({ length: 5 }, () => approvals.use(ada, wanted)));
    expect(uses.filter(Boolean)).toMatchObject([{ isUsed: true, kept: ["1"] }]);
    expect(await approvals.list(ada, { conversationId })).toHaveLength(1);
    expect(await approvals.list(bob, { conversationId })).toEqual([]);
  });

  test("that was denied cannot be used, and none is asked in another's conversation or twice", async () => {
    const { approvalId, ...wanted } = await asked();
    await approvals.decide(ada, { conversationId: wanted.conversationId, approvalId, approved: false });
    expect(await approvals.use(ada, wanted)).toBeUndefined();
    expect(await approvals.ask(ada, { ...wanted, approvalId })).toBeUndefined();
    expect(await approvals.ask(bob, { ...call(wanted.conversationId), approvalId: randomUUID() })).toBeUndefined();
  });

  test("goes to the trash and comes back with its conversation", async () => {
    const { approvalId, conversationId } = await asked();
    await conversations.remove(ada, { id: conversationId }, you);
    expect(await approvals.decide(ada, { conversationId, approvalId, approved: true })).toBeUndefined();
    await conversations.restore(ada, { id: conversationId }, you);
    expect(await approvals.decide(ada, { conversationId, approvalId, approved: true })).toBeDefined();
  });
});
