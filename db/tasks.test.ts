import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import * as changes from "@/db/changes";
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

describe("adding", () => {
  test("keeps every field, and finds the task again", async () => {
    const parent = await aTask(ada);
    const task = await aTask(ada, {
      title: "Call mum",
      description: "About Christmas",
      priority: "high",
      dueDate: "2026-12-01",
      dueTime: "17:00",
      repeat: "FREQ=WEEKLY",
      repeatFrom: "completion",
      parentId: parent.id,
      tags: ["family", "Phone"],
    });
    expect(task).toMatchObject({
      title: "Call mum",
      description: "About Christmas",
      priority: "high",
      dueDate: "2026-12-01",
      dueTime: "17:00",
      repeat: "FREQ=WEEKLY",
      repeatFrom: "completion",
      repeatStart: "2026-12-01",
      parentId: parent.id,
      completed: false,
      completedAt: null,
      deletedAt: null,
      version: 1,
      subtasks: { done: 0, total: 0 },
      tags: [{ name: "family" }, { name: "Phone" }],
    });
    expect(task.createdAt).toBeInstanceOf(Date);
    expect(await tasks.find(ada, { id: task.id })).toEqual(task);
    expect(await tasks.find(bob, { id: task.id })).toBeUndefined();
    expect(await tasks.subtasks(ada, { id: parent.id })).toEqual([task]);
    expect(await tasks.titles(ada, [parent.id, task.id])).toEqual({ [parent.id]: parent.title, [task.id]: task.title });
    expect(await tasks.titles(bob, [parent.id])).toEqual({});
  });

  test("takes tags by their names whatever their case, and makes the others", async () => {
    const errands = await tags.add(ada, { name: "Errands", color: "#112233" }, you);
    const task = await aTask(ada, { tags: ["errands", "new"] });
    expect(task.tags).toEqual([
      { id: "id" in errands && errands.id, name: "Errands", color: "#112233" },
      expect.objectContaining({ name: "new" }),
    ]);
    expect(await tags.list(bob)).toEqual([]);
  });

  test("puts a repetition without a day on the first of its days", async () => {
    const task = await aTask(ada, { repeat: "FREQ=DAILY", dueTime: "08:00" });
    expect(task).toMatchObject({ dueDate: task.repeatStart, dueTime: "08:00" });
    expect((await tasks.list(ada, { view: "today" })).items).toHaveLength(1);
    expect(await tasks.add(ada, { title: "Too late", repeat: "FREQ=DAILY;UNTIL=20200101" }, you)).toEqual({
      refused: [{ path: "repeat", message: "This repeat has no dates left." }],
    });
  });

  test("refuses alike a parent of another user's, in the trash, that never was, or that is a subtask", async () => {
    const foreign = await aTask(bob);
    const gone = await aTask(ada);
    await tasks.remove(ada, { id: gone.id }, you);
    const subtask = await aTask(ada, { parentId: (await aTask(ada)).id });
    const before = await tasks.counts(ada);
    for (const parentId of [foreign.id, gone.id, randomUUID(), subtask.id])
      expect(await tasks.addMany(ada, { tasks: [{ title: "Fine" }, { title: "Not", parentId }] }, you)).toEqual({
        refused: [{ path: "parentId", message: "There’s no task to put this under." }],
      });
    expect(await tasks.counts(ada)).toEqual(before);
  });

  test("makes no tag for a task that is refused", async () => {
    const wanted = { title: "Not", parentId: randomUUID(), tags: ["left-over", "home"] };
    expect(await tasks.add(ada, wanted, you)).toHaveProperty("refused");
    expect((await tags.list(ada)).map(({ name }) => name)).not.toContain("left-over");
    expect(await tasks.add(ada, { ...wanted, parentId: (await aTask(ada)).id }, you)).toMatchObject({
      tags: [{ name: "home" }, { name: "left-over" }],
    });
  });

  test("makes no tag for a change that is not made", async () => {
    const task = await aTask(ada);
    const wanted = { id: task.id, tags: ["left-over"] };
    expect(await tasks.change(ada, { ...wanted, version: 9 }, you)).toHaveProperty("stale");
    expect(await tasks.change(ada, { ...wanted, id: randomUUID() }, you)).toBeUndefined();
    expect(await tasks.change(ada, { ...wanted, parentId: randomUUID() }, you)).toHaveProperty("refused");
    expect(await tags.list(ada)).toEqual([]);
  });

  test("said again in the same turn of one's own, nothing is added twice", async () => {
    const by = { who: "you", turnId: randomUUID() } as const;
    const wanted = { tasks: [{ title: "Once" }, { title: "As well" }] };
    const first = await tasks.addMany(ada, wanted, by);
    expect(await tasks.addMany(ada, wanted, by)).toEqual(first);
    expect((await tasks.list(ada, { q: "Once" })).items).toHaveLength(1);
    expect(await tasks.addMany(bob, wanted, by)).not.toEqual(first);
    const assistants = { ...by, who: "assistant" as const };
    expect(await tasks.addMany(ada, wanted, assistants)).not.toEqual(await tasks.addMany(ada, wanted, assistants));
  });

  test("comes with its subtasks, all in one turn, that one step takes back", async () => {
    const by = { who: "you", turnId: randomUUID() } as const;
    const subtasks = [{ title: "Passport", tags: ["papers"] }, { title: "Sun hat" }];
    const wanted = {
      tasks: [
        { title: "Pack", subtasks },
        { title: "Feed the cat", subtasks: [{ title: "Buy food" }] },
      ],
    };
    const added = await tasks.addMany(ada, wanted, by);
    if ("refused" in added) throw new Error("It was refused.");
    expect(titles(added)).toEqual(["Pack", "Passport", "Sun hat", "Feed the cat", "Buy food"]);
    const [pack] = added;
    expect(pack?.subtasks).toEqual({ done: 0, total: 2 });
    expect(titles(await tasks.subtasks(ada, { id: pack?.id ?? "" }))).toEqual(["Passport", "Sun hat"]);
    expect(await tasks.addMany(ada, wanted, by)).toEqual(added);
    await changes.undoTurn(ada, { turnId: by.turnId }, you);
    expect((await tasks.list(ada, {})).items).toEqual([]);
  });

  test("goes to the end of the list, in order, also when many come at once", async () => {
    const wanted = [{ title: "a", repeat: "FREQ=DAILY" }, { title: "b" }, { title: "c" }];
    const many = await tasks.addMany(ada, { tasks: wanted }, you);
    expect("refused" in many || titles(many)).toEqual(["a", "b", "c"]);
    await Promise.all(Array.from({ length: 20 }, () => aTask(ada, { tags: ["rush", "hour"] })));
    const { items } = await tasks.list(ada, { sort: "position", limit: 100 });
    expect(new Set(items.map(({ position }) => position)).size).toBe(23);
    expect(titles(items.slice(0, 3))).toEqual(["a", "b", "c"]);
    expect((await tags.list(ada)).map(({ name, taskCount }) => [name, taskCount])).toEqual([
      ["hour", 20],
      ["rush", 20],
    ]);
  });

  test("keeps what anyone writes", async () => {
    const title = "﷽ 👩‍👩‍👧 ' ; drop table tasks; -- \\ %_ $ <script>";
    expect((await aTask(ada, { title, tags: ["a,b", "{}", '"', "\\"] })).title).toBe(title);
    expect((await tasks.list(ada, { q: "\\ %_ $" })).items).toHaveLength(1);
    expect((await tasks.list(ada, { q: "%%" })).items).toHaveLength(0);
  });
});

