import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "@/db/client";
import { messages } from "@/db/schema/conversations";
import { aUser } from "@/db/testing";
import { aConversation } from "@/db/testing-conversations";
import * as turns from "@/db/turns";

test("a long reply is kept in whole characters, as far as there is room for its text", async () => {
  const { id: userId } = await aUser();
  const { id: conversationId } = await aConversation(userId);
  const reply = { id: randomUUID(), conversationId, run: randomUUID() };
  const metadata = { turnId: randomUUID() };
  await turns.begin(userId, { ...reply, from: [], metadata });
  const parts = [{ type: "text", text: `.${"👩".repeat(12_000)}` }];
  await turns.keep(userId, { ...reply, parts, metadata: { ...metadata, state: "done" } });
  const [kept] = await db.select({ content: messages.content }).from(messages).where(eq(messages.id, reply.id));
  expect(kept?.content).toBe(`.${"👩".repeat(9_999)}`);
});
