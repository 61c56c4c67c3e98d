import { describe, expect, test } from "vitest";
import * as quickAdd from "./quick-add";

const berlin = { now: new Date("2026-11-21T10:00:00Z"), timeZone: "Europe/Berlin" };

describe("a line becomes a task", () => {
  test("with a day, a time, a tag and a priority", () => {
    const task = quickAdd.read("Call mum tomorrow 5pm #family !high", berlin);
    expect(task).toMatchObject({
      title: "Call mum",
      dueDate: "2026-11-22",
      dueTime: "17:00",
      tags: ["family"],
      priority: "high",
    });
    expect(task.marks.map((mark) => [mark.kind, mark.text, mark.label])).toEqual([
      ["date", "tomorrow 5pm", "Sun 22 Nov, 17:00"],
      ["tag", "#family", "family"],
      ["priority", "!high", "High"],
    ]);
  });

  test.each([
    ["p1", "high"],
    ["p2", "medium"],
    ["p3", "low"],
    ["!!!", "high"],
    ["!!", "medium"],
    ["!", "low"],
  ])("whose priority is written %s", (written, priority) => {
    expect(quickAdd.read(`Pay rent ${written}`, berlin)).toMatchObject({ title: "Pay rent", priority });
  });

  test("that repeats", () => {
    expect(quickAdd.read("Water the ferns every 3 days", berlin)).toMatchObject({
      title: "Water the ferns",
      dueDate: "2026-11-21",
      repeat: "FREQ=DAILY;INTERVAL=3",
      repeatFrom: "due",
    });
  });

  test("and keeps what stands in quotes", () => {
    expect(quickAdd.read('Read "Tomorrow and #tomorrow" today', berlin)).toMatchObject({
      title: 'Read "Tomorrow and #tomorrow"',
      dueDate: "2026-11-21",
      tags: [],
    });
  });

  test("and never loses its title", () => {
    expect(quickAdd.read("tomorrow #family", berlin)).toMatchObject({
      title: "tomorrow #family",
      dueDate: "2026-11-22",
    });
  });

  test("leaving words what was dismissed", () => {
    const dismissed = [{ start: 9, end: 17 }];
    expect(quickAdd.read("Call mum tomorrow", berlin, { dismissed })).toMatchObject({
      title: "Call mum tomorrow",
      dueDate: null,
    });
  });

  test("with a tag of two words when that is known", () => {
    expect(quickAdd.read("Call #old friends soon", berlin, { tags: ["Old friends"] })).toMatchObject({
      title: "Call soon",
      tags: ["Old friends"],
    });
  });
});

test("a pasted list becomes entries with depth and done", () => {
  expect(quickAdd.lines("- Milk\n  - [x] oat\n\n* [ ] Bread\n1. Eggs\nplain")).toEqual([
    { text: "Milk", depth: 0, done: false },
    { text: "oat", depth: 1, done: true },
    { text: "Bread", depth: 0, done: false },
    { text: "Eggs", depth: 0, done: false },
    { text: "plain", depth: 0, done: false },
  ]);
});
