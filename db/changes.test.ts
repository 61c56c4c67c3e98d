import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import * as changes from "@/db/changes";
import { db } from "@/db/client";
import * as conversations from "@/db/conversations";
import * as messages from "@/db/messages";
import type { By } from "@/db/record";
import * as tags from "@/db/tags";
import * as tasks from "@/db/tasks";
import { aUser } from "@/db/testing";
import { everything, turn } from "@/db/testing-changes";
import { aTask, you } from "@/db/testing-tasks";

let ada: string;
let bob: string;
beforeEach(async () => {
  ada = (await aUser()).id;
  bob = (await aUser()).id;
});

async function lastOf(turnId: string) {
  const last = (await changes.list(ada, { turnId })).at(-1);
  if (!last) throw new Error("Nothing was written.");
  return last;
}

test("turns that wrote something are known by their ids, to their own user, also once they were taken back", async () => {
  const [mine, undone, unknown, theirs] = [turn(), turn(), turn(), turn()];
  await tasks.add(ada, { title: "Call mum" }, mine);
  await tasks.add(ada, { title: "Call dad" }, undone);
  await changes.undoTurn(ada, undone, turn());
  await tasks.add(bob, { title: "Call Ada" }, theirs);
  const ids = [mine, undone, unknown, theirs].map(({ turnId }) => turnId);
  expect((await changes.seenTurns(ada, { ids })).sort()).toEqual([mine.turnId, undone.turnId].sort());
});

test("the reply of a turn that was taken back says so", async () => {
  const by = turn();
  const conversation = await conversations.start(ada, {}, you);
  const reply = { id: randomUUID(), role: "assistant" as const, parts: [], metadata: { turnId: by.turnId } };
  await messages.save(ada, { ...reply, conversationId: conversation?.id ?? "" });
  await tasks.add(ada, { title: "Call mum" }, by);
  await changes.undoTurn(bob, by, turn());
  const said = async () => (await conversations.find(ada, { id: conversation?.id ?? "" }))?.messages[0]?.metadata;
  expect(await said()).toEqual(reply.metadata);
  await changes.undoTurn(ada, by, turn());
  expect(await said()).toEqual({ ...reply.metadata, undone: true });
});

