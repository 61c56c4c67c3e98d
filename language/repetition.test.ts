import * as fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import * as dates from "./dates";
import * as repetition from "./repetition";
import { format, type Rule } from "./rule";

const context = { now: new Date("2026-11-21T10:00:00Z"), timeZone: "Europe/Berlin" };
const days = fc
  .integer({ min: 0, max: 20_000 })
  .map((away) => Temporal.PlainDate.from("2000-01-01").add({ days: away }).toString());
const interval = fc.integer({ min: 1, max: 12 });
const weekdays = fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 7 });

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

describe("as RFC 5545 says", () => {
  const following = (rule: string, start: string, count = 4) =>
    repetition.preview(rule, { start, after: start }, count);
  test("a month without the day is left out", () => {
    expect(following("FREQ=MONTHLY", "2026-01-31", 3)).toEqual(["2026-03-31", "2026-05-31", "2026-07-31"]);
  });
  test("the last day is each month's own", () => {
    expect(following("FREQ=MONTHLY;BYMONTHDAY=-1", "2027-12-31", 3)).toEqual([
      "2028-01-31",
      "2028-02-29",
      "2028-03-31",
    ]);
  });
  test("29 February comes in leap years", () => {
    expect(following("FREQ=YEARLY", "2024-02-29", 2)).toEqual(["2028-02-29", "2032-02-29"]);
  });
  test("the 30th is left out in February, a fifth Monday where there is none", () => {
    expect(following("FREQ=MONTHLY;BYMONTHDAY=30", "2027-12-30", 3)).toEqual([
      "2028-01-30",
      "2028-03-30",
      "2028-04-30",
    ]);
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
  test("what never comes ends the search", () => {
    expect(
      repetition.next("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", { start: "2026-01-01", after: "2026-01-01" }),
    ).toBeNull();
  });
});

describe("the next day", () => {
  test("of every n days is a multiple of n after the start, and the first such", () => {
    fc.assert(
      fc.property(days, days, interval, (start, after, n) => {
        const found = repetition.next(`FREQ=DAILY;INTERVAL=${n}`, { start, after }) ?? "";
        const away = (from: string, to: string) => Temporal.PlainDate.from(from).until(to, { largestUnit: "day" }).days;
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

describe("in words", () => {
  test.each([
    ["FREQ=DAILY", "Every day"],
    ["FREQ=DAILY;INTERVAL=3", "Every 3 days"],
    ["FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "Every weekday"],
    ["FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", "Every other Tuesday"],
    ["FREQ=MONTHLY;BYDAY=-1FR", "Every month on the last Friday"],
    ["FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=15", "Every 3 months on the 15th"],
    ["FREQ=DAILY;UNTIL=20270531", "Every day until 31 May 2027"],
    ["FREQ=WEEKLY;COUNT=10", "Every week, 10 times"],
    ["FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=3", "Every 3 Mar"],
    ["FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", "Every month on the last weekday"],
  ])("%s is %s", (rule, words) => {
    expect(repetition.describe(rule)).toBe(words);
  });

  test.each([
    ["every weekday", "Every weekday"],
    ["every other Tuesday", "Every other Tuesday"],
    ["last Friday of the month", "Every month on the last Friday"],
    ["every last Friday of the month", "Every month on the last Friday"],
    ["every 3 months on the 15th", "Every 3 months on the 15th"],
    ["every day until June", "Every day until 31 May 2027"],
    ["every day until 1 June", "Every day until 1 Jun 2027"],
    ["every week 10 times", "Every week, 10 times"],
    ["every! 10 days", "Every 10 days after completion"],
    ["10 days after I finish", "Every 10 days after completion"],
  ])("%s is said as %s, and read again means the same", (text, words) => {
    const [span] = dates.read(text, context);
    expect(repetition.describe(span?.repeat ?? "", span?.repeatFrom)).toBe(words);
    const [again] = dates.read(words, context);
    expect([again?.repeat, again?.repeatFrom]).toEqual([span?.repeat, span?.repeatFrom]);
  });

  const sayable: fc.Arbitrary<Rule> = fc.oneof(
    fc.record({ frequency: fc.constantFrom("DAILY", "WEEKLY", "MONTHLY", "YEARLY"), interval }),
    fc.record({
      frequency: fc.constant("WEEKLY"),
      interval,
      byDay: weekdays.map((list) => list.toSorted().map((day) => ({ day }))),
    }),
    fc.record({
      frequency: fc.constant("MONTHLY"),
      interval,
      byMonthDay: fc.integer({ min: 1, max: 31 }).map((day) => [day]),
    }),
    fc.record({
      frequency: fc.constant("MONTHLY"),
      interval,
      byDay: fc
        .record({ day: fc.integer({ min: 1, max: 7 }), nth: fc.constantFrom(1, 2, 3, 4, 5, -1) })
        .map((day) => [day]),
    }),
    fc.record({ frequency: fc.constant("DAILY"), interval, count: fc.integer({ min: 2, max: 99 }) }),
  );
  test("they mean the same rule when they are read again", () => {
    fc.assert(
      fc.property(sayable, fc.constantFrom("due" as const, "completion" as const), (rule, from) => {
        const words = repetition.describe(format(rule), from);
        expect([words, dates.read(words, context)]).toMatchObject([
          words,
          [{ repeat: format(rule), repeatFrom: from }],
        ]);
      }),
    );
  });
});
