import { describe, expect, test } from "vitest";
import type { ChatMessage } from "@/assistant/message";
import type { Row, Written } from "@/assistant/shapes";
import { type Part, readable } from "@/components/chat/parts";
import { card, whatOf } from "@/components/chat/turn";

const clock = { now: new Date("2026-11-21T09:00:00Z"), timeZone: "Europe/Lisbon", locale: "en-GB" };

function row(fields: Partial<Row> = {}): Row {
  return {
    id: "ferns",
    title: "Water the ferns",
    description: null,
    dueDate: null,
    dueTime: null,
    repeat: null,
    repeatFrom: "due",
    priority: "none",
    tags: [],
    completed: false,
    completedAt: null,
    parentId: null,
    subtasks: { done: 0, total: 0 },
    deleted: false,
    version: 1,
    ...fields,
  };
}

let calls = 0;

/** A tool's call that has its answer. */
function called(name: string, output: object): Part {
  return { type: `tool-${name}`, toolCallId: `call${calls++}`, state: "output-available", input: {}, output } as Part;
}

type Name = "add_tasks" | "change_tasks" | "complete_tasks" | "delete_tasks";

function wrote(name: Name, done: Array<Partial<Written["done"][number]>>, failed: Written["failed"] = []): Part {
  const whole = done.map((one, index) => ({ task: row(), was: {}, changeId: `c${index}`, next: null, ...one }));
  return called(name, { done: whole, failed });
}

const found = (tasks: Row[]) => called("find_tasks", { tasks, more: false });

function undid(changeIds: string[]): Part {
  const what = { what: "add", noun: "task", id: "ferns", title: "Water the ferns" };
  return called("undo_turn", { undone: changeIds.map((changeId) => ({ changeId, ...what })), conflict: null });
}

const says = (text: string): Part => ({ type: "text", text });
const reply = (...parts: Part[]): ChatMessage => ({
  id: "reply",
  role: "assistant",
  parts,
  metadata: { turnId: "turn" },
});
const cardOf = (...parts: Part[]) => card(reply(...parts), [reply(...parts)], clock);
const lines = (...parts: Part[]) =>
  cardOf(...parts)?.changes.map(({ what, title, edits }) => [what, title, ...edits.map(({ from, to }) => [from, to])]);

describe("the card of a turn", () => {
  test("a turn that only talked has none", () => {
    expect(cardOf(says("Nothing is due."))).toBeUndefined();
  });

  test("has one row for each task, with the old and the new", () => {
    const added = wrote("add_tasks", [
      { task: row({ id: "milk", title: "Buy oat milk", dueDate: "2026-11-21", dueTime: "17:00" }) },
    ]);
    const moved = wrote("change_tasks", [
      { task: row({ id: "figure", title: "Redraw figure 3", dueDate: "2026-11-23" }), was: { dueDate: "2026-11-21" } },
    ]);
    expect(lines(added, says("Done."), moved)).toEqual([
      ["add", "Buy oat milk", [null, "17:00"]],
      ["change", "Redraw figure 3", ["Today", "Mon 23"]],
    ]);
  });

  test("says of a tag whether it was changed or came back", () => {
    const tag = { id: "home", name: "house", color: "#E1A035", taskCount: 2 };
    const wroteTag = (name: "change_tag" | "restore_tag", was: object) =>
      called(name, { done: [{ tag, was, changeId: name }], failed: [] });
    expect(lines(wroteTag("change_tag", { name: "home" }))).toEqual([["tag", "#house", ["#home", null]]]);
    expect(lines(wroteTag("restore_tag", { deleted: true }))).toEqual([["restore", "#house", [null, null]]]);
  });

  test("several writes to one task are one row: as it was before the first, as it is after the last", () => {
    const first = wrote("change_tasks", [
      { task: row({ dueDate: "2026-11-22", version: 2 }), was: { dueDate: "2026-11-21" }, changeId: "a" },
    ]);
    const then = wrote("change_tasks", [
      {
        task: row({ dueDate: "2026-11-23", priority: "high", version: 3 }),
        was: { dueDate: "2026-11-22", priority: "none" },
        changeId: "b",
      },
    ]);
    expect(lines(first, then)).toEqual([["change", "Water the ferns", ["Today", "Mon 23"], [null, "High"]]]);
    expect(cardOf(first, then)?.changes[0]?.changeIds).toEqual(["a", "b"]);
  });

  test("what was added and then changed was added; what was added and then deleted is in the trash", () => {
    const added = wrote("add_tasks", [{ task: row() }]);
    const changed = wrote("change_tasks", [{ task: row({ dueDate: "2026-11-23" }), was: { dueDate: null } }]);
    const deleted = wrote("delete_tasks", [{ task: row({ deleted: true }), was: { deleted: false } }]);
    expect(lines(added, changed)).toEqual([["add", "Water the ferns", [null, "Mon 23"]]]);
    expect(lines(added, deleted)?.[0]?.[0]).toBe("remove");
  });

  test("what was so already is no change", () => {
    expect(cardOf(wrote("complete_tasks", [{ changeId: null }]))).toBeUndefined();
  });

  test("a repeating task says when it comes next", () => {
    const done = {
      task: row({ completed: true }),
      was: { completed: false },
      next: row({ id: "next", dueDate: "2026-11-24" }),
    };
    expect(lines(wrote("complete_tasks", [done]))).toEqual([["complete", "Water the ferns", [null, "Next Tue 24"]]]);
  });

  test("names what failed, but not what the user struck off", () => {
    const failed = [
      { id: "0199d1a5-0000-7000-8000-000000000000", reason: "not found" },
      { id: "Call", reason: "in whatever words", struck: true as const },
      { id: "Ring", reason: "left out by the user" },
    ];
    expect(cardOf(wrote("delete_tasks", [], failed))?.failures).toEqual([
      { id: "0199d1a5-0000-7000-8000-000000000000", title: "A task", reason: "not found" },
    ]);
  });

  test("a later turn that took it back leaves nothing to undo", () => {
    const first = reply(wrote("add_tasks", [{ changeId: "c1" }]));
    const later = { ...reply(undid(["c1"])), id: "later" };
    expect(card(first, [first], clock)?.undoable).toBe(true);
    expect(card(first, [first, later], clock)?.undoable).toBe(false);
    expect(card(later, [first, later], clock)).toMatchObject({ undoable: false, changes: [{ what: "undo" }] });
  });
});

