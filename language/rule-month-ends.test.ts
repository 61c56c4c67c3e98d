import * as fc from "fast-check";
import * as loaded from "rrule";
import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import * as dates from "./dates";
import * as repetition from "./repetition";
import { format, type Rule, read } from "./rule";
import { saturday } from "./testing-lines";
import { days, later } from "./testing-rules";

// Node finds rrule's CommonJS build, all of it under `default`.
const { RRule }: typeof loaded = Reflect.get(loaded, "default") ?? loaded;

const after = (rule: string, start: string, count: number) => repetition.preview(rule, { start, after: start }, count);

test.each([
  ["FREQ=MONTHLY;BYMONTHDAY=31", "FREQ=MONTHLY;BYMONTHDAY=28,29,30,31;BYSETPOS=-1"],
  ["FREQ=MONTHLY;BYMONTHDAY=30", "FREQ=MONTHLY;BYMONTHDAY=28,29,30;BYSETPOS=-1"],
  ["FREQ=MONTHLY;BYMONTHDAY=29", "FREQ=MONTHLY;BYMONTHDAY=28,29;BYSETPOS=-1"],
  ["FREQ=MONTHLY;BYMONTHDAY=28", "FREQ=MONTHLY;BYMONTHDAY=28"],
  ["FREQ=MONTHLY;BYMONTHDAY=-1", "FREQ=MONTHLY;BYMONTHDAY=-1"],
  ["FREQ=MONTHLY;BYMONTHDAY=31,15", "FREQ=MONTHLY;BYMONTHDAY=15,28,29,30,31;BYSETPOS=1,-1"],
  ["FREQ=MONTHLY;BYMONTHDAY=30,31", "FREQ=MONTHLY;BYMONTHDAY=28,29,30,31;BYSETPOS=3,-1"],
  [
    "FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=31;COUNT=4",
    "FREQ=MONTHLY;INTERVAL=3;COUNT=4;BYMONTHDAY=28,29,30,31;BYSETPOS=-1",
  ],
  ["FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29", "FREQ=YEARLY;BYMONTHDAY=28,29;BYMONTH=2;BYSETPOS=-1"],
  ["FREQ=YEARLY;INTERVAL=4;BYMONTH=2;BYMONTHDAY=29", "FREQ=YEARLY;INTERVAL=4;BYMONTHDAY=28,29;BYMONTH=2;BYSETPOS=-1"],
  ["FREQ=YEARLY;BYMONTH=2,6;BYMONTHDAY=31", "FREQ=MONTHLY;BYMONTHDAY=28,29,30,31;BYMONTH=2,6;BYSETPOS=-1"],
  ["FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=31", "FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=31"],
  ["FREQ=DAILY;BYMONTHDAY=31", "FREQ=DAILY;BYMONTHDAY=31"],
  ["FREQ=MONTHLY;BYMONTHDAY=28,29,30,31", "FREQ=MONTHLY;BYMONTHDAY=28,29,30,31;BYSETPOS=1,2,3,-1"],
])("%s is kept as %s", (rule, kept) => {
  expect(repetition.parse(rule)).toBe(kept);
  expect(repetition.parse(kept)).toBe(kept);
});