describe("changing", () => {
  test("touches what is named, and its version grows by one", async () => {
    const task = await aTask(ada, { description: "Old", dueDate: "2026-12-01", dueTime: "10:00" });
    const changed = await tasks.change(ada, { id: task.id, title: "New", description: null }, you);
    expect(changed).toMatchObject({ title: "New", description: null, dueTime: "10:00", version: 2 });
    expect(await tasks.change(ada, { id: task.id, title: "New" }, you)).toMatchObject({ version: 2 });
    expect(await tasks.change(bob, { id: task.id, title: "Mine" }, you)).toBeUndefined();
  });

  test("without its day a task has no time and no repetition", async () => {
    const task = await aTask(ada, { dueDate: "2026-12-01", dueTime: "10:00", repeat: "FREQ=DAILY" });
    expect(await tasks.change(ada, { id: task.id, dueDate: null }, you)).toMatchObject({
      dueDate: null,
      dueTime: null,
      repeat: null,
      repeatStart: null,
    });
    const refusal = { refused: [{ path: "dueTime", message: "A time needs a date." }] };
    expect(await tasks.change(ada, { id: task.id, dueTime: "10:00" }, you)).toEqual(refusal);
    expect(await tasks.change(ada, { id: task.id, repeat: "FREQ=DAILY", dueTime: "10:00" }, you)).toMatchObject({
      dueTime: "10:00",
    });
  });

  test("a version that is not the present one writes nothing", async () => {
    const task = await aTask(ada);
    await tasks.change(ada, { id: task.id, version: 1, title: "First" }, you);
    const late = await tasks.change(ada, { id: task.id, version: 1, title: "Second", tags: ["x"] }, you);
    expect(late).toMatchObject({ stale: { title: "First", version: 2, tags: [] } });
  });

  test("of many that read the same version one wins", async () => {
    const { id } = await aTask(ada);
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, at) => tasks.change(ada, { id, version: 1, title: `By ${at}` }, you)),
    );
    expect(answers.filter((answer) => answer && "title" in answer)).toHaveLength(1);
    expect(await tasks.find(ada, { id })).toMatchObject({ version: 2 });
  });

  test("tags are replaced, and that is a new version", async () => {
    const task = await aTask(ada, { tags: ["a", "b"] });
    const changed = await tasks.change(ada, { id: task.id, tags: ["B", "c"] }, you);
    expect(changed).toMatchObject({ version: 2, tags: [{ name: "b" }, { name: "c" }] });
    expect(await tasks.change(ada, { id: task.id, tags: ["c", "b"] }, you)).toMatchObject({ version: 2 });
    expect(await tasks.change(ada, { id: task.id, tags: [] }, you)).toMatchObject({ version: 3, tags: [] });
  });

  test("a subtask goes under a task that is none, and never in a circle", async () => {
    const [a, b, c] = [await aTask(ada), await aTask(ada), await aTask(ada)];
    expect(await tasks.change(ada, { id: b.id, parentId: a.id }, you)).toMatchObject({ parentId: a.id });
    for (const [id, parentId] of [
      [c.id, b.id],
      [a.id, c.id],
      [c.id, c.id],
      [c.id, (await aTask(bob)).id],
    ] as const)
      expect(await tasks.change(ada, { id, parentId }, you)).toHaveProperty("refused");
    expect(await tasks.change(ada, { id: b.id, parentId: null }, you)).toMatchObject({ parentId: null });
  });

  test("several at once, all or none", async () => {
    const [a, b] = [await aTask(ada, { dueDate: "2026-12-01" }), await aTask(ada)];
    const foreign = await aTask(bob);
    expect(await tasks.changeMany(ada, { ids: [a.id, b.id], dueTime: "10:00" }, you)).toHaveProperty("refused");
    expect(await tasks.find(ada, { id: a.id })).toEqual(a);
    const changed = await tasks.changeMany(ada, { ids: [b.id, foreign.id, a.id], priority: "low" }, you);
    expect(changed).toMatchObject([
      { id: b.id, priority: "low" },
      { id: a.id, priority: "low" },
    ]);
  });
});

