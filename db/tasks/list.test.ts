import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import fc from "fast-check";
import { beforeEach, describe, expect, test } from "vitest";
import { db } from "@/db/client";
import * as cursor from "@/db/cursor";
import * as tags from "@/db/tags";
import { type AddInput, listInput } from "@/db/task-input";
import * as tasks from "@/db/tasks";
import { aUser } from "@/db/testing";
import { aTask, you } from "@/db/testing-tasks";

type Wanted = Parameters<typeof tasks.list>[1];

/** All rows of a list, read page by page. */
async function all(userId: string, wanted: Wanted, limit = 3) {
  const rows: tasks.Task[] = [];
  for (let at: string | null | undefined; at !== null; ) {
    const page = await tasks.list(userId, { ...wanted, limit, ...(at && { cursor: at }) });
    expect(page.items.length).toBeLessThanOrEqual(limit);
    rows.push(...page.items);
    at = page.nextCursor;
  }
  return rows;
}
const titles = (rows: tasks.Task[]) => rows.map(({ title }) => title);

describe("a view", () => {
  let userId: string;
  const day = (offset: number) => new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);

  beforeEach(async () => {
    userId = (await aUser({ timeZone: "UTC" })).id;
    const wanted: AddInput[] = [
      { title: "Some day" },
      { title: "Next week", dueDate: day(7) },
      { title: "Today, at noon", dueDate: day(0), dueTime: "12:00" },
      { title: "Today", dueDate: day(0), priority: "high" },
      { title: "Late", dueDate: day(-2), tags: ["errands"] },
      { title: "Done", dueDate: day(-1) },
      { title: "Thrown away", dueDate: day(0) },
    ];
    await tasks.addMany(userId, { tasks: wanted }, you);
    const { items } = await tasks.list(userId);
    const id = (title: string) => ({ id: items.find((task) => task.title === title)?.id ?? "" });
    await tasks.complete(userId, id("Done"), you);
    await tasks.remove(userId, id("Thrown away"), you);
    await aTask(userId, { title: "A part", parentId: id("Late").id });
  });

  test.each<[Wanted, string[]]>([
    [{}, ["Late", "Today, at noon", "Today", "Next week", "Some day", "A part"]],
    [{ view: "today" }, ["Late", "Today, at noon", "Today"]],
    [{ view: "upcoming" }, ["Next week"]],
    [{ view: "no-date" }, ["Some day", "A part"]],
    [{ view: "no-date", parent: "none" }, ["Some day"]],
    [{ view: "completed" }, ["Done"]],
    [{ view: "trash" }, ["Thrown away"]],
    [{ view: "all" }, ["Some day", "Next week", "Today, at noon", "Today", "Late", "Done", "A part"]],
    [{ sort: "priority" }, ["Today", "Late", "Today, at noon", "Next week", "Some day", "A part"]],
    [{ sort: "created" }, ["A part", "Late", "Today", "Today, at noon", "Next week", "Some day"]],
    [{ parent: "none", sort: "position" }, ["Some day", "Next week", "Today, at noon", "Today", "Late"]],
    [{ q: "TODAY" }, ["Today, at noon", "Today"]],
    [{ q: "t_day" }, []],
  ])("%o holds %o", async (wanted, expected) => {
    expect(titles((await tasks.list(userId, wanted)).items)).toEqual(expected);
    expect(titles(await all(userId, wanted, 1))).toEqual(expected);
  });

  test("of a tag, or of a task's parts", async () => {
    const [errands] = await tags.list(userId);
    const { items } = await tasks.list(userId, { tag: errands?.id });
    expect(items).toMatchObject([{ title: "Late", subtasks: { done: 0, total: 1 } }]);
    expect(titles((await tasks.list(userId, { parent: items[0]?.id })).items)).toEqual(["A part"]);
    const other = await aUser();
    expect((await tasks.list(other.id, { tag: errands?.id })).items).toEqual([]);
    expect((await tasks.list(userId, { tag: randomUUID() })).items).toEqual([]);
  });

  test("is counted as it is shown", async () => {
    expect(await tasks.counts(userId)).toEqual({ today: 3, upcoming: 1, noDate: 1, open: 5, doneToday: 1 });
    expect(await tasks.counts(userId, { upTo: 2 })).toEqual({
      today: 2,
      upcoming: 1,
      noDate: 1,
      open: 2,
      doneToday: 1,
    });
  });
});