describe("no month is left out", () => {
  test.each([
    ["FREQ=MONTHLY", "2026-01-31", ["2026-02-28", "2026-03-31", "2026-04-30"]],
    ["FREQ=MONTHLY;BYMONTHDAY=31", "2026-01-31", ["2026-02-28", "2026-03-31", "2026-04-30"]],
    ["FREQ=MONTHLY;BYMONTHDAY=30", "2027-12-30", ["2028-01-30", "2028-02-29", "2028-03-30"]],
    ["FREQ=MONTHLY;BYMONTHDAY=29", "2027-01-29", ["2027-02-28", "2027-03-29", "2027-04-29"]],
    ["FREQ=MONTHLY;INTERVAL=2", "2026-12-31", ["2027-02-28", "2027-04-30", "2027-06-30"]],
    ["FREQ=MONTHLY;BYMONTHDAY=15,31", "2026-01-31", ["2026-02-15", "2026-02-28", "2026-03-15"]],
    [
      "FREQ=MONTHLY;BYMONTHDAY=30,31",
      "2026-01-31",
      ["2026-02-28", "2026-03-30", "2026-03-31", "2026-04-30", "2026-05-30"],
    ],
    ["FREQ=YEARLY", "2024-02-29", ["2025-02-28", "2026-02-28", "2027-02-28", "2028-02-29"]],
    ["FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29", "2024-02-29", ["2025-02-28", "2026-02-28"]],
    ["FREQ=MONTHLY;COUNT=3", "2026-01-31", ["2026-02-28", "2026-03-31"]],
    ["FREQ=MONTHLY;UNTIL=20260330", "2026-01-31", ["2026-02-28"]],
  ])("%s from %s on: %j", (rule, start, expected) => {
    expect(after(rule, start, expected.length + (/COUNT|UNTIL/.test(rule) ? 1 : 0))).toEqual(expected);
  });

  const rules: fc.Arbitrary<Rule> = fc.record({
    frequency: fc.constant("MONTHLY"),
    interval: fc.integer({ min: 1, max: 13 }),
    byMonth: fc.option(fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 12 }), {
      nil: undefined,
    }),
    byMonthDay: fc.uniqueArray(fc.integer({ min: 1, max: 31 }), { minLength: 1, maxLength: 6 }),
    count: fc.option(fc.integer({ min: 1, max: 9 }), { nil: undefined }),
  });
  // rrule gives a day twice, and counts it twice, that two places of BYSETPOS choose.
  const countable = ({ count, ...rule }: Rule): Rule => (rule.byMonthDay?.length === 1 ? { ...rule, count } : rule);
  const yearly: fc.Arbitrary<Rule> = fc.record({
    frequency: fc.constant("YEARLY"),
    interval: fc.integer({ min: 1, max: 5 }),
    byMonth: fc.integer({ min: 1, max: 12 }).map((month) => [month]),
    byMonthDay: fc.uniqueArray(fc.integer({ min: 1, max: 31 }), { minLength: 1, maxLength: 6 }),
  });

  test("of any rule by days of the month, which rrule finds too, and each is the day or its month's last", () => {
    fc.assert(
      fc.property(fc.oneof(rules.map(countable), yearly), days, (rule, start) => {
        const text = format(rule);
        // Rules that never come again rrule would look for years in.
        const { interval = 1, byMonth } = rule;
        fc.pre(rule.frequency === "YEARLY" || !byMonth || interval % 12 === 1 || interval === 1);
        const theirs: string[] = [];
        new RRule({ ...RRule.parseString(text), dtstart: new Date(start) }).all((date) => {
          const day = date.toISOString().slice(0, 10);
          if (theirs.at(-1) !== day) theirs.push(day);
          return theirs.length < 12;
        });
        const ours = repetition
          .preview(text, { start, after: later(start, -1) }, Math.max(12, theirs.length))
          .slice(0, theirs.length);
        expect([text, ...ours]).toEqual([text, ...theirs]);
        for (const day of ours) {
          const date = Temporal.PlainDate.from(day);
          expect(rule.byMonthDay?.map((wanted) => Math.min(wanted, date.daysInMonth))).toContain(date.day);
        }
      }),
      { numRuns: 150 },
    );
  });

  test("and written and read again it is the same rule", () => {
    fc.assert(
      fc.property(fc.oneof(rules, yearly), (rule) => {
        const again = read(format(rule));
        expect(new Set(again?.byMonthDay)).toEqual(new Set(rule.byMonthDay));
        expect(again?.bySetPos).toBeUndefined();
        expect(repetition.parse(format(rule))).toBe(format(rule));
      }),
    );
  });
});

