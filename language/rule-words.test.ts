import * as fc from "fast-check";
import { expect, test } from "vitest";
import * as dates from "./dates";
import * as repetition from "./repetition";
import { format, type Rule } from "./rule";
import { saturday } from "./testing-lines";
import { interval, weekdays } from "./testing-rules";

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
])("%s in words is %s", (rule, words) => {
  expect(repetition.describe(rule, saturday)).toBe(words);
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
  const [span] = dates.read(text, saturday);
  expect(repetition.describe(span?.repeat ?? "", saturday, span?.repeatFrom)).toBe(words);
  const [again] = dates.read(words, saturday);
  expect([again?.repeat, again?.repeatFrom]).toEqual([span?.repeat, span?.repeatFrom]);
});

test.each([
  ["FREQ=DAILY;UNTIL=20270531", "Every day until May 31, 2027"],
  ["FREQ=YEARLY;BYMONTHDAY=3;BYMONTH=3", "Every Mar 3"],
])("%s in American words is %s, and read again means the same", (rule, words) => {
  const american = { ...saturday, locale: "en-US" };
  expect(repetition.describe(rule, american)).toBe(words);
  expect(dates.read(words, american)).toMatchObject([{ repeat: rule, text: words }]);
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

test("a rule in words means the same rule when it is read again", () => {
  fc.assert(
    fc.property(sayable, fc.constantFrom("due" as const, "completion" as const), (rule, from) => {
      const words = repetition.describe(format(rule), saturday, from);
      expect([words, dates.read(words, saturday)]).toMatchObject([words, [{ repeat: format(rule), repeatFrom: from }]]);
    }),
  );
});
