import * as fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import * as repetition from "./repetition";
import { format } from "./rule";
import { away, days, interval, later } from "./testing-rules";

const date = (day: string) => Temporal.PlainDate.from(day);
const follow = (rule: string, start: string, count = 8) => repetition.preview(rule, { start, after: start }, count);
const gaps = (list: string[]) => list.slice(1).map((day, at) => away(list[at] ?? day, day));

describe("a series that moves along", () => {
  test.each([
    ["FREQ=DAILY;INTERVAL=3", "2026-11-23", "2026-11-24", "FREQ=DAILY;INTERVAL=3"],
    ["FREQ=WEEKLY", "2026-11-24", "2026-11-25", "FREQ=WEEKLY"],
    ["FREQ=WEEKLY;BYDAY=TU", "2026-11-24", "2026-11-25", "FREQ=WEEKLY;BYDAY=WE"],
    ["FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", "2026-11-24", "2026-12-03", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TH"],
    ["FREQ=WEEKLY;BYDAY=MO,WE,FR", "2026-11-25", "2026-11-24", "FREQ=WEEKLY;BYDAY=MO,TU,FR"],
    ["FREQ=WEEKLY;BYDAY=MO,WE,FR", "2026-11-25", "2026-12-02", "FREQ=WEEKLY;BYDAY=MO,WE,FR"],
    ["FREQ=WEEKLY;COUNT=4;BYDAY=TU", "2026-11-24", "2026-11-25", "FREQ=WEEKLY;COUNT=4;BYDAY=WE"],
    ["FREQ=WEEKLY;UNTIL=20270101;BYDAY=TU", "2026-11-24", "2026-11-25", "FREQ=WEEKLY;UNTIL=20270101;BYDAY=WE"],
    ["FREQ=MONTHLY", "2026-11-15", "2026-11-16", "FREQ=MONTHLY"],
    ["FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=15", "2026-11-15", "2026-11-20", "FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=20"],
    ["FREQ=MONTHLY;BYMONTHDAY=1,15", "2026-11-15", "2026-11-16", "FREQ=MONTHLY;BYMONTHDAY=1,16"],
    ["FREQ=MONTHLY;BYMONTHDAY=-1", "2026-11-30", "2026-12-31", "FREQ=MONTHLY;BYMONTHDAY=-1"],
    ["FREQ=MONTHLY;BYMONTHDAY=-1", "2026-11-30", "2026-11-28", "FREQ=MONTHLY;BYMONTHDAY=28"],
    ["FREQ=MONTHLY;BYDAY=2TU", "2026-11-10", "2026-11-18", "FREQ=MONTHLY;BYDAY=3WE"],
    ["FREQ=MONTHLY;BYDAY=4TU", "2026-11-24", "2026-11-26", "FREQ=MONTHLY;BYDAY=4TH"],
    ["FREQ=MONTHLY;BYDAY=4TU", "2026-11-24", "2026-11-30", "FREQ=MONTHLY;BYDAY=-1MO"],
    ["FREQ=MONTHLY;BYDAY=-1FR", "2026-11-27", "2026-11-26", "FREQ=MONTHLY;BYDAY=-1TH"],
    ["FREQ=MONTHLY;BYDAY=-1FR", "2026-11-27", "2026-11-19", "FREQ=MONTHLY;BYDAY=3TH"],
    ["FREQ=MONTHLY;BYDAY=FR;BYSETPOS=-1", "2026-11-27", "2026-11-26", "FREQ=MONTHLY;BYDAY=-1TH"],
    ["FREQ=YEARLY", "2024-02-29", "2024-03-01", "FREQ=YEARLY"],
    ["FREQ=YEARLY;BYMONTHDAY=3;BYMONTH=3", "2027-03-03", "2027-04-01", "FREQ=YEARLY;BYMONTHDAY=1;BYMONTH=4"],
    ["FREQ=YEARLY;BYDAY=4TH;BYMONTH=11", "2026-11-26", "2026-11-27", "FREQ=YEARLY;BYDAY=4FR;BYMONTH=11"],
    ["FREQ=YEARLY;BYDAY=20MO", "2026-05-18", "2026-05-26", "FREQ=YEARLY;BYDAY=21TU"],
  ])("%s from %s to %s is %s", (rule, from, to, shifted) => {
    expect(repetition.shift(rule, { from, to })).toBe(shifted);
  });

  test.each([
    ["two of its days would be one", "FREQ=WEEKLY;BYDAY=MO,WE", "2026-11-23", "2026-11-25"],
    ["none of its days is the old one", "FREQ=WEEKLY;BYDAY=MO,WE", "2026-11-24", "2026-11-26"],
    ["its days would part by a week", "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE", "2026-11-25", "2026-12-03"],
    ["it chooses among many days", "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", "2026-11-30", "2026-11-27"],
    ["it would be over", "FREQ=DAILY;UNTIL=20261125", "2026-11-24", "2026-11-26"],
    ["its month is another", "FREQ=DAILY;BYMONTH=11", "2026-11-30", "2026-12-01"],
    ["it is none", "every day", "2026-11-24", "2026-11-25"],
  ])("is not to be said where %s", (_, rule, from, to) => {
    expect(repetition.shift(rule, { from, to })).toBeNull();
  });

  /** Rules of every kind that have an occurrence on `day`. */
  const rulesOn = (day: string, n: number) => {
    const { dayOfWeek, day: monthDay, month, daysInMonth } = date(day);
    const nth = Math.ceil(monthDay / 7);
    const isLast = monthDay + 7 > daysInMonth;
    return [
      ...(["DAILY", "WEEKLY", "MONTHLY", "YEARLY"] as const).map((frequency) => format({ frequency, interval: n })),
      format({ frequency: "WEEKLY", interval: n, byDay: [{ day: dayOfWeek }] }),
      format({ frequency: "WEEKLY", byDay: [dayOfWeek, (dayOfWeek % 7) + 1].toSorted().map((day) => ({ day })) }),
      format({ frequency: "MONTHLY", interval: n, byMonthDay: [monthDay] }),
      format({ frequency: "MONTHLY", interval: n, byDay: [{ day: dayOfWeek, nth }] }),
      ...(isLast ? [format({ frequency: "MONTHLY", byDay: [{ day: dayOfWeek, nth: -1 }] })] : []),
      ...(monthDay === daysInMonth ? [format({ frequency: "MONTHLY", byMonthDay: [-1] })] : []),
      format({ frequency: "YEARLY", byMonth: [month], byMonthDay: [monthDay] }),
      format({ frequency: "YEARLY", byMonth: [month], byDay: [{ day: dayOfWeek, nth }] }),
    ];
  };

  /** Moves by at most so many days, of a rule that comes every `n` days, weeks, months or years. */
  const moves = (most: number) =>
    fc
      .record({ from: days, by: fc.integer({ min: -most, max: most }), n: interval })
      .map(({ from, by, n }) => ({ from, to: later(from, by), n }));
  type Move = { from: string; to: string; n: number };
  const always = (moves: fc.Arbitrary<Move>, holds: (move: Move) => void) =>
    fc.assert(fc.property(moves, holds), { numRuns: 40 });

  /** `of` says the same of the days of each rule and of those that it has once it is moved. */
  function stays(of: (days: string[]) => unknown, rules: string[], { from, to }: Move) {
    for (const rule of rules) {
      const shifted = repetition.shift(rule, { from, to }) ?? "";
      expect([rule, of([to, ...follow(shifted, to)])]).toEqual([rule, of([from, ...follow(rule, from)])]);
    }
  }

  test("has the moved day among its days, and the next five come in order", () => {
    always(moves(40), ({ from, to, n }) => {
      for (const rule of rulesOn(from, n)) {
        const shifted = repetition.shift(rule, { from, to });
        if (shifted === null) continue;
        const [first, ...others] = repetition.preview(shifted, { start: to, after: later(to, -1) }, 6);
        expect([rule, first]).toEqual([rule, to]);
        expect(gaps([to, ...others]).every((gap) => gap > 0)).toBe(true);
        expect(repetition.parse(shifted)).toBe(shifted);
      }
    });
  });

  test("keeps the days between its times, by days and by weeks", () => {
    always(moves(40), (move) => {
      const { from, n: interval } = move;
      const rules = [
        format({ frequency: "DAILY", interval }),
        format({ frequency: "WEEKLY", interval }),
        format({ frequency: "WEEKLY", interval, byDay: [{ day: date(from).dayOfWeek }] }),
      ];
      stays(gaps, rules, move);
    });
  });

  test("keeps the months between its times, by months and by years", () => {
    const months = (list: string[]) => list.map((day) => date(day).year * 12 + date(day).month);
    const steps = (list: string[]) => months(list).map((month) => month - (months(list)[0] ?? 0));
    const early = moves(21).filter(({ from, to }) => date(from).day < 22 && date(to).day <= 28);
    always(early, (move) => {
      const { dayOfWeek, day } = date(move.from);
      const monthly = { frequency: "MONTHLY", interval: move.n } as const;
      const rules = [
        format(monthly),
        format({ ...monthly, byMonthDay: [day] }),
        format({ ...monthly, byDay: [{ day: dayOfWeek, nth: Math.ceil(day / 7) }] }),
        format({ frequency: "YEARLY", interval: move.n }),
      ];
      stays(steps, rules, move);
    });
  });

  test("and moved back, is what it was", () => {
    const within = moves(10).filter(
      ({ from, to }) => date(to).month === date(from).month && date(from).day <= 28 && date(to).day <= 28,
    );
    always(within, ({ from, to, n }) => {
      for (const rule of rulesOn(from, n).filter((rule) => !rule.includes("-1"))) {
        const there = repetition.shift(rule, { from, to });
        if (there !== null) expect(repetition.shift(there, { from: to, to: from })).toBe(repetition.parse(rule));
      }
    });
  });
});
