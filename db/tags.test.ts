import { randomUUID } from "node:crypto";
import { beforeEach, expect, test } from "vitest";
import * as changes from "@/db/changes";
import * as tags from "@/db/tags";
import * as tasks from "@/db/tasks";
import { aUser } from "@/db/testing";
import { aTask, you } from "@/db/testing-tasks";
import { palette, paletteOrder } from "@/language/colors";

let ada: string;
let bob: string;
beforeEach(async () => {
  ada = (await aUser()).id;
  bob = (await aUser()).id;
});

async function aTag(userId: string, name: string) {
  const tag = await tags.add(userId, { name }, you);
  if ("taken" in tag) throw new Error(`${name} is taken.`);
  return tag;
}
const names = (rows: tags.Tag[]) => rows.map(({ name }) => name);

test("a tag is made once, whatever the case, also when many make it at once", async () => {
  const answers = await Promise.all(["Home", "home", "HOME", "hOME"].map((name) => tags.add(ada, { name }, you)));
  const made = answers.filter((answer) => "id" in answer);
  expect(made).toMatchObject([{ color: "#3B82F6", taskCount: 0, version: 1 }]);
  for (const answer of answers) if ("taken" in answer) expect(answer.taken).toEqual(made[0]);
  expect(await aTag(bob, "home")).toMatchObject({ name: "home" });
  expect(await tags.add(ada, { name: "Ünïcode" }, you)).toHaveProperty("id");
  expect(await tags.add(ada, { name: "ÜNÏCODE" }, you)).toHaveProperty("taken");
});

test("two names of one tag are one tag, also where JavaScript and Postgres differ about their case", async () => {
  const { tags } = await aTask(ada, { tags: ["ΟΔΟΣ", "οδοσ"] });
  expect(tags).toHaveLength(1);
  expect(await aTask(ada, { tags: ["ΟΔΟΣ", "οδοσ"] })).toMatchObject({ tags });
});

test("a tag that is made in passing takes a colour that the fewest of the user's tags have, the first that is written first", async () => {
  const [first, second, third, ...others] = paletteOrder;
  const colors = async (userId: string, ...names: string[]) =>
    (await aTask(userId, { tags: names })).tags.map(({ name, color }) => [name, color]);
  expect(await colors(ada, "work", "home", "Work")).toEqual([
    ["home", second],
    ["work", first],
  ]);
  await tags.add(ada, { name: "Garden", color: third?.toLowerCase() }, you);
  expect(await colors(bob, "home")).toEqual([["home", first]]);
  const more = others.map((color, n) => [`more ${String(n).padStart(2, "0")}`, color]);
  expect(await colors(ada, ...more.map(([name = ""]) => name), "once more")).toEqual([...more, ["once more", first]]);
});

test("a tag that a program makes in passing is blue, as the API says", async () => {
  const task = await tasks.add(ada, { title: "Plant bulbs", tags: ["garden", "balcony"] }, { who: "api" });
  expect(task).toMatchObject({ tags: [{ color: palette.blue }, { color: palette.blue }] });
});

test("tags stand in the order of their names and count open living tasks", async () => {
  for (const name of ["work", "Errands", "home"]) await aTag(ada, name);
  const [done, gone] = [await aTask(ada, { tags: ["home"] }), await aTask(ada, { tags: ["home"] })];
  await aTask(ada, { tags: ["home", "work"] });
  await tasks.complete(ada, { id: done.id }, you);
  await tasks.remove(ada, { id: gone.id }, you);
  expect((await tags.list(ada)).map(({ name, taskCount }) => [name, taskCount])).toEqual([
    ["Errands", 0],
    ["home", 1],
    ["work", 1],
  ]);
  await aTask(ada, { tags: ["work"] });
  expect((await tags.list(ada, { upTo: 1 })).map(({ taskCount }) => taskCount)).toEqual([0, 1, 1]);
});

test("a tag is renamed and recoloured, but not onto another's name", async () => {
  const [home, work] = [await aTag(ada, "Home"), await aTag(ada, "Work")];
  expect(await tags.change(ada, { id: home.id, name: "HOME", color: "#abcdef" }, you)).toMatchObject({
    name: "HOME",
    color: "#abcdef",
    version: 2,
  });
  expect(await tags.change(ada, { id: home.id, name: "work" }, you)).toEqual({ taken: work });
  expect(await tags.change(ada, { id: home.id, version: 1, name: "House" }, you)).toMatchObject({
    stale: { name: "HOME" },
  });
  for (const [userId, id] of [
    [bob, home.id],
    [ada, randomUUID()],
  ] as const)
    expect(await tags.change(userId, { id, name: "Mine" }, you)).toBeUndefined();
});

