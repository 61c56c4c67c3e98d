import { describe, expect, test } from "vitest";
import * as repetition from "./repetition";

describe("a rule is kept only if it can be", () => {
  test.each([
    ["RRULE:interval=2;freq=weekly", "FREQ=WEEKLY;INTERVAL=2"],
    ["FREQ=HOURLY", null],
    ["FREQ=DAILY;COUNT=2;UNTIL=20270101T000000Z", null],
    ["every day", null],
    ["", null],
  ])("%s → %s", (rule, kept) => {
    expect(repetition.parse(rule)).toBe(kept);
  });
});

test("the next day of a series follows strictly", () => {
  expect(repetition.next("FREQ=DAILY;INTERVAL=3", { start: "2026-11-21", after: "2026-11-21" })).toBe("2026-11-24");
  expect(repetition.next("FREQ=DAILY;COUNT=1", { start: "2026-11-21", after: "2026-11-21" })).toBeNull();
});

test("a month without the day is left out, as RFC 5545 says", () => {
  expect(repetition.preview("FREQ=MONTHLY", { start: "2026-01-31", after: "2026-01-31" }, 3)).toEqual([
    "2026-03-31",
    "2026-05-31",
    "2026-07-31",
  ]);
});

test("a rule goes back into words", () => {
  expect(repetition.describe("FREQ=DAILY;INTERVAL=3")).toBe("Every 3 days");
});
