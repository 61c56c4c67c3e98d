import * as fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import * as repetition from "./repetition";
import { days } from "./testing-rules";

describe("a rule is kept only if it can be", () => {
  test.each([
    ["RRULE:interval=2;freq=weekly", "FREQ=WEEKLY;INTERVAL=2"],
    ["FREQ=MONTHLY;BYDAY=-1FR", "FREQ=MONTHLY;BYDAY=-1FR"],
    ["FREQ=HOURLY", null],
    ["FREQ=DAILY;INTERVAL=0", null],
    ["FREQ=DAILY;COUNT=2;UNTIL=20270101T000000Z", null],
    ["FREQ=MONTHLY;BYMONTHDAY=32", null],
    ["FREQ=DAILY;UNTIL=20270231", null],
    ["FREQ=DAILY;FREQ=DAILY", null],
    ["every day", null],
    ["", null],
  ])("%s → %s", (rule, kept) => {
    expect(repetition.parse(rule)).toBe(kept);
  });
  test("and any text gives an answer", () => {
    fc.assert(
      fc.property(
        fc.string(),
        (text) =>
          repetition.parse(text) === null || repetition.next(text, { start: "2026-01-01", after: "2026-01-01" }) !== "",
      ),
    );
  });
});

describe("the occurrences after one", () => {
  const occurrence = (rule: string, due: string, more: Partial<repetition.Occurrence> = {}) =>
    ({ rule, from: "due", start: due, due, ...more }) satisfies repetition.Occurrence;
  const today = "2026-11-21";

  test.each([
    [
      "every other Tuesday",
      occurrence("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", "2026-11-24"),
      ["2026-12-08", "2026-12-22", "2027-01-05"],
    ],
    ["with one more to come", occurrence("FREQ=DAILY;COUNT=2", "2026-11-24"), ["2026-11-25"]],
    ["until the day after", occurrence("FREQ=DAILY;UNTIL=20261125", "2026-11-24"), ["2026-11-25"]],
    [
      "moved ahead of its day",
      occurrence("FREQ=WEEKLY", "2026-11-23", { start: "2026-11-24" }),
      ["2026-12-01", "2026-12-08", "2026-12-15"],
    ],
    [
      "moved behind its day",
      occurrence("FREQ=DAILY;INTERVAL=3", "2026-11-26", { start: "2026-11-24" }),
      ["2026-11-27", "2026-11-30", "2026-12-03"],
    ],
    ["late", occurrence("FREQ=DAILY;INTERVAL=3", "2026-11-16"), ["2026-11-22", "2026-11-25", "2026-11-28"]],
    [
      "from completion",
      occurrence("FREQ=DAILY;INTERVAL=10", "2026-11-24", { from: "completion" }),
      ["2026-12-04", "2026-12-14", "2026-12-24"],
    ],
    [
      "late, from completion",
      occurrence("FREQ=DAILY;INTERVAL=10", "2026-11-01", { from: "completion" }),
      ["2026-12-01", "2026-12-11", "2026-12-21"],
    ],
  ])("%s", (_, of, expected) => {
    expect(repetition.coming(of, today, 3)).toEqual(expected);
  });

  test("are those that the rule has, in order, however the series is walked", () => {
    const rules = fc.constantFrom(
      ...[
        "FREQ=DAILY;INTERVAL=3",
        "FREQ=WEEKLY",
        "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU",
        "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
      ],
      ...["FREQ=MONTHLY", "FREQ=MONTHLY;BYMONTHDAY=-1", "FREQ=MONTHLY;BYDAY=-1FR", "FREQ=MONTHLY;BYMONTHDAY=1,15"],
      ...["FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", "FREQ=YEARLY", "FREQ=YEARLY;BYDAY=4TH;BYMONTH=11"],
    );
    fc.assert(
      fc.property(rules, days, fc.integer({ min: 1, max: 9 }), (rule, start, left) => {
        const [first = start] = repetition.preview(rule, { start, after: start }, 1);
        const all = repetition.preview(rule, { start: first, after: first }, 5);
        expect(repetition.coming(occurrence(rule, first), first)).toEqual(all);
        expect(repetition.coming(occurrence(`${rule};COUNT=${left}`, first), first)).toEqual(all.slice(0, left - 1));
        const walk = (left: number, from = occurrence(rule, first)): string[] => {
          const after = left > 0 ? repetition.following(from, { today: first, done: first }) : null;
          return after ? [after.due, ...walk(left - 1, { ...after, from: "due" })] : [];
        };
        expect(walk(5)).toEqual(all);
        expect([first, ...all].every((day, at, list) => at === 0 || day > (list[at - 1] ?? ""))).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});

const ZONES =
  `Africa/Cairo America/Port-au-Prince America/Chicago America/Havana America/Los_Angeles America/New_York America/Nuuk America/Santiago
  America/St_Johns Asia/Beirut Asia/Jerusalem Atlantic/Azores Australia/Adelaide Australia/Lord_Howe Australia/Sydney Europe/Berlin
  Europe/Chisinau Europe/Dublin Europe/London Pacific/Auckland`.split(/\s+/);

const year = repetition.preview("FREQ=DAILY", { start: "2026-01-01", after: "2026-01-01" }, 365);

test.each(ZONES)("nine o'clock stays nine o'clock across both changes of the clock in %s", (timeZone) => {
  const due = year.map((day) => Temporal.PlainDateTime.from(`${day}T09:00`).toZonedDateTime(timeZone));
  expect(due.map((moment) => moment.toPlainDateTime().toString())).toEqual(year.map((day) => `${day}T09:00:00`));
  const hours = due.slice(1).map((moment, at) => due[at]?.until(moment).total("hours") ?? 0);
  expect(hours.filter((length) => length < 24)).toHaveLength(1);
  expect(hours.filter((length) => length > 24)).toHaveLength(1);
});
