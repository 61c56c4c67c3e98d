import * as fc from "fast-check";
import * as loaded from "rrule";
import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import * as repetition from "./repetition";
import { format, type Rule } from "./rule";
import { pinMonthDay } from "./rule-days";
import { away, days, interval, weekdays } from "./testing-rules";
import { milliseconds } from "./testing-time";

// Node finds rrule's CommonJS build, all of it under `default`.
const { RRule }: typeof loaded = Reflect.get(loaded, "default") ?? loaded;

const optional = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: undefined });
const some = <T>(values: fc.Arbitrary<T>) => optional(fc.uniqueArray(values, { minLength: 1, maxLength: 3 }));
const upTo = (most: number) => fc.integer({ min: 1, max: most });
const fromBothEnds = (most: number) =>
  fc.oneof(
    upTo(most),
    upTo(most).map((number) => -number),
  );

// Rules that always come again, for rrule would look for years in those that do not; and in its first week rrule has BYSETPOS choose among
// the days that are left of it.
const rules: fc.Arbitrary<Rule> = fc
  .record({
    frequency: fc.constantFrom("DAILY", "WEEKLY", "MONTHLY", "YEARLY"),
    interval: fc.constantFrom(1, 5, 11),
    byMonth: some(upTo(12)),
    days: fc.oneof(
      fc.record({ byMonthDay: some(fromBothEnds(28)) }),
      fc.record({ byDay: some(upTo(7).map((day) => ({ day }))), nth: optional(fromBothEnds(4)) }),
    ),
    bySetPos: optional(fc.constantFrom(1, -1).map((place) => [place])),
    weekStart: optional(upTo(7)),
    count: optional(upTo(12)),
  })
  .map(({ days, ...rule }): Rule => {
    const isLong = rule.frequency === "MONTHLY" || rule.frequency === "YEARLY";
    if ("byMonthDay" in days) return { ...rule, ...days, ...(!isLong && { bySetPos: undefined }) };
    const { byDay, nth } = days;
    return isLong
      ? { ...rule, byDay: byDay?.map((each) => ({ ...each, nth })) }
      : { ...rule, byDay, bySetPos: undefined };
  })
  .filter((rule) => repetition.parse(format(rule)) !== null);

test("the days of a rule are those that rrule finds", () => {
  fc.assert(
    fc.property(rules, days, days, (rule, start, after) => {
      const text = format(pinMonthDay(rule, start));
      const theirs: string[] = [];
      new RRule({ ...RRule.parseString(text), dtstart: new Date(start) }).all((date) => {
        const day = date.toISOString().slice(0, 10);
        if (day > after) theirs.push(day);
        return theirs.length < 5;
      });
      expect([text, ...repetition.preview(text, { start, after })]).toEqual([text, ...theirs]);
    }),
    { numRuns: 200 },
  );
});

describe("as RFC 5545 says", () => {
  const following = (rule: string, start: string, count = 4) =>
    repetition.preview(rule, { start, after: start }, count);
  test("the last day is each month's own", () => {
    expect(following("FREQ=MONTHLY;BYMONTHDAY=-1", "2027-12-31", 3)).toEqual([
      "2028-01-31",
      "2028-02-29",
      "2028-03-31",
    ]);
  });
  test("a fifth Monday is left out where there is none, and a Friday the 31st too", () => {
    expect(following("FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=31", "2026-01-30", 2)).toEqual(["2026-07-31", "2027-12-31"]);
    expect(following("FREQ=MONTHLY;BYDAY=5MO", "2026-11-30", 2)).toEqual(["2027-03-29", "2027-05-31"]);
  });
  test("weeks are counted from their own first day", () => {
    const rule = "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU";
    expect(following(rule, "1997-08-05")).toEqual(["1997-08-10", "1997-08-19", "1997-08-24"]);
    expect(following(`${rule};WKST=SU`, "1997-08-05")).toEqual(["1997-08-17", "1997-08-19", "1997-08-31"]);
  });
  test("an end is an end", () => {
    expect(following("FREQ=DAILY;COUNT=3", "2026-11-21")).toEqual(["2026-11-22", "2026-11-23"]);
    expect(following("FREQ=DAILY;UNTIL=20261123", "2026-11-21")).toEqual(["2026-11-22", "2026-11-23"]);
  });
});

describe("the next day", () => {
  test("of every n days is a multiple of n after the start, and the first such", () => {
    fc.assert(
      fc.property(days, days, interval, (start, after, n) => {
        const found = repetition.next(`FREQ=DAILY;INTERVAL=${n}`, { start, after }) ?? "";
        const earliest = after < start ? 0 : n;
        return found > after && away(start, found) % n === 0 && away(after < start ? start : after, found) <= earliest;
      }),
      { numRuns: 60 },
    );
  });
  test("of weekdays is the first of them", () => {
    fc.assert(
      fc.property(days, weekdays, (start, wanted) => {
        const rule = format({ frequency: "WEEKLY", byDay: wanted.map((day) => ({ day })) });
        const found = repetition.next(rule, { start, after: start });
        let day = Temporal.PlainDate.from(start).add({ days: 1 });
        while (!wanted.includes(day.dayOfWeek)) day = day.add({ days: 1 });
        return found === day.toString();
      }),
      { numRuns: 60 },
    );
  });
});

describe("whatever the rule, and however long ago it began, its next day is found or given up at once", () => {
  test.each([
    ["FREQ=DAILY;BYMONTHDAY=30;BYMONTH=2", "2026-11-22", "2026-11-22", null],
    ["FREQ=DAILY;BYDAY=MO;BYSETPOS=2", "2026-11-22", "2026-11-22", null],
    ["FREQ=DAILY;INTERVAL=7;BYDAY=MO", "2026-11-22", "2026-11-22", null],
    ["FREQ=WEEKLY;BYDAY=MO;BYSETPOS=2", "2026-11-22", "2026-11-22", null],
    ["FREQ=MONTHLY;BYDAY=6MO", "2026-11-22", "2026-11-22", null],
    ["FREQ=YEARLY;BYDAY=53MO;BYMONTH=1", "2026-11-22", "2026-11-22", null],
    ["FREQ=DAILY", "2026-11-22", "9999-12-31", null],
    ["FREQ=YEARLY;INTERVAL=4", "9997-11-22", "9997-11-22", null],
    ["FREQ=DAILY;BYDAY=SU;BYMONTHDAY=29;BYMONTH=2", "2088-03-01", "2088-03-01", "2128-02-29"],
    ["FREQ=YEARLY;INTERVAL=100;BYMONTHDAY=29;BYMONTH=2", "2000-02-29", "2000-02-29", "2100-02-28"],
    [
      "FREQ=YEARLY;INTERVAL=100;BYDAY=MO,TU,WE,TH,FR,SA,SU;BYMONTHDAY=29;BYMONTH=2",
      "2000-02-29",
      "2000-02-29",
      "2400-02-29",
    ],
    ["FREQ=DAILY;INTERVAL=3", "0001-01-01", "2026-11-22", "2026-11-25"],
    ["FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TU,WE,TH,FR,SA,SU", "0001-01-01", "2026-11-22", "2026-11-23"],
    ["FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR,SA,SU", "0001-01-01", "2026-11-22", "2026-11-23"],
  ])("%s from %s on, after %s: %s", async (rule, start, after, next) => {
    expect(repetition.next(rule, { start, after })).toBe(next);
    expect(await milliseconds(() => repetition.next(rule, { start, after }))).toBeLessThan(200);
  });
});
