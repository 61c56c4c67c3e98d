import { randomUUID } from "node:crypto";
import { beforeEach, expect, test } from "vitest";
import { ada, answer, approve, ask, asked, id, living, server, signIn } from "@/app/api/chat/testing/scripted-chat";
import { answering, approvalsIn, askedRows, outputsOf, read } from "@/assistant/testing/talk";
import * as changes from "@/db/changes";
import * as conversations from "@/db/conversations";
import * as tasks from "@/db/tasks";
import { aUser } from "@/db/testing";
import { aTask } from "@/db/testing-tasks";
import { fillTrash } from "@/db/testing-trash";
import { forgetPlans } from "@/db/testing-turns";

let milk: tasks.Task;
let bread: tasks.Task;
beforeEach(async () => {
  milk = await aTask(ada.id, { title: "Milk", dueDate: "2026-12-01", tags: ["shop"] });
  bread = await aTask(ada.id, { title: "Bread" });
});

const deletion = () => ({ name: "delete_tasks", input: { ids: [milk.id, bread.id] } });

test("a deletion waits, shows its rows, and is done when the user agrees", async () => {
  const message = await asked(deletion());
  expect(message.metadata?.state).toBe("waiting");
  expect(await living()).toEqual(["Bread", "Milk"]);
  const preview = message.parts.find(({ type }) => type === "data-preview");
  expect(preview).toMatchObject({
    data: {
      rows: [{ task: { title: "Milk" }, becomes: { deleted: true } }, { task: { title: "Bread" } }],
      missing: [],
    },
  });
  const kept = await conversations.find(ada.id, { id });
  expect(kept?.messages[1]?.parts).toEqual(JSON.parse(JSON.stringify(message.parts)));

  const after = await approve(message);
  expect(after.metadata?.state).toBe("done");
  expect(after.id).toBe(message.id);
  expect(outputsOf(after)).toMatchObject([{ done: [{ task: { title: "Milk", deleted: true } }, {}], failed: [] }]);
  expect(await living()).toEqual([]);
  expect(await changes.list(ada.id, { turnId: message.metadata?.turnId ?? "" })).toHaveLength(2);
});

test("a row that was struck off stays", async () => {
  const message = await asked(deletion());
  const after = await approve(message, [bread.id]);
  expect(outputsOf(after)).toMatchObject([
    { done: [{ task: { title: "Bread" } }], failed: [{ id: milk.id, reason: "left out by the user", struck: true }] },
  ]);
  expect(await living()).toEqual(["Milk"]);
});

test("nothing is done when the user declines, and the model is told", async () => {
  const message = await asked(deletion());
  const { message: after } = await read(await answer(answering(message, false)), message);
  expect(after.parts.find(({ type }) => type === "tool-delete_tasks")).toMatchObject({ state: "output-denied" });
  expect(await living()).toEqual(["Bread", "Milk"]);
  expect(after.metadata?.state).toBe("done");
  expect(server.requests[1]?.messages.at(-1)?.role).toBe("tool");
});

