import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { perform, policy } from "@/assistant/approvals";
import { aTurn } from "@/assistant/testing/turn";
import type { Turn } from "@/assistant/tools/turn";
import * as approvals from "@/db/approvals";
import * as changes from "@/db/changes";
import * as sessions from "@/db/sessions";
import * as tasks from "@/db/tasks";
import { aUser } from "@/db/testing";
import { holdMessage, holdSessions, holdTask, waiting } from "@/db/testing-locks";
import { aTask } from "@/db/testing-tasks";
import { signedIn, signOutEverywhere } from "@/db/testing-turns";
import * as turns from "@/db/turns";

/** What ends a turn while one of its calls is writing: held up by a locked row, after its first look and before its commit. */

let turn: Turn;
let ada: string;
let milk: tasks.Task;
let bread: tasks.Task;
beforeEach(async () => {
  const user = await aUser();
  ada = user.id;
  await signedIn(ada);
  turn = await aTurn(user);
  milk = await aTask(ada, { title: "Milk" });
  bread = await aTask(ada, { title: "Bread" });
});

const living = async () => (await tasks.list(ada)).items.map(({ title }) => title).sort();
const stop = () => turns.stop(ada, { conversationId: turn.reply.conversationId });

const kinds: Record<string, () => { toolName: string; input: unknown }> = {
  approved: () => ({ toolName: "delete_tasks", input: { ids: [milk.id, bread.id] } }),
  unasked: () => ({ toolName: "change_tasks", input: { tasks: [{ id: milk.id, title: "Oat milk" }] } }),
};

/** A call that may be done, by the user's leave where it is asked for. */
async function allowed(kind: string) {
  const call = { toolCallId: randomUUID(), ...(kinds[kind]?.() ?? { toolName: "", input: {} }) };
  await policy(turn, call);
  const question = turn.asking.get(call.toolCallId);
  expect(question === undefined).toBe(kind === "unasked");
  if (question) {
    const wanted = { conversationId: turn.reply.conversationId, approvalId: call.toolCallId };
    await approvals.ask(ada, { ...wanted, ...call, plan: question.plan });
    await approvals.decide(ada, { ...wanted, approved: true });
  }
  return call;
}

describe.each(Object.keys(kinds))("while a call that is %s is writing", (kind) => {
  const ends: Record<string, () => Promise<unknown>> = {
    "Stop is pressed": stop,
    "the user signs out everywhere": () => signOutEverywhere(ada),
    "another run takes its reply over": () =>
      turns.keep(ada, { ...turn.reply, parts: [], metadata: { turnId: turn.by.turnId, state: "failed" } }),
    "its own run ends": async () => {
      turn.isStopped = true;
    },
  };

  test.each(Object.keys(ends))("%s: nothing is written", async (what) => {
    const call = await allowed(kind);
    const row = await holdTask(milk.id);
    const done = perform(turn, call).catch((error: unknown) => String(error));
    await waiting(1);
    await ends[what]?.();
    await row.release();
    expect(await done).toBe("The answer was stopped.");
    expect(await living()).toEqual(["Bread", "Milk"]);
    expect(await changes.list(ada, { turnId: turn.by.turnId })).toEqual([]);
  });

  const moments: Array<[string, () => ReturnType<typeof holdTask>]> = [
    ["Stop is pressed", () => holdMessage(turn.reply.id)],
    ["the user signs out everywhere", () => holdSessions(ada)],
  ];

  test.each(moments)("%s right before its commit: nothing is written", async (what, hold) => {
    const call = await allowed(kind);
    const held = await hold();
    const ended = ends[what]?.();
    await waiting(1);
    const done = perform(turn, call).catch((error: unknown) => String(error));
    await waiting(2);
    await held.release();
    await ended;
    expect(await done).toBe("The answer was stopped.");
    expect(await living()).toEqual(["Bread", "Milk"]);
  });

  test.each(moments)("%s in the moment of its commit: that waits for it, and it is done", async (what, hold) => {
    const call = await allowed(kind);
    const held = await hold();
    const done = perform(turn, call);
    await waiting(1);
    const ended = ends[what]?.();
    await waiting(2);
    await held.release();
    await ended;
    expect(await living()).not.toContain("Milk");
    expect(await done).toMatchObject({ failed: [] });
  });

  test("a session of several ends: it goes on", async () => {
    await signedIn(ada);
    const call = await allowed(kind);
    const row = await holdTask(milk.id);
    const done = perform(turn, call);
    await waiting(1);
    const [first] = await sessions.list(ada, { token: undefined });
    await sessions.end(ada, { id: first?.id ?? "" });
    await row.release();
    await done;
    expect(await living()).not.toContain("Milk");
  });
});
