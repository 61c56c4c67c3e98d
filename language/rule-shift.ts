import { Temporal } from "temporal-polyfill";
import type { Rule } from "./rule";

type Day = Temporal.PlainDate;
type Weekday = NonNullable<Rule["byDay"]>[number];

/**
 * The rule of a series whose occurrence on `from` shall be on `to` from now on: those of its parts that speak of `from` speak of
 * `to` instead, the others stay. Null where that cannot be said: of several days none is `from`, or one is `to` already, or the
 * rule chooses among many days by BYSETPOS.
 */
export function shift(rule: Rule, from: string, to: string): Rule | null {
  const was = Temporal.PlainDate.from(from);
  const now = Temporal.PlainDate.from(to);
  const plain = withoutSetPos(rule);
  if (!plain || tearsWeeks(plain, was, now)) return null;

  const { frequency, byMonth } = plain;
  const isLong = frequency === "MONTHLY" || frequency === "YEARLY";
  const months = isLong
    ? replaced(
        byMonth,
        (month) => month === was.month,
        () => now.month,
      )
    : byMonth;
  const monthDays = replaced(
    plain.byMonthDay,
    (day) => day === was.day || day === was.day - was.daysInMonth - 1 || (day > was.day && was.day === was.daysInMonth),
    (day) => (day < 0 && now.day === now.daysInMonth ? -1 : now.day),
  );
  const weekdays = replaced(
    plain.byDay,
    ({ day, nth }) => day === was.dayOfWeek && (!nth || placesOf(was, plain).includes(nth)),
    ({ nth }) => ({ day: now.dayOfWeek, ...(nth && { nth: place(nth, placesOf(now, plain)) }) }),
  );
  if (months === null || monthDays === null || weekdays === null) return null;
  return { ...plain, byMonth: months, byMonthDay: monthDays, byDay: weekdays?.toSorted((a, b) => a.day - b.day) };
}

/** The list with the part that `is` the old one made new; a list of one has no other. Null where it would lose a part. */
function replaced<Part>(parts: Part[] | undefined, is: (part: Part) => boolean, renew: (part: Part) => Part) {
  if (!parts) return undefined;
  const at = parts.length === 1 ? 0 : parts.findIndex(is);
  const all = parts.map((part, index) => (index === at ? renew(part) : part));
  const different = new Set(all.map((part) => JSON.stringify(part)));
  return at < 0 || different.size < all.length ? null : all;
}

/** Which of its weekday's days in the month, or in the year where the rule names no month, it is: from the start and from the end. */
function placesOf(date: Day, { frequency, byMonth }: Rule): [number, number] {
  const ofYear = frequency === "YEARLY" && !byMonth;
  const [day, days] = ofYear ? [date.dayOfYear, date.daysInYear] : [date.day, date.daysInMonth];
  return [Math.ceil(day / 7), -Math.ceil((days - day + 1) / 7)];
}

// The last stays the last as long as it is the last. Few months have a fifth, but that one is always the last.
function place(nth: number, [fromStart, fromEnd]: [number, number]) {
  if (nth < 0 && fromEnd >= nth) return fromEnd;
  return fromStart === 5 && fromEnd === -1 && nth < 5 ? -1 : fromStart;
}

/** "FR;BYSETPOS=-1" as "-1FR"; null where BYSETPOS chooses among more than the days of one name. */
function withoutSetPos(rule: Rule): Rule | null {
  const { bySetPos, ...plain } = rule;
  if (!bySetPos) return rule;
  const [day, more] = rule.byDay ?? [];
  const [nth, other] = bySetPos;
  const oneName = day && !day.nth && !more && !other && !rule.byMonthDay;
  const onePeriod = rule.frequency === "MONTHLY" || (rule.frequency === "YEARLY" && (rule.byMonth?.length ?? 1) === 1);
  return oneName && onePeriod ? { ...plain, byDay: [{ ...day, nth } as Weekday] } : null;
}

// Every other week on Monday and Wednesday: with one of them in another week, the other would change weeks too.
function tearsWeeks({ frequency, interval = 1, byDay = [], weekStart = 1 }: Rule, was: Day, now: Day) {
  if (frequency !== "WEEKLY" || interval === 1 || byDay.length < 2) return false;
  const weekOf = (date: Day) => date.subtract({ days: (date.dayOfWeek - weekStart + 7) % 7 }).toString();
  return weekOf(was) !== weekOf(now);
}