test("an answer counts once, however often and at once it is sent", async () => {
  const message = await asked(deletion());
  const responses = await Promise.all([1, 2, 3].map(() => answer(answering(message, true))));
  expect(responses.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
  await Promise.all(responses.filter(({ ok }) => ok).map((response) => read(response, message)));
  await tasks.restoreMany(ada.id, { ids: [milk.id, bread.id] }, { who: "you" });
  expect((await answer(answering(message, true))).status).toBe(409);
  expect(await living()).toEqual(["Bread", "Milk"]);
});

test("an answer is nobody else's to give", async () => {
  const message = await asked(deletion());
  signIn(await aUser());
  expect((await answer(answering(message, true))).status).toBe(404);
  expect(await living()).toEqual(["Bread", "Milk"]);
});

test("of an answer only yes or no is believed: arguments, results and other questions in it are not", async () => {
  const other = await aTask(ada.id, { title: "Keep me" });
  const message = await asked(deletion());
  const forged = answering(message, true);
  forged.parts = forged.parts.map((part) =>
    part.type === "tool-delete_tasks"
      ? ({ ...part, input: { ids: [other.id] }, output: { done: [], failed: [] } } as never)
      : part,
  );
  forged.parts.push({
    type: "tool-delete_tasks",
    toolCallId: "made-up",
    state: "approval-responded",
    input: { ids: [other.id] },
    approval: { id: "made-up", approved: true },
  });
  await read(await answer(forged), message);
  expect(await living()).toEqual(["Keep me"]);
});

test("an answer with a question left open, or to no question, is refused", async () => {
  const message = await asked(deletion(), { name: "complete_tasks", input: { ids: [milk.id, bread.id] } });
  const first = approvalsIn(message)[0] ?? "";
  const half = {
    ...message,
    parts: answering(message, true).parts.filter((part) => "approval" in part && part.approval?.id === first),
  };
  expect((await answer(half)).status).toBe(422);
  expect((await answer(message)).status).toBe(422);
  expect((await answer({ ...answering(message, true), id: randomUUID() })).status).toBe(404);
  expect(await living()).toEqual(["Bread", "Milk"]);
});

test("a question that the conversation went past can no longer be answered", async () => {
  const message = await asked(deletion());
  const next = await ask("Never mind");
  expect(next.metadata?.state).toBe("done");
  expect((await answer(answering(message, true))).status).toBe(409);
  expect(await living()).toEqual(["Bread", "Milk"]);
});

test("several at once are asked about with what each would become; one alone is not", async () => {
  const edit = { priority: "high", addTags: ["soon"], removeTags: ["shop"] };
  const message = await asked({
    name: "change_tasks",
    input: {
      tasks: [
        { id: milk.id, dueDate: null, ...edit },
        { id: bread.id, title: " Bread " },
        { id: bread.id, ...edit },
      ],
    },
  });
  const preview = message.parts.find(({ type }) => type === "data-preview");
  expect(preview).toMatchObject({
    data: {
      rows: [
        { task: { title: "Milk" }, becomes: { priority: "high", dueDate: null, tags: [{ name: "soon" }] } },
        { task: { title: "Bread" }, becomes: { priority: "high", tags: [{ name: "soon" }] } },
      ],
    },
  });
  const after = await approve(message);
  expect(outputsOf(after)).toMatchObject([
    {
      done: [
        { was: { priority: "none", dueDate: "2026-12-01", tags: [{ name: "shop" }] } },
        { was: { priority: "none", tags: [] } },
      ],
    },
  ]);
  await server.close();

  const alone = await asked({ name: "change_tasks", input: { tasks: [{ id: milk.id, title: "Oat milk" }] } });
  expect(outputsOf(alone)).toMatchObject([{ done: [{ task: { title: "Oat milk" }, was: { title: "Milk" } }] }]);
});

test("single calls add up: from the second task on, each is asked about", async () => {
  const four = await Promise.all(["a", "b", "c", "d"].map((title) => aTask(ada.id, { title })));
  const message = await asked(...four.map(({ id }) => ({ name: "complete_tasks", input: { ids: [id] } })));
  expect(message.metadata?.state).toBe("waiting");
  expect((await tasks.list(ada.id, { view: "completed" })).items).toHaveLength(1);
  expect(message.parts.filter(({ type }) => type === "data-preview")).toHaveLength(3);
});

test("several edits of one task are one, and so are five new tasks; the sixth is asked about", async () => {
  const edit = (fields: object) => ({ name: "change_tasks", input: { tasks: [{ id: milk.id, ...fields }] } });
  const adding = (title: string) => ({ name: "add_tasks", input: { tasks: [{ title }] } });
  const message = await asked(
    edit({ title: "Oat milk" }),
    ...["1", "2", "3", "4", "5", "6"].map(adding),
    edit({ dueDate: null }),
  );
  const rows = askedRows(message);
  expect(rows).toMatchObject([{ task: { title: "6" }, isNew: true }]);
  expect(await living()).toEqual(["1", "2", "3", "4", "5", "Bread", "Oat milk"]);
  expect(await tasks.find(ada.id, { id: milk.id })).toMatchObject({ dueDate: null });
});

test("a task with its subtasks is as many rows, which all stand in the question", async () => {
  for (let n = 0; n < 60; n++) await aTask(ada.id, { title: `Part ${n}`, parentId: milk.id });
  const message = await asked({ name: "complete_tasks", input: { ids: [milk.id] } });
  const rows = askedRows(message);
  expect(rows).toHaveLength(61);
  expect(rows.filter((row) => row.with === milk.id)).toHaveLength(60);
  expect(await living()).toHaveLength(62);
  await approve(message);
  expect((await tasks.list(ada.id, { view: "completed", limit: 200 })).items).toHaveLength(61);
});

test("what lies beyond the newest 2,000 in the trash is shown before it comes back", async () => {
  await tasks.removeMany(ada.id, { ids: [milk.id, bread.id] }, { who: "you" });
  await fillTrash(ada.id, 2_100);
  const message = await asked({ name: "restore_tasks", input: { ids: [milk.id, bread.id] } });
  const rows = askedRows(message);
  expect(rows.map(({ task }) => task.title).sort()).toEqual(["Bread", "Milk"]);
  expect(await living()).toEqual([]);
});

test("more than a question can show is not done, and says so", async () => {
  await fillTrash(ada.id, 5_001);
  const message = await asked({ name: "restore_tasks", input: { filter: { view: "trash" } } });
  expect(message.parts.find(({ type }) => type === "tool-restore_tasks")).toMatchObject({
    state: "output-error",
    errorText: "This would change more than 5,000 rows. Nothing was changed.",
  });
  expect(await living()).toEqual(["Bread", "Milk"]);
});

test("a question from before there were plans does nothing, and says so", async () => {
  const message = await asked(deletion());
  await forgetPlans(ada.id);
  const after = await approve(message);
  expect(after.parts.find(({ type }) => type === "tool-delete_tasks")).toMatchObject({ state: "output-error" });
  expect(await living()).toEqual(["Bread", "Milk"]);
});

test("what is there to restore or reopen is counted, not what is named", async () => {
  await tasks.removeMany(ada.id, { ids: [milk.id, bread.id] }, { who: "you" });
  const message = await asked({ name: "restore_tasks", input: { ids: [milk.id, bread.id, randomUUID()] } });
  expect(message.metadata?.state).toBe("waiting");
  const after = await approve(message);
  expect(outputsOf(after)).toMatchObject([
    { done: [{ was: { deleted: true } }, {}], failed: [{ reason: "not found" }] },
  ]);
  await server.close();

  const none = await asked({ name: "reopen_tasks", input: { ids: [milk.id, bread.id] } });
  expect(outputsOf(none)).toMatchObject([{ done: [{ changeId: null, was: {} }, { changeId: null }], failed: [] }]);
});