describe("one change", () => {
  const writes: Record<string, (task: tasks.Task, by: By) => Promise<unknown>> = {
    change: (task, by) =>
      tasks.change(ada, { id: task.id, title: "New", dueDate: null, tags: ["other"], position: "a0" }, by),
    "a new rule": (task, by) => tasks.change(ada, { id: task.id, repeat: "FREQ=WEEKLY" }, by),
    "moving under another": async (task, by) => tasks.change(ada, { id: task.id, parentId: (await aTask(ada)).id }, by),
    skip: (task, by) => tasks.skip(ada, { id: task.id }, by),
    "moving all that follow": (task, by) =>
      tasks.change(ada, { id: task.id, dueDate: "2055-01-03", scope: "following" }, by),
    complete: (task, by) => tasks.complete(ada, { id: task.id }, by),
    remove: (task, by) => tasks.remove(ada, { id: task.id }, by),
  };

  test.each(Object.keys(writes))("%s is taken back, made again, and taken back", async (name) => {
    const task = await aTask(ada, { dueDate: "2055-01-01", dueTime: "10:00", repeat: "FREQ=DAILY", tags: ["a"] });
    const by = turn();
    await writes[name]?.(task, by);
    const { id } = (await changes.list(ada, { turnId: by.turnId })).find(({ subjectId }) => subjectId === task.id) ?? {
      id: "",
    };
    const written = await tasks.find(ada, { id: task.id });

    const undoing = turn();
    expect(await changes.undo(ada, { id }, undoing)).toMatchObject({ undone: [{ id }] });
    const { version, updatedAt, ...rest } = task;
    expect(await tasks.find(ada, { id: task.id })).toMatchObject(rest);
    expect(await changes.list(ada, { turnId: undoing.turnId })).toContainEqual(
      expect.objectContaining({ undoesId: id }),
    );
    expect(await changes.undo(ada, { id }, turn())).toHaveProperty("conflict");

    expect(await changes.undoTurn(ada, undoing, turn())).toHaveProperty("undone");
    if (written)
      expect(await tasks.find(ada, { id: task.id })).toMatchObject({
        completedAt: written.completedAt,
        title: written.title,
        parentId: written.parentId,
        repeatStart: written.repeatStart,
        tags: written.tags,
      });
    else expect(await tasks.find(ada, { id: task.id })).toBeUndefined();
  });

  test("a reopening is made again even where its next occurrence had been worked on before", async () => {
    const { id } = await aTask(ada, { dueDate: "2055-01-01", repeat: "FREQ=DAILY" });
    await tasks.complete(ada, { id }, you);
    const [next] = (await tasks.list(ada)).items;
    await tasks.skip(ada, { id: next?.id ?? "" }, you);
    const [by, undoing] = [turn(), turn()];
    await tasks.reopen(ada, { id }, by);
    const open = await everything(ada);
    expect(await changes.undoTurn(ada, by, undoing)).toHaveProperty("undone");
    expect(await changes.undoTurn(ada, undoing, turn())).toHaveProperty("undone");
    expect(await everything(ada)).toEqual(open);
  });

  test("is nobody else's to take back", async () => {
    const by = turn();
    await aTask(ada, {}, by);
    const { id } = await lastOf(by.turnId);
    expect(await changes.undo(bob, { id }, you)).toBeUndefined();
    expect(await changes.undoTurn(bob, by, you)).toBeUndefined();
    expect(await changes.undo(ada, { id: randomUUID() }, you)).toBeUndefined();
    expect((await tasks.list(ada)).items).toHaveLength(1);
  });

  test("goes without taking later edits of other fields along", async () => {
    const task = await aTask(ada);
    const by = turn();
    await tasks.change(ada, { id: task.id, title: "New" }, by);
    await tasks.change(ada, { id: task.id, priority: "high" }, you);
    await changes.undoTurn(ada, by, you);
    expect(await tasks.find(ada, { id: task.id })).toMatchObject({ title: task.title, priority: "high" });
  });

  test("is refused where a later edit stands in the way, by the name of what stands there", async () => {
    const task = await aTask(ada);
    const by = turn();
    await tasks.change(ada, { id: task.id, title: "New" }, by);
    await tasks.change(ada, { id: task.id, title: "Newer" }, you);
    expect(await changes.undoTurn(ada, by, you)).toEqual({ conflict: "“Newer” was changed later." });
    await tasks.remove(ada, { id: task.id }, you);
    const added = turn();
    const other = await aTask(ada, { title: "Other" }, added);
    await tasks.change(ada, { id: other.id, description: "Do not lose this" }, you);
    expect(await changes.undoTurn(ada, added, you)).toEqual({ conflict: "“Other” was changed later." });
  });

  test("that restored a task is refused once another has come under it since, which would go with it", async () => {
    const task = await aTask(ada, { title: "Pack" });
    await aTask(ada, { title: "Passport", parentId: task.id });
    const late = await aTask(ada, { title: "Sun hat" });
    await tasks.remove(ada, { id: task.id }, you);
    const by = turn();
    await tasks.restore(ada, { id: task.id }, by);
    await tasks.change(ada, { id: late.id, parentId: task.id }, you);
    expect(await changes.undoTurn(ada, by, you)).toEqual({ conflict: "“Pack” was changed later." });
    await tasks.change(ada, { id: late.id, parentId: null }, you);
    expect(await changes.undoTurn(ada, by, you)).toHaveProperty("undone");
    expect((await tasks.list(ada)).items).toMatchObject([{ title: "Sun hat" }]);
  });

  test("that added a task is refused once the task has got a subtask since, which would go with it", async () => {
    const by = turn();
    const subtasks = [{ title: "Passport" }];
    const added = await tasks.addMany(ada, { tasks: [{ title: "Pack", subtasks }] }, by);
    const parentId = "refused" in added ? "" : (added[0]?.id ?? "");
    const { id } = await aTask(ada, { title: "Sun hat", parentId });
    expect(await changes.undoTurn(ada, by, you)).toEqual({ conflict: "“Pack” was changed later." });
    await tasks.remove(ada, { id }, you);
    expect(await changes.undoTurn(ada, by, you)).toHaveProperty("undone");
    expect((await tasks.list(ada)).items).toEqual([]);
  });

  test("of a rule leaves a series where it was, though this occurrence has been moved since", async () => {
    const { id } = await aTask(ada, { dueDate: "2055-01-01", repeat: "FREQ=DAILY" });
    const by = turn();
    await tasks.change(ada, { id, repeat: "FREQ=WEEKLY" }, by);
    await tasks.change(ada, { id, dueDate: "2055-01-03" }, you);
    await changes.undoTurn(ada, by, you);
    const kept = { repeat: "FREQ=DAILY", repeatStart: "2055-01-01", dueDate: "2055-01-03" };
    expect(await tasks.find(ada, { id })).toMatchObject(kept);
  });

  test("that took a tag off does not miss it when it is gone for good", async () => {
    const { id, tags: had } = await aTask(ada, { tags: ["home", "work"] });
    const by = turn();
    await tasks.change(ada, { id, tags: [] }, by);
    await db.execute(sql`delete from tags where id = ${had[0]?.id}`);
    expect(await changes.undoTurn(ada, by, you)).toHaveProperty("undone");
    expect(await tasks.find(ada, { id })).toMatchObject({ tags: [{ name: "work" }] });
  });

  test("that completed what repeats is refused once the next one was worked on", async () => {
    const { id } = await aTask(ada, { title: "Run", repeat: "FREQ=DAILY" });
    const by = turn();
    await tasks.complete(ada, { id }, by);
    const [next] = (await tasks.list(ada)).items;
    await tasks.change(ada, { id: next?.id ?? "", description: "With Bob" }, you);
    const [completion] = await changes.list(ada, by);
    expect(await changes.undo(ada, { id: completion?.id ?? "" }, you)).toEqual({
      conflict: "The next “Run” was changed later.",
    });
  });

  test("happens once, however many take it back at once", async () => {
    const task = await aTask(ada);
    const by = turn();
    await tasks.change(ada, { id: task.id, title: "New" }, by);
    const { id } = await lastOf(by.turnId);
    const answers = await Promise.all(Array.from({ length: 8 }, () => changes.undo(ada, { id }, you)));
    expect(answers.filter((answer) => answer && "undone" in answer)).toHaveLength(1);
    expect(await tasks.find(ada, { id: task.id })).toMatchObject({ version: 3 });
  });
});

