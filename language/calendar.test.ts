import { describe, expect, test } from "vitest";
import * as calendar from "./calendar";

const saturday = { now: new Date("2026-11-21T23:30:00Z"), timeZone: "America/New_York" };

test("today is the day on the user's own wall", () => {
  expect(calendar.today(saturday)).toBe("2026-11-21");
  expect(calendar.today({ ...saturday, timeZone: "Asia/Tokyo" })).toBe("2026-11-22");
});

test.each([
  ["2026-11-21", "Today"],
  ["2026-11-22", "Tomorrow"],
  ["2026-11-20", "Yesterday"],
  ["2026-11-19", "Thu"],
  ["2026-11-23", "Mon 23"],
  ["2026-11-28", "Sat 28 Nov"],
  ["2027-01-12", "12 Jan 2027"],
])("%s is described as %s", (day, words) => {
  expect(calendar.describeDay(day, saturday)).toBe(words);
});

test.each([
  ["en-GB", "Sat 28 Nov", "12 Jan 2027", "Sat 28 Nov, 17:00", "Tue 12 Jan 2027"],
  ["de-DE", "Sat 28 Nov", "12 Jan 2027", "Sat 28 Nov, 17:00", "Tue 12 Jan 2027"],
  ["en-US", "Sat, Nov 28", "Jan 12, 2027", "Sat, Nov 28, 17:00", "Tue, Jan 12, 2027"],
  ["en-CA", "Sat, Nov 28", "Jan 12, 2027", "Sat, Nov 28, 17:00", "Tue, Jan 12, 2027"],
])("in %s day and month have the order of its headings", (locale, near, far, due, farDue) => {
  const there = { ...saturday, locale };
  expect([calendar.describeDay("2026-11-28", there), calendar.describeDay("2027-01-12", there)]).toEqual([near, far]);
  expect(calendar.describeDue({ dueDate: "2026-11-28", dueTime: "17:00" }, there)).toBe(due);
  expect(calendar.describeDue({ dueDate: "2027-01-12", dueTime: null }, there)).toBe(farDue);
});

test("a day begins with a small letter within a sentence", () => {
  const days = ["2026-11-20", "2026-11-21", "2026-11-22", "2026-11-23"];
  expect(days.map((day) => calendar.describeDayInText(day, saturday))).toEqual([
    "yesterday",
    "today",
    "tomorrow",
    "Mon 23",
  ]);
});

describe("a due in full", () => {
  test.each([
    [{ dueDate: "2026-11-22", dueTime: "17:00" }, "Sun 22 Nov, 17:00"],
    [{ dueDate: "2027-01-12", dueTime: null }, "Tue 12 Jan 2027"],
    [{ dueDate: null, dueTime: null }, ""],
  ])("%o reads %s", (due, words) => {
    expect(calendar.describeDue(due, saturday)).toBe(words);
  });
});
