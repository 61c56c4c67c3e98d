import { Temporal } from "temporal-polyfill";
import type { Clock, Form, Length, When } from "./grammar";
import { dayPeriod, type Grain, isBefore, lengthOf, type Period, type Reference } from "./period";
import { first, once, recurring, type Series, within } from "./series";

type More = Pick<When, "skipsToday" | "past" | "doubt" | "dayOnly">;

export function when(series: Series, form: Form, more: More = {}): When {
  return { is: "when", series, form, ...more };
}

/** The day that `date` finds in each year, or the days, if it has any. */
export function yearly(date: (year: number) => Temporal.PlainDate | Temporal.PlainDate[] | undefined): Series {
  return recurring("day", "year", (origin) => [date(origin.year) ?? []].flat().map(dayPeriod));
}

/** A weekday, 1 = Monday … 7 = Sunday. */
export function weekdays(day: number): Series {
  return recurring("day", "week", (origin) => [
    dayPeriod(origin.toPlainDate().add({ days: (day - origin.dayOfWeek + 7) % 7 })),
  ]);
}

/** A month of the year. */
export function months(month: number): Series {
  return recurring("month", "year", (origin) => {
    const start = origin.with({ month });
    return [{ start, end: start.add({ months: 1 }), grain: "month" }];
  });
}

/** A day in each month that has it, from the end when negative. */
export function daysOfMonth(day: number): Series {
  return recurring("day", "month", (origin) =>
    day <= origin.daysInMonth ? [dayPeriod(origin.with({ day }).toPlainDate())] : [],
  );
}

export function days(month: number, day: number): Series {
  return yearly((year) => dateIn(year, month, day));
}

/** The whole of one year of our era, before it when not positive. */
export function theYear(year: number): Series {
  const start = new Temporal.PlainDateTime(year, 1, 1);
  return once("year", () => ({ start, end: start.add({ years: 1 }), grain: "year" }));
}

/** One day, known by its numbers; none when the calendar has no such day. */
export function theDay(year: number, month: number, day: number): Series | undefined {
  const date = dateIn(year, month, day);
  return date && once("day", () => dayPeriod(date));
}

export function dateIn(year: number, month: number, day: number): Temporal.PlainDate | undefined {
  if (month < 1 || month > 12 || day < 1) return undefined;
  const start = new Temporal.PlainDate(year, month, 1);
  return day <= start.daysInMonth ? start.with({ day }) : undefined;
}

/**
 * What a length of time from now leads to; days and longer are about the day, though the value keeps the hour. Hours are
 * counted as they pass, also in the night in which the clocks change.
 */
export function away(length: Length): When {
  const dayOnly = !["second", "minute", "hour"].includes(length.grain);
  const series = once(dayOnly ? "day" : "second", ({ instant, zone }) => {
    const start = instant.toZonedDateTimeISO(zone).add(length.amount).toPlainDateTime();
    return { start, end: start.add({ seconds: 1 }), grain: dayOnly ? "day" : "second" };
  });
  return when(series, { as: "away", length }, { dayOnly });
}

/** The period that a time means as seen from the reference: the coming one, or the last one when it lies in the past. */
export function resolve(time: When, reference: Reference): Period | undefined {
  const { now } = reference;
  if (time.past) return first(time.series, now, -1, reference);
  for (const period of time.series.walk(now, 1, reference)) {
    const isToday = period.start.toPlainDate().equals(now.toPlainDate());
    const isLate = time.before && isBefore(period.start, now);
    if (!(time.skipsToday && isToday) && !isLate) return period;
  }
  return first(time.series, now, time.before ? 1 : -1, reference);
}

/** A time of day, each day. */
export function clockWhen(clock: Clock): When {
  return when(daily(clock), { as: "clock", clock });
}

/** A clock's time on each of some days. */
export function atClock(days: Series, clock: Clock): Series {
  return within(days, clock.grain, (period, reference) => clockPeriods(period.start, clock, reference));
}

/**
 * A clock's time in each day. Without its half of the day it is in that of the occasion; without one, 1 to 6 are in the
 * afternoon, 12 is noon, and 7 to 11 are whichever comes first, morning or evening; "8:30" is the morning's where clocks
 * have 24 hours, which is where the day comes first.
 */
export function daily(clock: Clock): Series {
  return recurring(clock.grain, "day", (origin, reference) => clockPeriods(origin, clock, reference), {
    mayBeUnderWay: false,
  });
}

function clockPeriods(origin: Temporal.PlainDateTime, clock: Clock, reference: Reference) {
  return hoursOf(clock, reference).map((hour) => clockPeriod(origin, { ...clock, hour }, reference));
}

function hoursOf({ hour, exact, colon }: Clock, { monthFirst, half }: Reference): number[] {
  if (exact || hour >= 12 || hour === 0) return [hour];
  if (half === "morning" && hour > 3) return [hour];
  if (hour < 7 || half === "evening") return [hour + 12];
  return colon && !monthFirst ? [hour] : [hour, hour + 12];
}

function clockPeriod(
  origin: Temporal.PlainDateTime,
  { hour, minute, second, offset, grain }: Clock,
  { zone }: Reference,
): Period {
  const there = origin.with({ hour: 0 }).add({ hours: hour, minutes: minute, seconds: second });
  const start =
    offset === undefined
      ? there
      : there.subtract({ minutes: offset }).toZonedDateTime("UTC").withTimeZone(zone).toPlainDateTime();
  return { start, end: start.add(lengthOf(grain)), grain };
}

/** Whether a grain is finer than a day. */
export function isWithinDay(grain: Grain): boolean {
  return grain === "hour" || grain === "minute" || grain === "second";
}
