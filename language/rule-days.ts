import type { Frequency, Rule } from "./rule";
import { spellOutMonthEnds } from "./rule-month-ends";

/** A day by its number: 0 is 1 January 1970, a Thursday. */
type Day = number;

const MILLISECONDS = 86_400_000;
const LAST = numberOf("9999-12-31");
/** The days of 400 years, after which the calendar comes round again, weekdays included: what had none of them has none. */
const CYCLE = 146_097;

/**
 * The days of a rule that begins on `start`, those after `after`, in order, "YYYY-MM-DD" (RFC 5545, section 3.3.10). If the rule takes
 * its day of the month from `start`, a month too short for it has its last day. However long ago it began, and even if it never comes
 * again, the next day is found or given up within milliseconds: people may write any rule.
 */
export function* daysAfter(rule: Rule, { start, after }: { start: string; after: string }): Generator<string> {
  const [first, from] = [numberOf(start), numberOf(after)];
  const until = rule.until ? Math.min(numberOf(rule.until), LAST) : LAST;
  const whole = spellOutMonthEnds(spelledOut(rule, first));
  const { interval = 1, count } = whole;
  const { indexOf, begin } = periodsOf(whole);

  const origin = indexOf(first);
  // COUNT counts from the first day; nothing else that is over has to be looked at.
  const over = count === undefined ? Math.max(0, Math.floor((indexOf(from) - origin) / interval)) : 0;
  let left = count ?? Number.POSITIVE_INFINITY;
  let inVain = 0;
  for (let index = origin + over * interval; begin(index) <= until && inVain < CYCLE; index += interval) {
    const days = offered(whole, begin(index), begin(index + 1)).filter((day) => day >= first);
    inVain = days.length > 0 ? 0 : inVain + begin(index + 1) - begin(index);
    for (const day of days) {
      if (day > until || left-- === 0) return;
      if (day > from) yield textOf(day);
    }
  }
}

/** The rule with the day of the month of its first day, if it names none and some months are too short for it; else the same rule. */
export function pinMonthDay(rule: Rule, start: string): Rule {
  const whole = spelledOut(rule, numberOf(start));
  return (whole.byMonthDay?.[0] ?? 0) > 28 ? whole : rule;
}

/** The rule with the parts that it takes from its first day where it does not name them. */
function spelledOut(rule: Rule, first: Day): Rule {
  const { frequency, byMonth, byMonthDay, byDay } = rule;
  if (frequency === "DAILY" || byMonthDay || byDay) return rule;
  if (frequency === "WEEKLY") return { ...rule, byDay: [{ day: weekdayOf(first) }] };
  const date = new Date(first * MILLISECONDS);
  const onDay = { ...rule, byMonthDay: [date.getUTCDate()] };
  return frequency === "YEARLY" ? { ...onDay, byMonth: byMonth ?? [date.getUTCMonth() + 1] } : onDay;
}

/** The days, weeks, months or years of the calendar, numbered: which one a day is in, and the first day of one. */
function periodsOf({ frequency, weekStart = 1 }: Rule) {
  const thursday = 4 - weekStart; // how far into its week the first day of 1970 was
  const periods: Record<Frequency, { indexOf: (day: Day) => number; begin: (index: number) => Day }> = {
    DAILY: { indexOf: (day) => day, begin: (index) => index },
    WEEKLY: { indexOf: (day) => Math.floor((day + thursday) / 7), begin: (index) => index * 7 - thursday },
    MONTHLY: { indexOf: monthOf, begin: firstOfMonth },
    YEARLY: { indexOf: (day) => Math.floor(monthOf(day) / 12), begin: (index) => firstOfMonth(index * 12) },
  };
  return periods[frequency];
}

/** The days of one period that the rule has. */
function offered(rule: Rule, begin: Day, end: Day): Day[] {
  const days: Day[] = [];
  for (let day = begin; day < end; day++) if (fits(rule, day)) days.push(day);
  const { bySetPos } = rule;
  return bySetPos ? days.filter((_, at) => bySetPos.includes(at + 1) || bySetPos.includes(at - days.length)) : days;
}

function fits({ frequency, byMonth, byMonthDay, byDay }: Rule, day: Day): boolean {
  const date = new Date(day * MILLISECONDS);
  if (byMonth && !byMonth.includes(date.getUTCMonth() + 1)) return false;
  if (byMonthDay) {
    const [fromStart, fromEnd] = [date.getUTCDate(), day - firstOfMonth(monthOf(day) + 1)];
    if (!byMonthDay.includes(fromStart) && !byMonthDay.includes(fromEnd)) return false;
  }
  return !byDay || byDay.some((each) => each.day === weekdayOf(day) && (!each.nth || isNth(each.nth)));

  function isNth(nth: number) {
    const months = frequency === "YEARLY" && !byMonth ? 12 : 1;
    const index = Math.floor(monthOf(day) / months) * months;
    const [begin, end] = [firstOfMonth(index), firstOfMonth(index + months)];
    return nth === (nth > 0 ? Math.ceil((day - begin + 1) / 7) : -Math.ceil((end - day) / 7));
  }
}

function weekdayOf(day: Day): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

/** The months since the year 0. */
function monthOf(day: Day): number {
  const date = new Date(day * MILLISECONDS);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
}

function firstOfMonth(month: number): Day {
  return new Date(0).setUTCFullYear(Math.floor(month / 12), month % 12, 1) / MILLISECONDS;
}

function numberOf(day: string): Day {
  return Date.parse(day) / MILLISECONDS;
}

function textOf(day: Day): string {
  return new Date(day * MILLISECONDS).toISOString().slice(0, 10);
}
