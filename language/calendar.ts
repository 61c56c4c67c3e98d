import { Temporal } from "temporal-polyfill";
import { WEEKDAYS, writeDate } from "./written-date";

/** Whose "now" a text is read or a day described in. `now` is the reference instant, `timeZone` an IANA zone. */
export type Context = {
  now: Date;
  timeZone: string;
  /** First day of the week, 0 = Sunday. Monday when absent. */
  weekStart?: number;
  /** Says in which order days are written. "en-US" reads 5/6 as May 6th, every other locale as 5 June. */
  locale?: string;
};

/** Every row of a list asks anew; a context is never changed. */
const clocks = new WeakMap<Context, Temporal.PlainDateTime>();

/** The wall clock of the context: what a calendar and a clock on its wall show at `now`. */
export function wallClock(context: Context): Temporal.PlainDateTime {
  const known = clocks.get(context);
  if (known) return known;
  const { now, timeZone } = context;
  const clock = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(timeZone).toPlainDateTime();
  clocks.set(context, clock);
  return clock;
}

/** The context as it will be when `day` begins. */
export function atStartOf(day: string, context: Context): Context {
  const start = Temporal.PlainDate.from(day).toZonedDateTime(context.timeZone);
  return { ...context, now: new Date(start.epochMilliseconds) };
}

/** The context's present day, "YYYY-MM-DD". */
export function today(context: Context): string {
  return wallClock(context).toPlainDate().toString();
}

/**
 * A day in the fewest words that are clear in a list: "Today", "Tomorrow", "Yesterday", "Thu" for the week gone by,
 * "Mon 23" for the week to come, "Mon 30 Nov" for the rest of the year, and "12 Jan 2027" beyond it; by locale "Mon, Nov 30" and
 * "Jan 12, 2027".
 */
export function describeDay(day: string, context: Context): string {
  const date = Temporal.PlainDate.from(day);
  const now = wallClock(context).toPlainDate();
  const away = now.until(date, { largestUnit: "day" }).days;
  if (away === 0) return "Today";
  if (away === 1) return "Tomorrow";
  if (away === -1) return "Yesterday";
  if (away < 0 && away > -7) return weekday(date);
  if (away > 0 && away < 7) return `${weekday(date)} ${date.day}`;
  const { day: ofMonth, month, year, dayOfWeek } = date;
  const rest = year === now.year ? { weekday: dayOfWeek } : { year };
  return writeDate({ day: ofMonth, month, ...rest }, context.locale);
}

/** A day within a sentence: "tomorrow", "Wed 25". */
export function describeDayInText(day: string, context: Context): string {
  return describeDay(day, context).replace(/^(?:Today|Tomorrow|Yesterday)$/, (word) => word.toLowerCase());
}

/**
 * A due in full, so that a guess can be checked at a glance: "Sun 22 Nov", "Sun 22 Nov, 17:00", or "Sun, Nov 22" by locale, with the
 * year when it is another one. Empty without a due day.
 */
export function describeDue(due: { dueDate: string | null; dueTime: string | null }, context: Context): string {
  if (!due.dueDate) return "";
  const { day, month, year, dayOfWeek: weekday } = Temporal.PlainDate.from(due.dueDate);
  const rest = year === wallClock(context).year ? {} : { year };
  const time = due.dueTime ? `, ${due.dueTime.slice(0, 5)}` : "";
  return writeDate({ weekday, day, month, ...rest }, context.locale) + time;
}

function weekday(date: Temporal.PlainDate) {
  return `${WEEKDAYS[date.dayOfWeek - 1]}`;
}
