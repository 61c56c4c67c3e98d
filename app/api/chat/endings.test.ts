import { beforeEach, describe, expect, test, vi } from "vitest";
import { ada, id, post, scripted, server, stored } from "@/app/api/chat/testing/scripted-chat";
import type { Answer } from "@/assistant/testing/openai-server";
import { read, says } from "@/assistant/testing/talk";
import * as conversations from "@/db/conversations";
import * as tasks from "@/db/tasks";
import { changedBetween, rowsOf } from "@/db/testing-rows-seen";
import { silence } from "@/db/testing-silence";
import { you } from "@/db/testing-tasks";
import { signedIn, signOutEverywhere } from "@/db/testing-turns";
import * as users from "@/db/users";

/** How an answer ends before it is at its end, and how one that says nothing does. */

beforeEach(() => void vi.spyOn(console, "error").mockReturnValue());

const kept = async () => (await stored()).at(-1);

describe("while it answers", () => {
  const ends: Record<string, () => Promise<unknown>> = {
    "its conversation is deleted": () => conversations.remove(ada.id, { id }, you),
    "the user erases the account": () => users.erase(ada.id),
    "the user signs out everywhere": () => signOutEverywhere(ada.id),
  };

  test.each(Object.keys(ends))("%s: the run ends within a second, and nothing is written after it", async (what) => {
    await signedIn(ada.id);
    await scripted({ text: "Let me see ", hangs: true });
    const response = await post({ id, message: says("Hello") });
    const reading = read(response);
    await vi.waitFor(() => expect(server.requests).toHaveLength(1));
    await ends[what]?.();
    const since = performance.now();
    const after = await rowsOf(ada.id);
    const { message } = await reading;
    expect(performance.now() - since).toBeLessThan(1_500);
    expect(message.metadata?.state).toBe("stopped");
    await vi.waitFor(() => expect(server.cutOff).toBe(1));
    expect(
      changedBetween(after, await rowsOf(ada.id)).filter(
        (key) => !what.includes("signs out") || !key.startsWith("messages"),
      ),
    ).toEqual([]);
  });

  test("its conversation is deleted between two steps: what it wants then is not done", async () => {
    const adding = { calls: [{ name: "add_tasks", input: { tasks: [{ title: "Too late" }] } }] };
    await scripted({ ...adding, waits: 300 }, { text: "Added." });
    const response = await post({ id, message: says("Add it") });
    const reading = read(response);
    await vi.waitFor(() => expect(server.requests).toHaveLength(1));
    await conversations.remove(ada.id, { id }, you);
    await reading;
    expect((await tasks.list(ada.id)).items).toEqual([]);
    expect(server.requests).toHaveLength(1);
  });

  test("the database does not answer: it says so, and lets go of the model", async () => {
    await scripted({ text: "Let me see ", hangs: true });
    const response = await post({ id, message: says("Hello") });
    const reading = read(response);
    await vi.waitFor(() => expect(server.requests).toHaveLength(1));
    const database = silence();
    await vi.waitFor(() => expect(server.cutOff).toBe(1), { timeout: 8_000 });
    await vi.waitFor(() => expect(database.asked()).toBeGreaterThan(1));
    database.end();
    expect((await reading).message.metadata).toMatchObject({
      state: "failed",
      error: "Tandem can’t reach its database right now.",
    });
  });
});

describe("an answer that is none says so, and can be had again", () => {
  const calling = { calls: [{ name: "find_tasks", input: {} }] };
  test.each<[string, Answer[], RegExp]>([
    ["is empty", [{}], /gave no answer/],
    ["is white space alone", [{ text: " \n \u200b " }], /gave no answer/],
    ["calls tools and says no word", [calling, {}], /gave no answer/],
    ["ends early", [{ text: "I was about to", endsEarly: true }], /went wrong/],
    ["ends before it began", [{ endsEarly: true }], /went wrong/],
    ["is filtered", [{ text: "I", finish: "content_filter" }], /can’t answer this/],
    ["grows too long", [{ text: "And so on", finish: "length" }], /too long/],
  ])("%s", async (_, script, words) => {
    await scripted(...script, { text: "There you are." });
    const message = says("Hello");
    const { message: reply } = await read(await post({ id, message }));
    expect(reply.metadata).toMatchObject({ state: "failed", error: expect.stringMatching(words) });
    expect((await kept())?.metadata).toMatchObject({ state: "failed" });
    const { message: again } = await read(await post({ id, message }));
    expect(again.metadata?.state).toBe("done");
  });

  test("one that has done something without a word keeps it, and does it no second time", async () => {
    await scripted({ calls: [{ name: "add_tasks", input: { tasks: [{ title: "Milk" }] } }] }, {}, { text: "Added." });
    const message = says("Add milk");
    const { message: reply } = await read(await post({ id, message }));
    expect(reply.metadata?.state).toBe("failed");
    expect(reply.parts.some(({ type }) => type === "tool-add_tasks")).toBe(true);
    await read(await post({ id, message }));
    expect((await tasks.list(ada.id)).items).toMatchObject([{ title: "Milk" }]);
  });
});

test("a conversation has one answer at a time, of whatever messages come at once", async () => {
  await scripted({ text: "One moment ", hangs: true });
  await conversations.start(ada.id, { id }, you);
  const responses = await Promise.all(["One", "Two", "Three"].map((text) => post({ id, message: says(text) })));
  const busy = responses.filter(({ status }) => status === 409);
  expect(busy).toHaveLength(2);
  for (const response of busy) expect(await response.json()).toMatchObject({ reason: "busy" });
  await conversations.remove(ada.id, { id }, you);
  await Promise.all(responses.filter(({ ok }) => ok).map((response) => read(response)));
});
