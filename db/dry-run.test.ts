import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { beforeEach, describe, expect, test, vi } from "vitest";
import * as changes from "@/db/changes";
import { db, inTransaction, pool } from "@/db/client";
import { type Change, commitIf, dryRun, TooManyRows } from "@/db/dry-run";
import { insist } from "@/db/insist";
import * as tags from "@/db/tags";
import * as tasks from "@/db/tasks";
import { aUser } from "@/db/testing";
import { turn } from "@/db/testing-changes";
import { changedBetween, rowsOf } from "@/db/testing-rows-seen";
import { aTask, you } from "@/db/testing-tasks";

let ada: string;
beforeEach(async () => {
  ada = (await aUser()).id;
});

const titled = (row: Change["before"]) => (row ? ("name" in row ? `#${row.name}` : row.title) : null);
/** What a dry run tells, each row as title before → after. */
const told = async (act: () => Promise<unknown>) =>
  (await dryRun(ada, act)).changes.map(({ before, after }) => [titled(before), titled(after)]).sort();

async function aFamily(size: number, more = {}) {
  const parent = await aTask(ada, { title: "Parent", ...more });
  const parts = await tasks.addMany(
    ada,
    { tasks: Array.from({ length: size }, (_, n) => ({ title: `Part ${n}`, parentId: parent.id })) },
    you,
  );
  if ("refused" in parts) throw new Error("The parts were refused.");
  return { parent, parts };
}

describe("a dry run tells every row that would change", () => {
  test("of a family, its next occurrence and the subtasks of that", async () => {
    const { parent } = await aFamily(2, { dueDate: "2026-12-01", repeat: "FREQ=DAILY" });
    expect(await told(() => tasks.complete(ada, parent, you))).toEqual([
      [null, "Parent"],
      [null, "Part 0"],
      [null, "Part 1"],
      ["Parent", "Parent"],
      ["Part 0", "Part 0"],
      ["Part 1", "Part 1"],
    ]);
  });

  test("of 60 that came to the trash with their task", async () => {
    const { parent } = await aFamily(60);
    await tasks.remove(ada, parent, you);
    expect(await told(() => tasks.restore(ada, parent, you))).toHaveLength(61);
  });

  test("of a tag: itself, and the tasks that show it", async () => {
    await aTask(ada, { title: "One", tags: ["home"] });
    await aTask(ada, { title: "Two", tags: ["home"] });
    await aTask(ada, { title: "Three" });
    const [home] = await tags.list(ada);
    const id = home?.id ?? "";
    const both = [
      ["One", "One"],
      ["Two", "Two"],
    ];
    expect(await told(() => tags.change(ada, { id, name: "house" }, you))).toEqual([["#home", "#house"], ...both]);
    expect(await told(() => tags.remove(ada, { id }, you))).toEqual([["#home", "#home"], ...both]);
    await tags.remove(ada, { id }, you);
    expect(await told(() => tags.restore(ada, { id }, you))).toEqual([["#home", "#home"], ...both]);
  });

  test("of new tasks: the tags that are made on the way, too", async () => {
    expect(await told(() => tasks.add(ada, { title: "New", tags: ["fresh"] }, you))).toEqual([
      [null, "#fresh"],
      [null, "New"],
    ]);
  });

  test("of an undo: whatever comes back, and goes", async () => {
    const by = turn();
    const task = await aTask(ada, { title: "Kept" });
    await tasks.change(ada, { id: task.id, title: "Changed" }, by);
    await aTask(ada, { title: "Added" }, by);
    const { changes: rows } = await dryRun(ada, () => changes.undoTurn(ada, by, turn()));
    expect(rows.map(({ before, after }) => [titled(before), titled(after), after?.deletedAt !== null]).sort()).toEqual([
      ["Added", "Added", true],
      ["Changed", "Kept", false],
    ]);
  });

  test("and nothing where all would stay, or end up, as it is", async () => {
    const { id } = await aTask(ada);
    expect(await told(() => tasks.reopen(ada, { id }, you))).toEqual([]);
    const there = await dryRun(ada, async () => {
      await tasks.complete(ada, { id }, you);
      await tasks.reopen(ada, { id }, you);
    });
    expect(there).toMatchObject({ changes: [], unchanged: [id] });
  });
});

test("more rows than can be told are not told by halves", async () => {
  const start = (count: number) =>
    db.execute(sql`insert into conversations (user_id) select ${ada}::uuid from generate_series(1, ${count}::int)`);
  await expect(dryRun(ada, () => start(5_001))).rejects.toThrow(TooManyRows);
  expect((await dryRun(ada, () => start(5_000))).changes).toHaveLength(5_000);
});