test("today is today where the user lives", async () => {
  const east = await aUser({ timeZone: "Pacific/Kiritimati" });
  const west = await aUser({ timeZone: "Pacific/Pago_Pago" });
  for (const { id, timeZone } of [east, west]) {
    const dueDate = new Intl.DateTimeFormat("en-CA", { timeZone, dateStyle: "short" }).format();
    await aTask(id, { dueDate });
    expect((await tasks.list(id, { view: "today" })).items).toHaveLength(1);
    expect(await aTask(id, { repeat: "FREQ=DAILY" })).toMatchObject({ dueDate });
  }
  const [eastern] = (await tasks.list(east.id)).items;
  await aTask(west.id, { title: "Tomorrow there", dueDate: eastern?.dueDate });
  expect(titles((await tasks.list(west.id, { view: "upcoming" })).items)).toEqual(["Tomorrow there"]);
});

test("pages show every task once, in order, however many are alike", async () => {
  const { id } = await aUser();
  const wanted = fc.sample(
    fc.record({
      title: fc.constantFrom("a", "b"),
      dueDate: fc.constantFrom(null, "2027-01-01", "2027-01-02"),
      priority: fc.constantFrom("none", "high"),
    }),
    { numRuns: 25, seed: 7 },
  );
  await tasks.addMany(id, { tasks: wanted }, you);
  for (const sort of ["due", "priority", "created", "position"] as const) {
    const whole = (await tasks.list(id, { sort, limit: 200 })).items;
    expect(whole).toHaveLength(25);
    for (const limit of [1, 4, 25]) expect(await all(id, { sort, limit }, limit)).toEqual(whole);
  }
  await tasks.completeMany(id, { ids: (await tasks.list(id)).items.map((task) => task.id) }, you);
  expect(await all(id, { view: "completed" })).toHaveLength(25);
});

test("pages of a tag are the same whether it has few tasks or thousands", async () => {
  const { id } = await aUser();
  const [tag] = (await aTask(id, { title: "First", tags: ["home"] })).tags;
  await aTask(id, { title: "Without a tag", dueDate: "2027-01-01" });
  const sizes = { few: 30, thousands: 2100 };
  for (const size of Object.values(sizes)) {
    await db.execute(sql`
      with new as (
        insert into tasks (user_id, title, position, due_date, completed_at, deleted_at)
        select ${id}, 'Task ' || n, 'b' || lpad(n::text, 6, '0') || 'V', date '2027-01-01' + n % 50,
          case when n % 10 = 0 then now() end, case when n % 11 = 0 then now() end
        from generate_series(1, ${size}::int) n
        returning *
      )
      insert into task_tags (user_id, task_id, tag_id, deleted_at) select user_id, id, ${tag?.id}, deleted_at from new`);
    await db.execute(sql`analyze tasks, task_tags`);
    for (const wanted of [{}, { sort: "position" }, { view: "completed" }, { view: "trash" }] as const) {
      const untagged = (await all(id, wanted, 200)).filter((task) => task.tags.length > 0);
      expect(untagged.length).toBeGreaterThan(0);
      expect(await all(id, { ...wanted, tag: tag?.id }, 200)).toEqual(untagged);
    }
  }
});