describe("a turn", () => {
  test("whose undo is asked for again in the same turn, its answer lost, was taken back once and is said to be", async () => {
    const task = await aTask(ada, { title: "Old" });
    const [by, undoing] = [turn(), turn()];
    await tasks.change(ada, { id: task.id, title: "New" }, by);
    const answers = await Promise.all(Array.from({ length: 4 }, () => changes.undoTurn(ada, by, undoing)));
    expect(answers).toEqual(
      Array.from({ length: 4 }, () => ({ undone: [expect.objectContaining({ what: "change" })] })),
    );
    expect(await changes.list(ada, undoing)).toHaveLength(1);
    expect(await tasks.find(ada, { id: task.id })).toMatchObject({ title: "Old", version: 3 });
  });

  test("is taken back whole, and made again whole", async () => {
    await aTask(ada, { title: "Old", tags: ["kept"] });
    const before = await everything(ada);
    const by = turn();
    const parent = await aTask(ada, { title: "Trip", tags: ["kept", "new"], repeat: "FREQ=DAILY" }, by);
    await aTask(ada, { title: "Pack", parentId: parent.id }, by);
    await tasks.complete(ada, { id: parent.id }, by);
    await tasks.remove(ada, { id: parent.id }, by);
    const after = await everything(ada);

    const undoing = turn();
    expect(await changes.undoTurn(ada, by, undoing)).toHaveProperty("undone");
    const undone = await everything(ada);
    expect({ ...undone, tasks: undone.tasks.filter(({ inTrash }) => !inTrash) }).toEqual(before);
    expect(await changes.undoTurn(ada, by, turn())).toHaveProperty("conflict");
    await changes.undoTurn(ada, undoing, turn());
    expect(await everything(ada)).toEqual(after);
  });

  test("that added a task with subtasks leaves one thing in the trash, which comes back whole", async () => {
    await tags.add(ada, { name: "home" }, you);
    const by = turn();
    await tasks.addMany(
      ada,
      { tasks: [{ title: "Trip", subtasks: [{ title: "Pack", tags: ["home"] }, { title: "Book" }] }] },
      by,
    );
    const before = await everything(ada);
    await changes.undoTurn(ada, by, turn());
    const { items } = await tasks.list(ada, { view: "trash" });
    expect(items).toMatchObject([{ title: "Trip", subtasks: { total: 2 } }]);
    await tasks.restore(ada, { id: items[0]?.id ?? "" }, you);
    expect(await everything(ada)).toEqual(before);
  });

  test("is refused whole when one change of it cannot be taken back", async () => {
    const [a, b] = [await aTask(ada, { title: "A" }), await aTask(ada, { title: "B" })];
    const by = turn();
    await tasks.changeMany(ada, { ids: [a.id, b.id], priority: "high" }, by);
    await tasks.change(ada, { id: a.id, priority: "low" }, you);
    expect(await changes.undoTurn(ada, by, you)).toEqual({ conflict: "“A” was changed later." });
    expect(await tasks.find(ada, { id: b.id })).toMatchObject({ priority: "high", version: 2 });
  });

  test("leaves a tag that it made when others use it by now", async () => {
    const by = turn();
    await aTask(ada, { tags: ["errands"] }, by);
    await aTask(ada, { tags: ["errands"] });
    expect(await changes.undoTurn(ada, by, you)).toHaveProperty("undone");
    expect(await tags.list(ada)).toMatchObject([{ name: "errands", taskCount: 1 }]);
  });
});

