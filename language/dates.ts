import { Chrono } from "chrono-node/en";
import { Temporal } from "temporal-polyfill";
import { type Context, wallClock } from "./calendar";
import type { Repeat, When } from "./dates/grammar";
import { halfOf } from "./dates/occasions";
import { type Grain, type Half, isBefore, type Period, type Reference } from "./dates/period";
import { PhraseParser, Reading } from "./dates/phrase-parser";
import { resolveRange } from "./dates/ranges";
import { resolveRepeat } from "./dates/recurrences";
import { isWithinDay } from "./dates/whens";

type Due = { day: string | null; time: string | null };

/** A stretch of the text that means a time: [start, end) in UTF-16 units, and its due day and time in the context's zone. */
export type Span = Due & {
  start: number;
  end: number;
  text: string;
  /** Where what was said begins, "YYYY-MM-DDTHH:MM:SS" on the context's wall clock, exact to `grain` and beyond what a due can keep. */
  value: string;
  /** Nothing but a time of day was said: the day is only the one on which it comes next. */
  isTimeOnly?: boolean;
  /** The last day or the time that a range ends with. */
  until?: Due;
  grain: Grain;
  repeat?: string;
  repeatFrom?: "due" | "completion";
};

type Options = { bare?: boolean; attributive?: boolean; numbered?: boolean; half?: Half | undefined };

/**
 * Every time that `text` speaks of, in order, none overlapping. What can be read in several ways follows one rule each:
 *
 * - "Friday" is the coming one and never today, "next Friday" the one of next week.
 * - 5/6 is May 6th in en-US and 5 June elsewhere.
 * - "at 3", from 1 to 6, is in the afternoon; "at 7", from 7 to 11, the next to come, or the morning of another day and of
 *   a repetition; but at a dinner it is in the evening, and waking up in the morning. A caller may know the `half` better.
 * - A period under way is due on its last day, one to come on its first, and "before" it on the day that goes before;
 *   "in the morning" is due at nine.
 * - "The last Friday of the month", of no month in particular, is each month's.
 *
 * Words that are a time only when they stand alone ("7", "May", "Christmas") are read where they are the whole text, unless
 * `bare` is false. A time that a noun has ("the Friday call", "tomorrow's meeting") is read only if `attributive` is true, and a day
 * behind things with numbers ("pages 3 dec") only if `numbered` is.
 */
export function read(
  text: string,
  context: Context,
  { bare = true, attributive = false, numbered = false, half = halfOf(text) }: Options = {},
): Span[] {
  const reference = { ...referenceOf(context), half };
  const chrono = new Chrono({ parsers: [new PhraseParser(reference, { bare, attributive, numbered })], refiners: [] });
  return chrono
    .parse(text, context.now)
    .flatMap((result) => (result instanceof Reading ? [spanOf(result, reference)] : []));
}

function spanOf({ index, text, meaning, period }: Reading, reference: Reference): Span {
  const said = {
    start: index,
    end: index + text.length,
    text,
    value: period.start.toString({ smallestUnit: "second" }),
  };
  if (meaning.is === "repeat") return { ...said, ...repeatOf(meaning, period, reference) };
  const until = meaning.is === "range" ? resolveRange(meaning, period, reference) : undefined;
  const from = meaning.is === "range" ? meaning.from : meaning;
  return {
    ...said,
    grain: period.grain,
    ...dueOf(from, period, meaning.is === "range", reference),
    ...(from.form.as === "clock" && { isTimeOnly: true }),
    ...(until && { until: endOf(until) }),
  };
}

function repeatOf(meaning: Repeat, period: Period, reference: Reference) {
  const { rule, first } = resolveRepeat(meaning, reference) ?? { first: period };
  const time = meaning.time ? timeOf(first.start) : null;
  return { grain: first.grain, day: dayOf(first.start), time, repeat: rule, repeatFrom: meaning.from };
}

function dueOf({ form, before, dayOnly }: When, period: Period, isRange: boolean, { now }: Reference): Due {
  if (before && !isWithinDay(period.grain)) return { day: dayOf(period.start.subtract({ days: 1 })), time: null };
  if (form.as === "part") {
    const due = period.start.with({ hour: form.due });
    return { day: dayOf(due), time: isBefore(due, now) ? null : timeOf(due) };
  }
  const isUnderWay = !isBefore(now, period.start) && isBefore(now, period.end);
  const isLong = isBefore(period.start.add({ days: 1 }), period.end);
  if (isUnderWay && isLong && !isRange) return { day: dayOf(lastMoment(period)), time: null };
  return { day: dayOf(period.start), time: isWithinDay(period.grain) && !dayOnly ? timeOf(period.start) : null };
}

function endOf(period: Period): Due {
  return isWithinDay(period.grain)
    ? { day: dayOf(period.start), time: timeOf(period.start) }
    : { day: dayOf(lastMoment(period)), time: null };
}

function referenceOf(context: Context): Omit<Reference, "half"> {
  const weekStart = context.weekStart ?? 1;
  return {
    now: wallClock(context),
    instant: Temporal.Instant.fromEpochMilliseconds(context.now.getTime()),
    zone: context.timeZone,
    weekStart: weekStart === 0 ? 7 : weekStart,
    monthFirst: context.locale === "en-US",
  };
}

function dayOf(at: Temporal.PlainDateTime) {
  return at.toPlainDate().toString();
}

function timeOf(at: Temporal.PlainDateTime) {
  return at.toPlainTime().toString({ smallestUnit: "minute" });
}

function lastMoment({ end }: Period) {
  return end.subtract({ seconds: 1 });
}