describe("the day of a series is remembered", () => {
  type Occurrence = repetition.Occurrence;
  const first = (rule: string, day: string, from: Occurrence["from"] = "due"): Occurrence => ({
    rule,
    from,
    start: day,
    due: day,
  });
  /** Each done on its day. */
  const walk = (from: Occurrence, count: number): string[] => {
    const next = count > 0 ? repetition.following(from, { today: from.due, done: from.due }) : null;
    return next ? [next.due, ...walk(next, count - 1)] : [];
  };

  test.each(["due", "completion"] as const)("one month, two months or a year later, counted from %s", (from) => {
    expect(walk(first("FREQ=MONTHLY", "2027-01-31", from), 4)).toEqual([
      "2027-02-28",
      "2027-03-31",
      "2027-04-30",
      "2027-05-31",
    ]);
    expect(walk(first("FREQ=MONTHLY;INTERVAL=2", "2026-12-31", from), 4)).toEqual([
      "2027-02-28",
      "2027-04-30",
      "2027-06-30",
      "2027-08-31",
    ]);
    expect(walk(first("FREQ=MONTHLY", "2027-01-30", from), 3)).toEqual(["2027-02-28", "2027-03-30", "2027-04-30"]);
    expect(walk(first("FREQ=YEARLY", "2024-02-29", from), 4)).toEqual([
      "2025-02-28",
      "2026-02-28",
      "2027-02-28",
      "2028-02-29",
    ]);
    expect(walk(first("FREQ=MONTHLY;COUNT=3", "2027-01-31", from), 4)).toEqual(["2027-02-28", "2027-03-31"]);
  });

  test("however the next ones are asked for", () => {
    const starts = fc.constantFrom(
      "2027-01-29",
      "2027-01-30",
      "2027-01-31",
      "2028-01-31",
      "2024-02-29",
      "2027-03-31",
      "2027-08-15",
    );
    const rules = fc.constantFrom(
      "FREQ=MONTHLY",
      "FREQ=MONTHLY;INTERVAL=3",
      "FREQ=YEARLY",
      "FREQ=MONTHLY;BYMONTHDAY=31",
      "FREQ=MONTHLY;BYMONTHDAY=15,30",
    );
    fc.assert(
      fc.property(rules, starts, fc.constantFrom("due", "completion"), (rule, start, from) => {
        const [day = start] = repetition.preview(rule, { start, after: later(start, -1) }, 1);
        const one = first(rule, day, from);
        expect(repetition.coming(one, day, 6)).toEqual(walk(one, 6));
      }),
    );
  });

  test("done late, after completion it is one month later, clamped", () => {
    const one = first("FREQ=MONTHLY", "2027-01-20", "completion");
    const done = (day: string, of = one) => repetition.following(of, { today: day, done: day });
    expect(done("2027-01-31")).toMatchObject({ due: "2027-02-28" });
    expect(done("2027-01-29")).toMatchObject({ due: "2027-02-28" });
    expect(done("2027-02-28")).toMatchObject({ due: "2027-03-28" });
    const shortened = done("2027-01-31") ?? one;
    expect(done("2027-02-28", shortened)).toMatchObject({ due: "2027-03-31" });
    expect(done("2027-03-02", shortened)).toMatchObject({ due: "2027-04-02" });
    expect(done("2027-02-27", shortened)).toMatchObject({ due: "2027-03-27" });
    expect(done("2027-03-05", { ...shortened, due: "2027-03-05" })).toMatchObject({ due: "2027-04-05" });
  });

  test("moved this once or skipped, the next one is on its own day", () => {
    const february = repetition.following(first("FREQ=MONTHLY", "2027-01-31"), {
      today: "2027-01-31",
      done: "2027-01-31",
    });
    expect(february).toMatchObject({ rule: "FREQ=MONTHLY;BYMONTHDAY=28,29,30,31;BYSETPOS=-1", start: "2027-02-28" });
    const moved = { ...(february ?? first("", "")), due: "2027-02-20" };
    expect(repetition.following(moved, { today: "2027-02-20", done: "2027-02-20" })).toMatchObject({
      due: "2027-03-31",
    });
    const late = { ...first("FREQ=MONTHLY", "2027-01-31"), due: "2027-02-02" };
    expect(repetition.following(late, { today: "2027-02-02", done: "2027-02-02" })).toMatchObject({
      due: "2027-02-28",
    });
  });
});

test.each([
  ["FREQ=MONTHLY;BYMONTHDAY=31", "2027-02-28", "2027-02-27", "FREQ=MONTHLY;BYMONTHDAY=27"],
  ["FREQ=MONTHLY;BYMONTHDAY=31", "2027-02-28", "2027-03-30", "FREQ=MONTHLY;BYMONTHDAY=28,29,30;BYSETPOS=-1"],
  ["FREQ=MONTHLY;BYMONTHDAY=15,31", "2027-02-28", "2027-02-26", "FREQ=MONTHLY;BYMONTHDAY=15,26"],
  ["FREQ=MONTHLY;BYMONTHDAY=10", "2027-01-10", "2027-01-31", "FREQ=MONTHLY;BYMONTHDAY=28,29,30,31;BYSETPOS=-1"],
  ["FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29", "2027-02-28", "2027-03-01", "FREQ=YEARLY;BYMONTHDAY=1;BYMONTH=3"],
  ["FREQ=MONTHLY", "2027-02-28", "2027-03-31", "FREQ=MONTHLY"],
])("%s moved from %s to %s is %s", (rule, from, to, shifted) => {
  expect(repetition.shift(rule, { from, to })).toBe(shifted);
});

test.each([
  ["every month on the 31st", "Every month on the 31st", "2026-11-30"],
  ["monthly on the 30th", "Every month on the 30th", "2026-11-30"],
  ["every 3 months on the 31st", "Every 3 months on the 31st", "2026-11-30"],
  ["the 29th of every month", "Every month on the 29th", "2026-11-29"],
  ["every 29 February", "Every 29 Feb", "2027-02-28"],
  ["every last day of the month", "Every month on the last day", "2026-11-30"],
  ["every month on the last day", "Every month on the last day", "2026-11-30"],
  ["on the 15th and 31st of every month", "Every month on the 15th and 31st", "2026-11-30"],
])("%s is said as %s, and comes first on %s", (text, words, day) => {
  const [span] = dates.read(text, saturday);
  expect([repetition.describe(span?.repeat ?? "", saturday), span?.day]).toEqual([words, day]);
  expect(repetition.parse(span?.repeat ?? "")).toBe(span?.repeat);
});