describe("nothing of a dry run stays", () => {
  test("whatever operations it runs, several and nested ones, some of them refused", async () => {
    const { parent, parts } = await aFamily(3, { tags: ["home"] });
    const before = await rowsOf(ada);
    const { changes } = await dryRun(ada, async () => {
      await tasks.complete(ada, parent, you);
      await Promise.all([
        tasks.add(ada, { title: "A", tags: ["x"] }, you),
        tasks.add(ada, { title: "B", tags: ["y"] }, you),
      ]);
      await tasks.change(ada, { id: parts[0]?.id ?? "", parentId: randomUUID(), tags: ["never"] }, you);
      await dryRun(ada, () => tasks.remove(ada, parent, you));
      await tags.add(ada, { name: "z" }, you);
    });
    expect(
      changes
        .filter(({ before }) => before === null)
        .map(({ after }) => titled(after))
        .sort(),
    ).toEqual(["#x", "#y", "#z", "A", "B"]);
    expect(await rowsOf(ada)).toEqual(before);
  });

  test("when its connection is cut on the way", async () => {
    const { id } = await aTask(ada);
    const before = await rowsOf(ada);
    const cut = dryRun(ada, async () => {
      await tasks.remove(ada, { id }, you);
      const { rows } = await db.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`);
      await pool.query("select pg_terminate_backend($1)", [rows[0]?.pid]);
      await tasks.add(ada, { title: "More" }, you);
    });
    vi.spyOn(console, "error").mockReturnValue();
    await expect(cut).rejects.toThrow();
    expect(await rowsOf(ada)).toEqual(before);
  });

  test("of what it started and did not wait for", async () => {
    let late: Promise<unknown> = Promise.resolve();
    await dryRun(ada, async () => {
      late = new Promise((ready) => setTimeout(ready, 50)).then(() => tasks.add(ada, { title: "Late" }, you));
    });
    const others = inTransaction(() => new Promise((ready) => setTimeout(ready, 150)));
    await late;
    await others;
    // It is a write of its own then, as any other.
    expect((await tasks.list(ada)).items).toMatchObject([{ title: "Late" }]);
  });

  test("in the settings of the connection", async () => {
    await dryRun(ada, () => tasks.add(ada, { title: "Dry" }, you));
    const connections = await Promise.all(Array.from({ length: pool.totalCount }, () => pool.connect()));
    for (const connection of connections) {
      const { rows } = await connection.query("select current_setting('tandem.touched', true) as noted");
      expect(rows[0].noted || null).toBeNull();
      connection.release();
    }
  });
});

describe("a transaction that is measured", () => {
  test("is committed only if what it wrote is agreed to", async () => {
    const add = () => tasks.add(ada, { title: "New" }, you);
    const refused = await commitIf(ada, add, async ({ rows }) => rows.length > 1);
    expect(refused).toMatchObject({ isAllowed: false, rows: [{ noun: "task", isNew: true, row: { title: "New" } }] });
    expect((await tasks.list(ada)).items).toEqual([]);
    const agreed = await commitIf(ada, add, async ({ rows }) => rows.length === 1);
    expect(agreed.isAllowed).toBe(true);
    expect((await tasks.list(ada)).items).toMatchObject([{ title: "New" }]);
  });

  test("tells rows that are gone for good", async () => {
    const { id } = await aTask(ada);
    const { gone } = await commitIf(
      ada,
      () => db.execute(sql`delete from tasks where id = ${id}`),
      async () => false,
    );
    expect(gone).toEqual([id]);
  });
});

test.each([
  ["a dry run", (act: () => Promise<void>) => dryRun(ada, act), ["taken"], []],
  [
    "a measured transaction",
    (act: () => Promise<void>) => commitIf(ada, act, async () => true),
    ["free", "taken"],
    ["Before"],
  ],
])("where an operation in %s loses a race, the whole is run again", async (_, run, named, titles) => {
  await tags.add(ada, { name: "taken" }, you);
  let runs = 0;
  let races = 0;
  await run(async () => {
    runs++;
    await tasks.add(ada, { title: "Before" }, you);
    await insist(async () => {
      races++;
      const name = races === 1 ? "taken" : "free";
      await db.execute(sql`insert into tags (user_id, name) values (${ada}, ${name})`);
    });
  });
  expect([runs, races]).toEqual([2, 2]);
  expect((await tags.list(ada)).map(({ name }) => name)).toEqual(named);
  expect((await tasks.list(ada)).items.map(({ title }) => title)).toEqual(titles);
});

test("what a dry run tells is what then happens", async () => {
  const { parent, parts } = await aFamily(4, { tags: ["home"], dueDate: "2026-12-01", repeat: "FREQ=WEEKLY" });
  const [home] = await tags.list(ada);
  const id = parts[0]?.id ?? "";
  const steps: Array<() => Promise<unknown>> = [
    () => tasks.change(ada, { id, tags: ["home", "new"], parentId: null }, you),
    () => tasks.skip(ada, { id: parent.id }, you),
    () => tasks.complete(ada, parent, you),
    () => tasks.reopen(ada, parent, you),
    () => tags.change(ada, { id: home?.id ?? "", color: "#000000" }, you),
    () => tasks.remove(ada, parent, you),
    () => tags.remove(ada, { id: home?.id ?? "" }, you),
    () => tasks.restore(ada, { id: parts[1]?.id ?? "" }, you),
    () => tags.restore(ada, { id: home?.id ?? "" }, you),
    () => tasks.restore(ada, parent, you),
  ];
  for (const step of steps) {
    const before = await rowsOf(ada);
    const { changes } = await dryRun(ada, step);
    expect(changedBetween(before, await rowsOf(ada))).toEqual([]);
    await step();
    const changed = changedBetween(before, await rowsOf(ada));
    const known = changes.flatMap(({ noun, id, isWritten, before }) => (before && isWritten ? [`${noun}s ${id}`] : []));
    const seen = changed.filter((key) => before.has(key) && !key.startsWith("task_tags"));
    expect(seen.sort()).toEqual(known.sort());
    const made = changed.filter((key) => !before.has(key) && !key.startsWith("task_tags"));
    expect(made).toHaveLength(changes.filter(({ before }) => before === null).length);
  }
});