describe("tags and conversations", () => {
  test("come back as they were, and are refused when their name is taken", async () => {
    const made = await tags.add(ada, { name: "Home" }, you);
    const id = "id" in made ? made.id : "";
    await aTask(ada, { tags: ["home"] });
    const by = turn();
    await tags.change(ada, { id, name: "House", color: "#000000" }, by);
    await tags.remove(ada, { id }, by);
    await changes.undoTurn(ada, by, you);
    expect(await tags.find(ada, { id })).toMatchObject({ name: "Home", color: "#3B82F6", taskCount: 1 });

    const again = turn();
    await tags.change(ada, { id, name: "House" }, again);
    await tags.add(ada, { name: "HOME" }, you);
    expect(await changes.undoTurn(ada, again, you)).toEqual({ conflict: "Another tag is called “Home” now." });
  });

  test("conversations keep what was said meanwhile", async () => {
    const by = turn();
    const conversation = await conversations.start(ada, { title: "Plan" }, you);
    const id = conversation?.id ?? "";
    await conversations.rename(ada, { id, title: "Plans" }, by);
    await conversations.remove(ada, { id }, by);
    await changes.undoTurn(ada, by, you);
    expect(await conversations.find(ada, { id })).toMatchObject({ title: "Plan" });
  });
});
