import { describe, expect, test } from "vitest";
import * as quickAdd from "./quick-add";
import { saturday } from "./testing-lines";

describe("a line becomes a task", () => {
  test("with a day, a time, a tag and a priority", () => {
    const task = quickAdd.read("Call mum tomorrow 5pm #family !high", saturday);
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
    expect(quickAdd.read(`Pay rent ${written}`, saturday)).toMatchObject({ title: "Pay rent", priority });
  });

  test("that repeats", () => {
    expect(quickAdd.read("Water the ferns every 3 days", saturday)).toMatchObject({
      title: "Water the ferns",
      dueDate: "2026-11-21",
      repeat: "FREQ=DAILY;INTERVAL=3",
      repeatFrom: "due",
    });
    expect(
      quickAdd.read("every Monday gym until June", saturday).marks.map(({ text, label }) => [text, label]),
    ).toEqual([
      ["every Monday", "Every Monday until 31 May 2027, Mon 23 Nov"],
      ["until June", "Mon 23 Nov"],
    ]);
  });

  test.each([
    ["„Morgen um 5“ lesen", "„Morgen um 5“ lesen"],
    ["Read «tomorrow at 5»", "Read «tomorrow at 5»"],
    ["Read “tomorrow” and “at 5”", "Read “tomorrow” and “at 5”"],
    ['5" pipe tomorrow', '5" pipe'],
    ['A "quote\ntomorrow" over lines', 'A "quote " over lines'],
  ])("in quotes of any hand, where they close: %s", (line, title) => {
    expect(quickAdd.read(line, saturday).title).toBe(title);
  });

  test("and leaves names alone, for all the days in them", () => {
    for (const title of ["Thank Mr Friday", "Plan Good Friday lunch", "Watch High Noon", "Run 8 by 400 on the track"])
      expect(quickAdd.read(title, saturday).title).toBe(title);
    expect(quickAdd.read("cut 4 by 4 on friday", saturday).title).toBe("cut 4 by 4");
    expect(quickAdd.read("check into the flight 24h before", saturday).marks).toEqual([]);
    expect(quickAdd.read("pick up kids noon", saturday).dueTime).toBe("12:00");
    expect(quickAdd.read("call mum on Good Friday", saturday).dueDate).toBe("2027-03-26");
  });

  test.each([
    ["Every Monday standup", { title: "standup", repeat: "FREQ=WEEKLY;BYDAY=MO" }],
    ["every morning standup", { title: "standup", repeat: "FREQ=DAILY", dueTime: "09:00" }],
    ["every 3 days laundry", { title: "laundry", repeat: "FREQ=DAILY;INTERVAL=3" }],
    ["every 3rd of March Mum's birthday", { title: "Mum's birthday", repeat: "FREQ=YEARLY;BYMONTHDAY=3;BYMONTH=3" }],
    ["Every day carry", { title: "Every day carry", repeat: null }],
    ["every first Monday of the month sync", { title: "sync", repeat: "FREQ=MONTHLY;BYDAY=1MO" }],
    ["every 1st of the month pay rent", { title: "pay rent", repeat: "FREQ=MONTHLY;BYMONTHDAY=1" }],
    [
      "Standup every 5th of each month at 9",
      { title: "Standup", repeat: "FREQ=MONTHLY;BYMONTHDAY=5", dueTime: "09:00" },
    ],
    ["Rent on the 1st of the month", { title: "Rent", repeat: null, dueDate: "2026-12-01" }],
    ["Read pages 10-20 Monday", { title: "Read pages 10-20", dueDate: "2026-11-23", dueTime: null }],
    ["Watch episodes 2 and 3 tonight", { title: "Watch episodes 2 and 3", dueDate: "2026-11-21" }],
    ["Review chapters 3 to 5 tomorrow", { title: "Review chapters 3 to 5", dueDate: "2026-11-22", dueTime: null }],
    ["Show the slides 5pm tomorrow", { title: "Show the slides", dueTime: "17:00" }],
    ["Meeting 3 to 5 tomorrow", { title: "Meeting", dueTime: "15:00" }],
  ])("and keeps what is no time of it: %s", (line, task) => {
    expect(quickAdd.read(line, saturday)).toMatchObject(task);
  });

  test("and keeps what stands in quotes", () => {
    expect(quickAdd.read('Read "Tomorrow and #tomorrow" today', saturday)).toMatchObject({
      title: 'Read "Tomorrow and #tomorrow"',
      dueDate: "2026-11-21",
      tags: [],
    });
  });

  test("and never loses its title", () => {
    expect(quickAdd.read("tomorrow #family", saturday)).toMatchObject({
      title: "tomorrow #family",
      dueDate: "2026-11-22",
    });
  });

  test("leaving words what was dismissed", () => {
    const dismissed = [{ start: 9, end: 17 }];
    expect(quickAdd.read("Call mum tomorrow", saturday, { dismissed })).toMatchObject({
      title: "Call mum tomorrow",
      dueDate: null,
    });
  });

  test("with a tag of two words when that is known", () => {
    expect(quickAdd.read("Call #old friends soon", saturday, { tags: ["Old friends"] })).toMatchObject({
      title: "Call soon",
      tags: ["Old friends"],
    });
  });
});

test.each([
  "Visit Japan in 2028",
  "Photos from last Friday",
  "Review last week's numbers",
  "Slides for tomorrow's meeting",
  "1984",
])("%s falls due on no day", (line) => {
  expect(quickAdd.read(line, saturday)).toMatchObject({ title: line, dueDate: null, marks: [] });
});

test("of two days the first counts and the other stays a word", () => {
  expect(quickAdd.read("Move Friday's call from today to tomorrow", saturday)).toMatchObject({
    dueDate: "2026-11-21",
    marks: [{ kind: "date" }],
  });
});
