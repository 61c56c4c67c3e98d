import type { Rule } from "../rule";
import type { Length, Repeat, When } from "./grammar";
import { clockIn } from "./parts";
import type { Grain } from "./period";
import { cycleAway, nthIn } from "./series";
import { clockWhen, weekdays, when } from "./whens";

/** Monday to Friday. */
export const WORKING = [1, 2, 3, 4, 5];
const FREQUENCIES: Partial<Record<Grain, Rule>> = {
  day: { frequency: "DAILY" },
  week: { frequency: "WEEKLY" },
  month: { frequency: "MONTHLY" },
  quarter: { frequency: "MONTHLY", interval: 3 },
  year: { frequency: "YEARLY" },
};
const UNITS: Record<string, Grain> = { days: "day", weeks: "week", months: "month", years: "year" };

/** A repetition by its rule. */
export function repeating(recurrence: Rule, more: Pick<Repeat, "once" | "time"> = {}): Repeat {
  return { is: "repeat", rule: recurrence, from: "due", ...more };
}

/** With a time, which a part of the day says the half of: "every night at nine". Null where there is one already. */
export function timed(repeat: Repeat, time: When): Repeat | null {
  const part = repeat.time;
  if (part?.form.as === "clock") return null;
  if (part?.form.as !== "part" || time.form.as !== "clock") return { ...sure(repeat), time };
  return { ...sure(repeat), time: clockWhen(clockIn(part.form, time.form.clock)) };
}

/** The repetition that words mean once they have a time, where they mean none by themselves: "tue-thu 7am". */
export function sure(repeat: Repeat): Repeat {
  return repeat.doubt === "never" ? { ...repeat, doubt: undefined } : repeat;
}

/** At a bare number, which may be anything's ("every Monday 3 pages"), but hardly when nothing comes behind it. */
export function atHour(repeat: Repeat, hour: number, minute = 0): Repeat | null {
  if (repeat.rule.byMonth) return null;
  const at = timed(repeat, clockWhen({ hour, minute, second: 0, grain: "minute", exact: false, colon: minute > 0 }));
  return at && { ...at, doubt: "last" };
}

/** Each so many units; null for hours and less, which nothing repeats by. */
export function by(unit: Grain, count = 1): Repeat | null {
  const recurrence = FREQUENCIES[unit];
  return recurrence ? repeating({ ...recurrence, interval: count * (recurrence.interval ?? 1) }) : null;
}

/** On weekdays, 1 = Monday, each so many weeks. */
export function onDays(days: number[], interval = 1): Repeat {
  return repeating({ frequency: "WEEKLY", interval, byDay: days.toSorted().map((day) => ({ day })) });
}

/** On a day of the year. */
export function onDate({ month, day }: { month: number; day: number }): Repeat {
  return repeating({ frequency: "YEARLY", byMonth: [month], byMonthDay: [day] });
}

/**
 * On the nth weekday of each month, from its end when negative; once, as a single time, where that is meant by the words alone too. Null for
 * a sixth.
 */
export function nthDay(nth: number, day: number, isAlsoOnce = false): Repeat | null {
  if (Math.abs(nth) > 5) return null;
  const once = isAlsoOnce ? when(nthIn(nth, weekdays(day), cycleAway("month", 0)), { as: "day" }) : undefined;
  return repeating({ frequency: "MONTHLY", byDay: [{ day, nth }] }, { once });
}

/** On the nth working day, from the end when negative, each so many months. Null for one that some month has not. */
export function nthWorkingDay(nth: number, interval = 1): Repeat | null {
  if (Math.abs(nth) > 20) return null;
  return repeating({ frequency: "MONTHLY", interval, byDay: WORKING.map((day) => ({ day })), bySetPos: [nth] });
}

/** A repetition by the day or on weekdays, without some of these; null for any other, and where none is left. */
export function without(repeat: Repeat, days: number[]): Repeat | null {
  const { frequency, interval = 1, byDay } = repeat.rule;
  const isDaily = frequency === "DAILY" && interval === 1 && isPlain(repeat);
  if (!isDaily && (frequency !== "WEEKLY" || !byDay)) return null;
  const left = (byDay ?? stretch(1, 7).map((day) => ({ day }))).filter(({ day }) => !days.includes(day));
  return left.length > 0 ? { ...sure(repeat), rule: { ...repeat.rule, frequency: "WEEKLY", byDay: left } } : null;
}

/** A monthly repetition on days of the month; null for any other. */
export function onMonthDays(repeat: Repeat, byMonthDay: number[]): Repeat | null {
  return repeat.rule.frequency === "MONTHLY" && isPlain(repeat)
    ? { ...repeat, rule: { ...repeat.rule, byMonthDay } }
    : null;
}

/** A weekly repetition on weekdays; null for any other. */
export function onWeekDays(repeat: Repeat, days: number[]): Repeat | null {
  const byDay = days.toSorted().map((day) => ({ day }));
  return repeat.rule.frequency === "WEEKLY" && isPlain(repeat) ? { ...repeat, rule: { ...repeat.rule, byDay } } : null;
}

/** A monthly repetition on the nth weekday; null for any other. */
export function onNthDay(repeat: Repeat, nth: number, day: number): Repeat | null {
  if (repeat.rule.frequency !== "MONTHLY" || !isPlain(repeat) || Math.abs(nth) > 5) return null;
  return { ...repeat, rule: { ...repeat.rule, byDay: [{ day, nth }] } };
}

/** Whether a repetition has named no days yet. */
export function isPlain({ rule }: Repeat) {
  return !rule.byDay && !rule.byMonthDay && !rule.byMonth;
}

/** The same, counted from the day on which it was done. */
export function fromCompletion(repeat: Repeat | null): Repeat | null {
  return repeat && { ...repeat, from: "completion" };
}

/** "10 days after I finish": null unless the length is counted in one unit. */
export function after({ amount }: Length): Repeat | null {
  const [[name, count] = [], ...others] = Object.entries(amount);
  const unit = UNITS[name ?? ""];
  return unit && others.length === 0 ? fromCompletion(by(unit, count)) : null;
}

/** Weekdays from one to another, both included. */
export function stretch(from: number, to: number): number[] {
  return Array.from({ length: ((to - from + 7) % 7) + 1 }, (_, at) => ((from + at - 1) % 7) + 1);
}