describe("a search", () => {
  let userId: string;
  beforeEach(async () => {
    userId = (await aUser()).id;
    await aTask(userId, { title: "Call Élodie about the 100% wool", description: "The GREEN one, C:\\shop" });
    await aTask(userId, { title: "green_tea", tags: ["kitchen"] });
    await aTask(userId, { title: "明日東京へ", description: "Don't" });
    await aTask((await aUser()).id, { title: "Someone else's green tea" });
  });

  test.each([
    ["green", 2],
    ["REEN", 2],
    ["élo", 1],
    ["n_t", 1],
    ["n t", 0],
    ["0%", 1],
    ["1%0", 0],
    ["c:\\s", 1],
    ["wool the", 0],
    ["  tea ", 1],
    ["kitchen", 0],
    ["s%", 0],
    [":\\", 1],
    ["東京", 1],
  ])("for %j finds it anywhere in a title or a description, whatever its case, and nothing else", async (q, found) => {
    expect((await tasks.list(userId, { q })).items).toHaveLength(found);
    expect(await all(userId, { q, view: "all" }, 1)).toHaveLength(found);
  });

  test.each([
    ["te", 1],
    ["t", 2],
    ["É", 1],
    ["él", 1],
    ["lo", 0],
    ["re", 0],
    ["10", 1],
    ["sh", 1],
    ["wo", 1],
    ["gi", 0],
    ["s", 1],
    ["do", 1],
    ["ow", 0],
    ["n", 0],
  ])("of one or two letters, for %j, finds the words that begin with them", async (q, found) => {
    expect((await tasks.list(userId, { q })).items).toHaveLength(found);
    expect(await all(userId, { q, view: "all" }, 1)).toHaveLength(found);
  });

  test.each(["it", "(it)", "'it' is", "don't/it", "[it]", "a\tit", "-it", '"it"', "¡it!", "«it»", "IT"])(
    "of two letters finds the word in %j",
    async (title) => {
      const task = await aTask(userId, { title: "A task", description: title });
      expect((await tasks.list(userId, { q: "it" })).items).toEqual([task]);
      await tasks.change(userId, { id: task.id, description: "kit exit admit" }, you);
      expect((await tasks.list(userId, { q: "it" })).items).toEqual([]);
    },
  );

  test.each([
    ["cafe", "Order at CAFE\u0301 Noir"],
    ["café", "Order at Cafe Noir"],
    ["straße", "Sweep the STRASSE"],
    ["strasse", "Straße fegen"],
    ["home office", "Clean the home\u00a0office"],
    ["milk", "Buy ｍｉｌｋ"],
    ["ｍｉｌｋ", "Buy milk"],
    ["breakfast", "Make break\u00adfast"],
    ["οδος", "ΟΔΟΣ 5"],
    ["елка", "Купить ёлку и Ёлка"],
    ["istanbul", "Fly to İstanbul"],
    ["o'clock", "At five o’clock"],
    ["ガス", "ｶﾞｽ代"],
    ["zo", "Call Zoë"],
    ["ё", "Ель и ёлка"],
  ])("for %j finds %j, however either is written", async (q, text) => {
    for (const fields of [{ title: text }, { title: "A task", description: `Notes\n${text}` }]) {
      const task = await aTask(userId, fields);
      expect((await tasks.list(userId, { q })).items).toEqual([task]);
      await tasks.remove(userId, { id: task.id }, you);
    }
  });

  test("keeps to the tag, the view and the page", async () => {
    const [kitchen] = await tags.list(userId);
    expect(titles((await tasks.list(userId, { q: "een", tag: kitchen?.id })).items)).toEqual(["green_tea"]);
    const { items } = await tasks.list(userId, { q: "tea" });
    await tasks.remove(userId, { id: items[0]?.id ?? "" }, you);
    expect((await tasks.list(userId, { q: "tea" })).items).toEqual([]);
    expect(titles((await tasks.list(userId, { q: "tea", view: "trash" })).items)).toEqual(["green_tea"]);
  });
});

test("a cursor of another list or of nobody's is refused", () => {
  const isRefused = (wanted: object) => !listInput.safeParse(wanted).success;
  const good = cursor.encode("position", ["a0", randomUUID()]);
  expect(isRefused({ sort: "position", cursor: good })).toBe(false);
  expect(isRefused({ sort: "due", cursor: good })).toBe(true);
  const forged = [["due", "2027-02-30", "10:00:00", "a0", randomUUID()], ["due"], ["position", "a0", "x"], {}, null, 7];
  for (const value of forged)
    expect(isRefused({ cursor: Buffer.from(JSON.stringify(value)).toString("base64url") })).toBe(true);
  const completed = (instant: string) => ({
    view: "completed",
    cursor: cursor.encode("completed", [instant, randomUUID()]),
  });
  expect(isRefused(completed("2027-02-28T10:00:00.123456+05:30"))).toBe(false);
  for (const instant of ["0000-01-01T00:00:00Z", "2027-02-28T10:00:00+23:59"])
    expect(isRefused(completed(instant))).toBe(true);
  fc.assert(fc.property(fc.string(), (text) => isRefused({ cursor: text })));
});