test("every write records who did what, in which turn, before and after", async () => {
  const turnId = randomUUID();
  const by = { who: "assistant", turnId } as const;
  const { id } = await aTask(ada, { tags: ["a"] }, by);
  await tasks.change(ada, { id, title: "New", tags: ["b"] }, by);
  await tasks.change(ada, { id, title: "New" }, by);
  await tasks.complete(ada, { id }, by);
  await tasks.complete(ada, { id }, by);
  await tasks.reopen(ada, { id }, by);
  await tasks.remove(ada, { id }, by);
  await tasks.restore(ada, { id }, by);
  const log = await changes.list(ada, { turnId });
  expect(log.map(({ noun, what }) => `${what} ${noun}`)).toEqual([
    "add tag",
    "add task",
    "add tag",
    "change task",
    "complete task",
    "reopen task",
    "remove task",
    "restore task",
  ]);
  const ofTask = log.filter(({ noun }) => noun === "task");
  expect(ofTask[0]).toMatchObject({ who: "assistant", subjectId: id, before: null, after: { version: 1 } });
  expect(ofTask[1]).toMatchObject({
    before: { title: "Water the ferns", tags: [{ name: "a" }] },
    after: { title: "New", tags: [{ name: "b" }], version: 2 },
  });
  for (const [at, change] of ofTask.slice(1).entries()) expect(change.before).toMatchObject({ version: at + 1 });
  expect(await changes.list(bob, { turnId })).toEqual([]);
});

test("parallel writes to one task neither lose nor invent anything", async () => {
  const { id } = await aTask(ada);
  const turnId = randomUUID();
  const by = { who: "you", turnId } as const;
  await Promise.all([
    ...Array.from({ length: 8 }, (_, at) => tasks.change(ada, { id, title: `Title ${at}` }, by)),
    ...Array.from({ length: 4 }, (_, at) => tasks.change(ada, { id, tags: [`tag ${at}`] }, by)),
    tasks.complete(ada, { id }, by),
    tasks.reopen(ada, { id }, by),
  ]);
  const log = (await changes.list(ada, { turnId })).filter(({ noun }) => noun === "task");
  const versions = log.map(({ before, after }) => [before?.version, after.version]).sort(([a = 0], [b = 0]) => a - b);
  expect(versions).toEqual(versions.map((_, at) => [at + 1, at + 2]));
  expect(await tasks.find(ada, { id })).toMatchObject({ version: versions.length + 1, tags: [expect.anything()] });
});