test("of two that take one name at once, one gets it and the other is told", async () => {
  const both = [await aTag(ada, "a"), await aTag(ada, "b")];
  const answers = await Promise.all(both.map(({ id }) => tags.change(ada, { id, name: "c" }, you)));
  expect(answers.map((answer) => answer && "taken" in answer).sort()).toEqual([false, true]);
});

test("a tag takes its place on tasks to the trash and brings back just that", async () => {
  const both = await aTask(ada, { tags: ["home", "work"] });
  const dropped = await aTask(ada, { tags: ["home"] });
  const [home] = await tags.list(ada);
  const id = home?.id ?? "";
  await tasks.change(ada, { id: dropped.id, tags: [] }, you);
  expect(await tags.remove(ada, { id }, you)).toMatchObject({ name: "home", deletedAt: expect.any(Date) });
  expect(await tags.remove(ada, { id }, you)).toBeUndefined();
  expect(await tags.find(ada, { id })).toBeUndefined();
  expect(await tasks.find(ada, { id: both.id })).toMatchObject({ tags: [{ name: "work" }] });
  expect((await tasks.list(ada, { tag: id })).items).toEqual([]);

  expect(await tags.restore(bob, { id }, you)).toBeUndefined();
  const restored = await tags.restore(ada, { id }, you);
  expect(restored).toMatchObject({ name: "home", taskCount: 1, deletedAt: null });
  expect(await tags.restore(ada, { id }, you)).toEqual(restored);
  expect(await tasks.find(ada, { id: both.id })).toMatchObject({ tags: [{ name: "home" }, { name: "work" }] });
  expect(await tasks.find(ada, { id: dropped.id })).toMatchObject({ tags: [] });
});

test("a tag stays in the trash while another has its name", async () => {
  const first = await aTag(ada, "home");
  await tags.remove(ada, { id: first.id }, you);
  const second = await aTag(ada, "Home");
  expect(await tags.restore(ada, { id: first.id }, you)).toEqual({ taken: second });
  await tags.change(ada, { id: second.id, name: "House" }, you);
  expect(await tags.restore(ada, { id: first.id }, you)).toMatchObject({ name: "home" });
  expect(names(await tags.list(ada))).toEqual(["home", "House"]);
});

test("a tag in the trash says how many tasks it comes back to", async () => {
  const [open, done, gone] = [
    await aTask(ada, { tags: ["home"] }),
    await aTask(ada, { tags: ["home"] }),
    await aTask(ada, { tags: ["home"] }),
  ];
  await tasks.complete(ada, { id: done.id }, you);
  const id = open.tags[0]?.id ?? "";
  await tasks.change(ada, { id: gone.id, tags: [] }, you);
  await tags.remove(ada, { id }, you);
  expect(await tags.listTrash(ada)).toMatchObject([{ name: "home", taskCount: 1 }]);
  await tasks.remove(ada, { id: open.id }, you);
  expect(await tags.listTrash(ada)).toMatchObject([{ taskCount: 0 }]);
  await tasks.restore(ada, { id: open.id }, you);
  await tags.restore(ada, { id }, you);
  expect(await tags.list(ada)).toMatchObject([{ name: "home", taskCount: 1 }]);
  expect(await tags.listTrash(ada)).toEqual([]);
});

test("a tag comes out of the trash by another name, and an undo gives it its own back", async () => {
  const turn = () => ({ who: "you" as const, turnId: randomUUID() });
  const first = await aTag(ada, "home");
  const { id } = first;
  await tags.remove(ada, { id }, you);
  const second = await aTag(ada, "Home");
  expect(await tags.restore(ada, { id, name: "HOME" }, you)).toEqual({ taken: second });
  const back = turn();
  expect(await tags.restore(ada, { id, name: "old home" }, back)).toMatchObject({ name: "old home", deletedAt: null });
  expect(names(await tags.list(ada))).toEqual(["Home", "old home"]);

  const undone = turn();
  expect(await changes.undoTurn(ada, { turnId: back.turnId }, undone)).toHaveProperty("undone");
  expect(await tags.listTrash(ada)).toMatchObject([{ id, name: "home" }]);
  expect(await changes.undoTurn(ada, { turnId: undone.turnId }, turn())).toHaveProperty("undone");
  expect(names(await tags.list(ada))).toEqual(["Home", "old home"]);
});

test("of two that come back to one name at once, one gets it and the other is told", async () => {
  const first = await aTag(ada, "home");
  await tags.remove(ada, { id: first.id }, you);
  const second = await aTag(ada, "home");
  await tags.remove(ada, { id: second.id }, you);
  const answers = await Promise.all([first, second].map(({ id }) => tags.restore(ada, { id }, you)));
  expect(answers.map((answer) => answer && "taken" in answer).sort()).toEqual([false, true]);
});
