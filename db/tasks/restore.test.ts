import { beforeEach, describe, expect, test } from "vitest";
import * as tags from "@/db/tags";
import * as tasks from "@/db/tasks";
import { aUser } from "@/db/testing";
import { aTask, you } from "@/db/testing-tasks";

let ada: string;
let bob: string;
beforeEach(async () => {
  ada = (await aUser()).id;
  bob = (await aUser()).id;
});

const titles = (rows: tasks.Task[]) => rows.map(({ title }) => title);
const listed = async (userId = ada) => titles((await tasks.list(userId)).items);

describe("the trash", () => {
  test("takes subtasks and tags along and gives just those back", async () => {
    const parent = await aTask(ada, { title: "Parent", tags: ["a"] });
    const early = await aTask(ada, { title: "Early", parentId: parent.id });
    const late = await aTask(ada, { title: "Late", parentId: parent.id, tags: ["b"] });
    await tasks.remove(ada, { id: early.id }, you);
    const removed = await tasks.remove(ada, { id: parent.id }, you);
    expect(removed).toMatchObject({ deletedAt: expect.any(Date), tags: [{ name: "a" }] });
    expect(await tasks.find(ada, { id: late.id })).toBeUndefined();
    expect(titles((await tasks.list(ada, { view: "trash" })).items)).toEqual(["Parent", "Early"]);
    expect((await tags.list(ada)).map(({ taskCount }) => taskCount)).toEqual([0, 0]);

    expect(await tasks.remove(ada, { id: parent.id }, you)).toBeUndefined();
    expect(await tasks.restore(bob, { id: parent.id }, you)).toBeUndefined();
    const restored = await tasks.restore(ada, { id: parent.id }, you);
    expect(restored).toMatchObject({ deletedAt: null, tags: [{ name: "a" }], subtasks: { done: 0, total: 1 } });
    expect(await tasks.restore(ada, { id: parent.id }, you)).toEqual(restored);
    expect(await listed()).toEqual(["Parent", "Late"]);
    expect(await tasks.find(ada, { id: late.id })).toMatchObject({ tags: [{ name: "b" }] });
  });

  test("gives a subtask back on its own when its parent stays there", async () => {
    const parent = await aTask(ada);
    const subtask = await aTask(ada, { parentId: parent.id });
    await tasks.remove(ada, { id: subtask.id }, you);
    await tasks.remove(ada, { id: parent.id }, you);
    expect(await tasks.restore(ada, { id: subtask.id }, you)).toMatchObject({ parentId: null });
    const both = [await aTask(ada), await aTask(ada, { parentId: (await aTask(ada)).id })];
    const ids = both.map(({ id }) => id);
    await tasks.removeMany(ada, { ids }, you);
    expect((await tasks.restoreMany(ada, { ids: ids.toReversed() }, you)).map(({ id }) => id)).toEqual(
      ids.toReversed(),
    );
  });

  test("gives a subtask back on its own when its parent is a subtask by now", async () => {
    const { id: parentId } = await aTask(ada);
    const { id } = await aTask(ada, { parentId });
    await tasks.remove(ada, { id }, you);
    await tasks.change(ada, { id: parentId, parentId: (await aTask(ada)).id }, you);
    expect(await tasks.restore(ada, { id }, you)).toMatchObject({ parentId: null });
    await tasks.removeMany(ada, { ids: [id, parentId] }, you);
    expect(await tasks.restoreMany(ada, { ids: [id, parentId] }, you)).toMatchObject([
      { parentId: null },
      { id: parentId },
    ]);
  });

  test("keeps a tag off while that is in the trash itself, whichever went first and comes back first", async () => {
    for (const [first, second] of [
      ["tag", "task"],
      ["task", "tag"],
    ] as const)
      for (const back of [first, second]) {
        const task = await aTask(ada, { tags: [`${first} ${back}`] });
        const taskId = { id: task.id };
        const tagId = { id: task.tags[0]?.id ?? "" };
        const remove = { task: () => tasks.remove(ada, taskId, you), tag: () => tags.remove(ada, tagId, you) };
        const restore = { task: () => tasks.restore(ada, taskId, you), tag: () => tags.restore(ada, tagId, you) };
        await remove[first]();
        await remove[second]();
        await restore[back]();
        if (back === "task") expect(await tasks.find(ada, taskId)).toMatchObject({ tags: [] });
        await restore[back === "task" ? "tag" : "task"]();
        expect(await tasks.find(ada, taskId)).toMatchObject({ tags: task.tags });
      }
  });
});
