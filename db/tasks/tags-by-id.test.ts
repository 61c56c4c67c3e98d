import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import * as changes from "@/db/changes";
import type { By } from "@/db/record";
import * as tags from "@/db/tags";
import { addManyInput, changeOneInput } from "@/db/task-input";
import * as tasks from "@/db/tasks";
import { aUser } from "@/db/testing";
import { aTask, you } from "@/db/testing-tasks";

let userId: string;
beforeAll(async () => {
  userId = (await aUser()).id;
});

async function aTag(name: string = randomUUID()) {
  const tag = await tags.add(userId, { name }, you);
  if ("taken" in tag) throw new Error("The name is taken.");
  return tag;
}
const namesOf = (outcome: unknown) => {
  const [task] = Array.isArray(outcome) ? outcome : [outcome];
  return (task as tasks.Task).tags.map(({ name }) => name);
};
const add = (tagIds: string[], names: string[] = [], by: By = you) =>
  tasks.addMany(userId, { tasks: [{ title: "Water the ferns", tagIds, tags: names }] }, by);
const GONE = "That tag no longer exists.";

test("a tag that was renamed elsewhere is still the one that is meant", async () => {
  const tag = await aTag();
  const name = randomUUID();
  await tags.change(userId, { id: tag.id, name }, you);
  expect(namesOf(await add([tag.id]))).toEqual([name]);
  expect(await tags.list(userId)).not.toContainEqual(expect.objectContaining({ name: tag.name }));

  const { id } = await aTask(userId);
  expect(namesOf(await tasks.change(userId, { id, addTagIds: [tag.id] }, you))).toEqual([name]);
});

test("one that was deleted elsewhere is refused by its id, and nothing is made", async () => {
  const tag = await aTag();
  const { id } = await aTask(userId);
  await tags.remove(userId, { id: tag.id }, you);
  const before = await tasks.list(userId, { limit: 200 });
  const refused = { refused: [{ path: "tagIds", message: GONE, id: tag.id }] };
  const fresh = randomUUID();
  expect(await add([tag.id])).toEqual(refused);
  expect(await add([tag.id], [fresh])).toEqual(refused);
  expect(await tasks.change(userId, { id, addTagIds: [tag.id], addTags: [fresh] }, you)).toEqual(refused);
  expect(await tasks.list(userId, { limit: 200 })).toEqual(before);
  expect((await tags.list(userId)).filter(({ name }) => [fresh, tag.name].includes(name))).toEqual([]);
});

test("known and new tags come together, each once", async () => {
  const tag = await aTag("Garden");
  expect(namesOf(await add([tag.id], ["garden", "balcony"]))).toEqual(["balcony", "Garden"]);
});

test("adding and removing leaves the tags that another tab has put on", async () => {
  const [mine, theirs, old] = [await aTag("a mine"), await aTag("b theirs"), await aTag("c old")];
  const { id } = await aTask(userId, { tags: [old.name] });
  await tasks.change(userId, { id, addTagIds: [theirs.id] }, you);
  const patch = { addTagIds: [mine.id], removeTagIds: [old.id], addTags: ["d new"] };
  expect(namesOf(await tasks.change(userId, { id, ...patch }, you))).toEqual(["a mine", "b theirs", "d new"]);
  // Again, where its answer was lost.
  expect(namesOf(await tasks.change(userId, { id, ...patch }, you))).toEqual(["a mine", "b theirs", "d new"]);
});

test("a task has at most twenty tags, however they come", async () => {
  const names = Array.from({ length: 20 }, () => randomUUID());
  const { id } = await aTask(userId, { tags: names });
  const outcome = await tasks.change(userId, { id, addTagIds: [(await aTag()).id] }, you);
  expect(outcome).toEqual({ refused: [{ path: "tags", message: "A task can have at most 20 tags." }] });
  const tagIds = Array.from({ length: 11 }, () => randomUUID());
  expect(addManyInput.safeParse({ tasks: [{ title: "a", tags: names.slice(0, 10), tagIds }] }).success).toBe(false);
  expect(changeOneInput.safeParse({ id, tags: [], addTags: ["a"] }).success).toBe(false);
});

test("pasted tasks come completed with their tags, are counted so, and one undo takes all back", async () => {
  const tag = await aTag();
  const by = { who: "you", turnId: randomUUID() } as const;
  const wanted = [
    { title: "Done", completed: true, tagIds: [tag.id] },
    { title: "Every day", completed: true, repeat: "FREQ=DAILY", tagIds: [tag.id] },
    { title: "Half", tagIds: [tag.id], subtasks: [{ title: "First half", completed: true }, { title: "Second" }] },
  ];
  const outcome = await tasks.addMany(userId, { tasks: wanted }, by);
  if ("refused" in outcome) throw new Error("They were refused.");
  expect(outcome.map(({ title, completed }) => [title, completed])).toEqual([
    ["Done", true],
    ["Every day", true],
    ["Half", false],
    ["First half", true],
    ["Second", false],
  ]);
  const again = await tasks.addMany(userId, { tasks: wanted }, by);
  expect(Array.isArray(again) && again.map(({ id }) => id)).toEqual(outcome.map(({ id }) => id));
  // The half, and the next of what repeats.
  expect(await tags.find(userId, { id: tag.id })).toMatchObject({ taskCount: 2 });
  const [half] = (await tasks.list(userId, { tag: tag.id, limit: 200 })).items.filter(({ title }) => title === "Half");
  expect(half?.subtasks).toEqual({ done: 1, total: 2 });

  await changes.undoTurn(userId, by, you);
  expect((await tasks.list(userId, { view: "all", tag: tag.id })).items).toEqual([]);
});

test("five hundred are added and taken back in one turn, one more is refused", async () => {
  const many = (length: number) => ({ tasks: Array.from({ length }, (_, at) => ({ title: `Line ${at + 1}` })) });
  const { id: someone } = await aUser();
  const by = { who: "you", turnId: randomUUID() } as const;
  expect(await tasks.addMany(someone, addManyInput.parse(many(500)), by)).toHaveLength(500);
  expect(addManyInput.safeParse(many(501)).error?.issues[0]?.message).toBe("Add at most 500 tasks at once.");
  expect(await changes.undoLast(someone, {}, { who: "you", turnId: randomUUID() })).toHaveProperty("undone");
  expect((await tasks.list(someone, {})).items).toEqual([]);
});

test("a tag that is asked for again in the same turn, because the answer was lost, is made once", async () => {
  const by = { who: "you", turnId: randomUUID() } as const;
  const wanted = { name: randomUUID(), color: "#3B82F6" };
  const both = await Promise.all([tags.add(userId, wanted, by), tags.add(userId, wanted, by)]);
  const first = both[0];
  expect(both).toEqual([first, first]);
  expect(await tags.add(userId, wanted, by)).toEqual(first);
  expect(await tags.add(userId, wanted, { who: "you", turnId: randomUUID() })).toHaveProperty("taken");
});