describe("the words of an edit", () => {
  const changed = (was: Partial<Row>, is: Partial<Row>) =>
    lines(wrote("change_tasks", [{ task: row(is), was }]))?.[0]?.slice(2);

  test.each([
    [
      "a day, the time staying",
      { dueDate: "2026-11-21" },
      { dueDate: "2026-11-23", dueTime: "17:00" },
      ["Today", "Mon 23"],
    ],
    ["a time alone", { dueTime: "17:00" }, { dueDate: "2026-11-23", dueTime: "18:00" }, ["17:00", "18:00"]],
    ["a time taken away", { dueTime: "17:00" }, { dueDate: "2026-11-23" }, ["17:00", "No time"]],
    [
      "both",
      { dueDate: "2026-11-21", dueTime: "17:00" },
      { dueDate: "2026-11-23", dueTime: "09:00" },
      ["17:00", "Mon 23, 09:00"],
    ],
    ["a date taken away", { dueDate: "2026-11-22" }, {}, ["Tomorrow", "No date"]],
    ["a first date", { dueDate: null }, { dueDate: "2026-11-22" }, [null, "Tomorrow"]],
    ["a title", { title: "Ferns" }, {}, ["Ferns", null]],
    ["a priority", { priority: "high" as const }, { priority: "low" as const }, ["High", "Low"]],
    ["notes", { description: null }, { description: "By the window" }, [null, "Notes"]],
    ["a repeat", { repeat: null }, { repeat: "FREQ=DAILY;INTERVAL=3" }, [null, "Every 3 days"]],
  ])("%s", (_, was, is, words) => {
    expect(changed(was, is)).toEqual([words]);
  });

  test("tags by what came and what went", () => {
    const [home, work, late] = ["home", "work", "late"].map((name) => ({ id: name, name, color: "#3B82F6" }));
    if (!home || !work || !late) throw new Error("three tags");
    expect(changed({ tags: [home, work] }, { tags: [work, late] })).toEqual([["#home", "#late"]]);
  });
});

test("what a write was is told from what is different", () => {
  expect(whatOf({ task: row(), was: {} })).toBe("add");
  expect(whatOf({ task: row(), was: { title: "Ferns" } })).toBe("change");
  expect(whatOf({ task: row({ completed: true }), was: { completed: false, completedAt: null } })).toBe("complete");
  expect(whatOf({ task: row(), was: { completed: true } })).toBe("reopen");
  expect(whatOf({ task: row({ deleted: true }), was: { deleted: false } })).toBe("remove");
  expect(whatOf({ task: row(), was: { deleted: true } })).toBe("restore");
});

describe("what is read of a reply", () => {
  const part = found([row()]);
  const read = (...parts: Part[]) => readable(reply(...parts));

  test("is what was found, under the words about it", () => {
    const [one, two] = [says("One."), says("And two.")];
    expect(read(part, one)).toEqual([one, part]);
    expect(read(part, one, found([]), two)).toEqual([one, part, two]);
  });

  test("is not what was found on the way to a change", () => {
    const added = wrote("add_tasks", [{}]);
    expect(read(part, added)).toEqual([added]);
  });

  test("waits for words while more may come", () => {
    const running = (...parts: Part[]) =>
      readable({ ...reply(...parts), metadata: { turnId: "turn", state: "running" } });
    expect(running(part)).toEqual([]);
    expect(running(part, says("One."))).toHaveLength(2);
  });
});
