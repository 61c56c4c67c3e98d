import { randomUUID } from "node:crypto";
import { beforeEach, expect, test } from "vitest";
import * as approvals from "@/db/approvals";
import * as conversations from "@/db/conversations";
import { aUser } from "@/db/testing";
import { aConversation } from "@/db/testing-conversations";
import { you } from "@/db/testing-tasks";

let ada: string;
let bob: string;
beforeEach(async () => {
  ada = (await aUser()).id;
  bob = (await aUser()).id;
});

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

test("an approval is given once, and used once, for just that call", async () => {
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

test("an approval that was denied cannot be used, and none is asked in another's conversation or twice", async () => {
  const { approvalId, ...wanted } = await asked();
  await approvals.decide(ada, { conversationId: wanted.conversationId, approvalId, approved: false });
  expect(await approvals.use(ada, wanted)).toBeUndefined();
  expect(await approvals.ask(ada, { ...wanted, approvalId })).toBeUndefined();
  expect(await approvals.ask(bob, { ...call(wanted.conversationId), approvalId: randomUUID() })).toBeUndefined();
});

test("an approval goes to the trash and comes back with its conversation", async () => {
  const { approvalId, conversationId } = await asked();
  await conversations.remove(ada, { id: conversationId }, you);
  expect(await approvals.decide(ada, { conversationId, approvalId, approved: true })).toBeUndefined();
  await conversations.restore(ada, { id: conversationId }, you);
  expect(await approvals.decide(ada, { conversationId, approvalId, approved: true })).toBeDefined();
});
