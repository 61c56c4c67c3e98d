import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import * as conversations from "@/db/conversations";
import * as limits from "@/db/limits";
import * as requests from "@/db/requests";
import * as tags from "@/db/tags";
import * as tasks from "@/db/tasks";
import { aUser } from "@/db/testing";
import { aTask, you } from "@/db/testing-tasks";

/** Luck plays a part in who meets whom: many rounds in the long run. */
const ROUNDS = process.env.TANDEM_LONG ? 50 : 2;
const rounds = Array.from({ length: ROUNDS }, (_, n) => n + 1);
const atOnce = <T>(times: number, act: (n: number) => Promise<T>) =>
  Promise.all(Array.from({ length: times }, (_, n) => act(n)));

let ada: string;
beforeEach(async () => {
  ada = (await aUser()).id;
});

describe.each(rounds)("at once, round %i", () => {
  test("of twenty changes to the same version one is made, and the others get the present task", async () => {
    const { id, version } = await aTask(ada);
    const outcomes = await atOnce(20, (n) => tasks.change(ada, { id, version, title: `Title ${n}` }, you));
    const [made, ...more] = outcomes.filter((outcome) => outcome && "title" in outcome);
    expect(more).toEqual([]);
    expect(made).toMatchObject({ version: version + 1 });
    for (const outcome of outcomes) if (outcome !== made) expect(outcome).toEqual({ stale: made });
    expect(await tasks.find(ada, { id })).toEqual(made);
  });

  test("of twenty changes to the same version of a tag one is made", async () => {
    const tag = await tags.add(ada, { name: "home" }, you);
    if ("taken" in tag) throw new Error("A new user has no tags.");
    const { id, version } = tag;
    const outcomes = await atOnce(20, (n) => tags.change(ada, { id, version, name: `Name ${n}` }, you));
    expect(outcomes.filter((outcome) => outcome && "name" in outcome)).toHaveLength(1);
    expect(outcomes.filter((outcome) => outcome && "stale" in outcome)).toHaveLength(19);
  });

  test("twenty changes of no particular version are all made, one after the other", async () => {
    const { id, version } = await aTask(ada);
    await atOnce(20, (n) => tasks.change(ada, { id, title: `Title ${n}` }, you));
    expect(await tasks.find(ada, { id })).toMatchObject({ version: version + 20 });
  });

  test("twenty requests with one claim make one task, one tag and one conversation", async () => {
    const claim = await requests.begin(ada, { key: randomUUID(), fingerprint: "a".repeat(64) });
    if (!("begun" in claim)) throw new Error("A new key is nobody's.");
    const id = claim.begun;
    const made = await atOnce(20, () => tasks.add(ada, { id, title: "Once", tags: ["home"] }, you));
    for (const task of made) expect(task).toEqual(made[0]);
    expect((await tasks.list(ada)).items).toHaveLength(1);
    const named = await atOnce(20, () => tags.add(ada, { id, name: "work" }, you));
    for (const tag of named) expect(tag).toEqual(named[0]);
    expect((await tags.list(ada)).map(({ name }) => name)).toEqual(["home", "work"]);
    const started = await atOnce(20, () => conversations.start(ada, { id }, you));
    for (const each of started) expect(each).toEqual(started[0]);
  });

  test.each([[[]], [["home", "work"]]])(
    "twenty additions in one turn of one's own are one, tagged %j",
    async (names) => {
      const by = { who: "you", turnId: randomUUID() } as const;
      const wanted = { tasks: [{ title: "Once", tags: names }, { title: "As well" }] };
      const made = await atOnce(20, () => tasks.addMany(ada, wanted, by));
      for (const each of made) expect(each).toEqual(made[0]);
      expect((await tasks.list(ada)).items).toEqual(made[0]);
      const single = { who: "you", turnId: randomUUID() } as const;
      const ones = await atOnce(20, () => tasks.add(ada, { title: "Alone", tags: names }, single));
      for (const each of ones) expect(each).toEqual(ones[0]);
      expect((await tasks.list(ada)).items).toHaveLength(3);
      expect((await tags.list(ada)).map(({ name }) => name)).toEqual(names);
    },
  );

  test("forty new tasks stand in forty places, with one tag among them", async () => {
    await atOnce(40, (n) => tasks.add(ada, { title: `Task ${n}`, tags: [n % 2 ? "home" : "Home"] }, you));
    const { items } = await tasks.list(ada, { sort: "position" });
    expect(new Set(items.map(({ position }) => position)).size).toBe(40);
    expect(await tags.list(ada)).toMatchObject([{ taskCount: 40 }]);
  });

  test("a limit of ten lets ten of eighty through", async () => {
    const key = randomUUID();
    const takes = await atOnce(80, () => limits.take(key, { max: 10, seconds: 60 }));
    expect(takes.filter(({ ok }) => ok)).toHaveLength(10);
  });

  test("a repeating task that ten complete has one successor", async () => {
    const { id } = await aTask(ada, { repeat: "FREQ=DAILY" });
    const done = await atOnce(10, () => tasks.completeMany(ada, { ids: [id] }, you));
    for (const each of done.flat()) expect(each).toMatchObject({ id, completed: true });
    expect((await tasks.list(ada)).items).toMatchObject([{ title: "Water the ferns" }]);
  });

  test("tasks with older subtasks are skipped while whole families are changed", async () => {
    const families = await atOnce(4, async () => {
      const parts = [await aTask(ada), await aTask(ada), await aTask(ada)];
      const { id } = await aTask(ada, { dueDate: "2055-01-01", repeat: "FREQ=DAILY" });
      for (const part of parts) await tasks.change(ada, { id: part.id, parentId: id }, you);
      return { id, ids: [...parts.map(({ id }) => id), id] };
    });
    const day = "2055-01-01";
    const acts = families.flatMap(({ id, ids }) => [
      () => tasks.skip(ada, { id, dueDate: day }, you),
      () => tasks.changeMany(ada, { ids, priority: "high" }, you),
      () => tasks.skip(ada, { id, dueDate: day }, you),
      () => tasks.changeMany(ada, { ids, priority: "low" }, you),
    ]);
    await Promise.all(acts.map((act) => act()));
    for (const { id } of families) expect(await tasks.find(ada, { id })).toMatchObject({ dueDate: "2055-01-02" });
  });

  test("completing, reopening, deleting and restoring the same tasks in any order ends, and in one of their states", async () => {
    const ids = await Promise.all(["a", "b", "c"].map(async (title) => (await aTask(ada, { title })).id));
    const acts = [tasks.completeMany, tasks.reopenMany, tasks.removeMany, tasks.restoreMany];
    await atOnce(24, (n) => {
      const turned = [...ids.slice(n % 3), ...ids.slice(0, n % 3)];
      return acts[n % 4]?.(ada, { ids: turned }, you) ?? Promise.resolve([]);
    });
    const all = await Promise.all(
      (["all", "trash"] as const).map(async (view) => (await tasks.list(ada, { view })).items),
    );
    expect(
      all
        .flat()
        .map(({ id }) => id)
        .sort(),
    ).toEqual(ids.toSorted());
  });
});
