import { beforeEach, expect, test } from "vitest";
import * as conversations from "@/db/conversations";
import * as messages from "@/db/messages";
import { aUser } from "@/db/testing";
import { aConversation, says } from "@/db/testing-conversations";

let ada: string;
let bob: string;
beforeEach(async () => {
  ada = (await aUser()).id;
  bob = (await aUser()).id;
});

test("a message is found again as it was said, oldest first", async () => {
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

test("a message is nobody else's to write, nor to move elsewhere", async () => {
  const [hers, other, his] = [await aConversation(ada), await aConversation(ada), await aConversation(bob)];
  const message = says(hers.id, "Mine");
  await messages.save(ada, message);
  expect(await messages.save(bob, message)).toBeUndefined();
  expect(await messages.save(bob, { ...message, conversationId: his.id })).toBeUndefined();
  expect(await messages.save(ada, { ...message, conversationId: other.id })).toBeUndefined();
  expect(await messages.save(ada, { ...message, role: "assistant" })).toBeUndefined();
  expect((await conversations.find(ada, { id: hers.id }))?.messages[0]?.parts).toEqual(message.parts);
});

test("a message keeps what Postgres can keep of whatever a model says", async () => {
  const { id } = await aConversation(ada);
  const saved = await messages.save(ada, says(id, "a\0b\uD800c"));
  expect(saved?.parts).toEqual([{ type: "text", text: "ab\uFFFDc" }]);
  expect(await messages.save(ada, says(id, "👩".repeat(20_000)))).toBeDefined();
  expect([...messages.plainText([{ type: "text", text: "👩".repeat(20_000) }])]).toHaveLength(10_000);
  expect(
    messages.plainText([{ type: "text", text: "a" }, { type: "step-start" }, { type: "text", text: "b" }, null]),
  ).toBe("a\nb");
});
