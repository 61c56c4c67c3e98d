import { Temporal } from "temporal-polyfill";
import type { Context } from "./calendar";
import * as rules from "./rule";
import { daysAfter, pinMonthDay } from "./rule-days";
import * as ruleShift from "./rule-shift";
import { say } from "./rule-words";

/**
 * `start` is the series' first day (DTSTART), `after` the day that the next one must follow. For a repeat from completion,
 * both are the day of completion.
 */
export type Series = { start: string; after: string };

/** The canonical RRULE for `rule`, without its "RRULE:" and DTSTART, or null if it is none by days that RFC 5545 allows. */
export function parse(rule: string): string | null {
  const known = rules.read(rule);
  return known && rules.format(known);
}

/** The rule in words: "Every 3 days", "Every weekday", "Every month on the last Friday", "Every 3 Mar", or "Every Mar 3" by locale. */
export function describe(
  rule: string,
  { locale }: Pick<Context, "locale">,
  from: "due" | "completion" = "due",
): string {
  const known = rules.read(rule);
  return known ? say(known, from, locale) : rule;
}

/** The first day of the series strictly after `series.after`, or null when the rule has ended or never comes again. */
export function next(rule: string, series: Series): string | null {
  return preview(rule, series, 1)[0] ?? null;
}

/** The next `count` days of the series, fewer when it ends. */
export function preview(rule: string, series: Series, count = 5): string[] {
  const known = rules.read(rule);
  const days: string[] = [];
  if (!known || count < 1) return days;
  for (const day of daysAfter(known, series)) if (days.push(day) === count) break;
  return days;
}

/**
 * One occurrence of a series. In its rule, COUNT says how many there are with this one; `start` is the day that the rule gave it,
 * from which the rule is counted on, and `due` the day that it was moved to.
 */
export type Occurrence = { rule: string; from: "due" | "completion"; start: string; due: string };

type Repeating = {
  dueDate: string | null;
  repeat: string | null;
  repeatFrom: "due" | "completion";
  repeatStart: string | null;
};

/** What a task is of its series; undefined when it does not repeat. */
export function occurrence({ dueDate, repeat, repeatFrom, repeatStart }: Repeating): Occurrence | undefined {
  if (!repeat || !dueDate) return undefined;
  return { rule: repeat, from: repeatFrom, start: repeatStart ?? dueDate, due: dueDate };
}

/**
 * The occurrence after this one; null when the series ends with it. It is the first day of the rule that is neither before `today`
 * nor before the day that this one was moved to, so that someone who comes back late finds one task and not a pile.
 * @param done the day that a repeat from completion is counted from.
 */
export function following(occurrence: Occurrence, { today, done }: { today: string; done: string }): Occurrence | null {
  const { rule, from } = occurrence;
  const known = rules.read(rule);
  if (!known || known.count === 1) return null;
  const { count, ...endless } = known;
  const left = count && count - 1;
  if (from === "due") {
    const series = rest(occurrence, today);
    const pinned = pinMonthDay(endless, series.start);
    const day = next(rules.format(pinned), series);
    return day ? { rule: rules.format({ ...pinned, count: left }), from, start: day, due: day } : null;
  }
  const series = fromDone(rules.format(endless), occurrence, done);
  const day = next(rules.format(endless), series);
  if (!day) return null;
  // In a month too short for it, `start` keeps the day that it is counted from.
  const isShortened = pinMonthDay(endless, series.start) !== endless && day.slice(8) < series.start.slice(8);
  return { rule: rules.format({ ...endless, count: left }), from, start: isShortened ? series.start : day, due: day };
}

/**
 * From completion, a series starts again on the day it is done. But when it is done on its day in a month too short for it, it goes on
 * from the original day: 31 January, 28 February, 31 March.
 * @param endless the rule without its COUNT.
 */
function fromDone(endless: string, { start, due }: Occurrence, done: string): Series {
  const goesOn = done === due && next(endless, { start, after: dayBefore(due) }) === due;
  return { start: goesOn ? start : done, after: done };
}

/**
 * The days of the next `count` occurrences after this one, fewer when the series ends. One from completion is taken to be done on
 * its day, or today when that is over.
 */
export function coming(occurrence: Occurrence, today: string, count = 5): string[] {
  const known = rules.read(occurrence.rule);
  if (known && occurrence.from === "due") {
    const { count: left = count + 1, ...endless } = known;
    return preview(rules.format(endless), rest(occurrence, today), Math.min(count, left - 1));
  }
  const days: string[] = [];
  let last = occurrence;
  while (days.length < count) {
    const after = following(last, { today, done: last.due > today ? last.due : today });
    if (!after) break;
    days.push(after.due);
    last = after;
  }
  return days;
}

/** The series after an occurrence, as far as it is not over. */
function rest({ start, due }: Occurrence, today: string): Series {
  return { start, after: [start, due, dayBefore(today)].toSorted().at(-1) ?? due };
}

/**
 * The rule of a series that has its occurrence on `to` instead of `from`, and all that follow likewise, with `to` as its start:
 * Tuesdays become Wednesdays, the 15th the 16th, the last Friday the last Thursday. Null when no rule can say that.
 */
export function shift(rule: string, { from, to }: { from: string; to: string }): string | null {
  const known = rules.read(rule);
  const shifted = known && ruleShift.shift(known, from, to);
  if (!shifted) return null;
  const { count: _, ...endless } = shifted;
  return next(rules.format(endless), { start: to, after: dayBefore(to) }) === to ? rules.format(shifted) : null;
}

function dayBefore(day: string): string {
  return Temporal.PlainDate.from(day).subtract({ days: 1 }).toString();
}
