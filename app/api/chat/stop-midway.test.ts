import { beforeEach, expect, test } from "vitest";
import { ada, answer, ask, id, living, scripted, stop, stored } from "@/app/api/chat/testing/scripted-chat";
import type { ChatMessage } from "@/assistant/message";
import { answering, outputsOf, read, says } from "@/assistant/testing/talk";
import { card } from "@/components/chat/turn";
import * as changes from "@/db/changes";
import type * as tasks from "@/db/tasks";
import { holdMessage, holdTask, waiting } from "@/db/testing-locks";
import { aTask, you } from "@/db/testing-tasks";
import * as turns from "@/db/turns";

/** Stop, while an approved call is being done. */

let milk: tasks.Task;
let bread: tasks.Task;
let question: ReturnType<typeof says>;
beforeEach(async () => {
  milk = await aTask(ada.id, { title: "Milk" });
  bread = await aTask(ada.id, { title: "Bread" });
  question = says("Tidy up");
});

/** A question about two tasks. */
async function asking(): Promise<ChatMessage> {
  await scripted({ calls: [{ name: "delete_tasks", input: { ids: [milk.id, bread.id] } }] }, { text: "Done." });
  return ask(question);
}

/** The user's yes, and what comes back of it; the call waits for a task that is held. */
async function approved(message: ChatMessage) {
  const task = await holdTask(milk.id);
  const yes = answering(message, true);
  const reading = read(await answer(yes), yes);
  await waiting(1);
  return { task, reading };
}

const stops: Record<string, () => Promise<unknown>> = {
  "by the same process": () => stop(),
  "by another process": () => turns.stop(ada.id, { conversationId: id }),
};

test.each(Object.keys(stops))("before it is committed, %s: nothing is done until it is retried", async (by) => {
  const { task, reading } = await approved(await asking());
  await stops[by]?.();
  await task.release();
  const { message } = await reading;
  expect(message.metadata?.state).toBe("stopped");
  await waiting(0);
  expect((await stored()).flatMap(outputsOf)).toEqual([]);
  expect(await living()).toEqual(["Bread", "Milk"]);

  const retried = await ask(question);
  expect(outputsOf(retried)).toMatchObject([{ done: [{}, {}] }]);
  expect(await living()).toEqual([]);
});

test.each(Object.keys(stops))("while it is committed, %s: it is done, and told, and can be undone", async (by) => {
  const message = await asking();
  const { task, reading } = await approved(message);
  const reply = await holdMessage(message.id);
  await task.release();
  await waiting(1);
  const stopping = stops[by]?.();
  await waiting(2);
  await reply.release();
  await stopping;
  expect(await living()).toEqual([]);
  const { message: after } = await reading;
  const said = await stored();
  const reloaded = said.at(-1);
  expect(JSON.parse(JSON.stringify(after.parts))).toEqual(reloaded?.parts);
  const shown = reloaded && card(reloaded, said, { now: new Date(), timeZone: "Europe/London" });
  expect(shown).toMatchObject({ undoable: true, changes: [{ title: "Milk" }, { title: "Bread" }] });
  await changes.undoTurn(ada.id, { turnId: shown?.turnId ?? "" }, you);
  expect(await living()).toEqual(["Bread", "Milk"]);
});
