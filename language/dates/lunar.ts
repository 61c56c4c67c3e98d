import { Temporal } from "temporal-polyfill";
import { newMoonNear } from "./new-moon";

/** Days of a year of ours: none, one, or two, for a lunar year is shorter. */
export type Days = (year: number) => Temporal.PlainDate[];

type Calendar = "hebrew" | "islamic-umalqura" | "chinese" | "persian";
type Month = { name: string; start: Temporal.PlainDate; length: number };

const DAY = 86_400_000;

/**
 * A day of another calendar's month, as the platform's own calendar data (`Intl`, from Unicode CLDR) reckons it: Hebrew months
 * by name ("Tishri"), Islamic ones (Umm al-Qura) and Chinese ones by number. From the end when negative. The platform reckons
 * some Chinese months a day late (the new moon of 6 February 2027 is four minutes before midnight), so their first days are
 * the new moons' own.
 */
export function lunar(calendar: Calendar, month: RegExp, day: number): Days {
  return (year) =>
    monthsOf(calendar, year)
      .filter(({ name }) => month.test(name))
      .map(({ start, length }) => start.add({ days: day > 0 ? day - 1 : length + day }))
      .filter((date) => date.year === year);
}

const known = new Map<string, Month[]>();
const formats = new Map<Calendar, Intl.DateTimeFormat>();
// A text may name any number of years; those that people do name are few.
const MOST_KNOWN = 500;

/** The months of another calendar that begin in a year of ours, and the one that is under way when it does. */
function monthsOf(calendar: Calendar, year: number): Month[] {
  const key = `${calendar} ${year}`;
  const found = known.get(key) ?? countMonths(calendar, year);
  if (known.size < MOST_KNOWN) known.set(key, found);
  return found;
}

// A month has 29 to 31 days, so the first day of the next is found by a look or two ahead.
function countMonths(calendar: Calendar, year: number): Month[] {
  const months: Month[] = [];
  const newYear = new Temporal.PlainDate(year, 1, 1);
  let start = newYear.subtract({ days: read(calendar, newYear).day - 1 });
  while (start.year <= year) {
    const length = [29, 30].find((days) => read(calendar, start.add({ days })).day === 1) ?? 31;
    months.push({
      name: read(calendar, start).month,
      start: calendar === "chinese" ? newMoonNear(start) : start,
      length,
    });
    start = start.add({ days: length });
  }
  return months;
}

function read(calendar: Calendar, date: Temporal.PlainDate): { day: number; month: string } {
  const parts = formatOf(calendar).formatToParts(Date.UTC(date.year, date.month - 1, date.day) + DAY / 2);
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? "";
  return { day: Number(part("day")), month: part("month") };
}

function formatOf(calendar: Calendar): Intl.DateTimeFormat {
  const format =
    formats.get(calendar) ??
    new Intl.DateTimeFormat(`en-u-ca-${calendar}`, {
      timeZone: "UTC",
      year: "numeric",
      month: "numeric",
      day: "numeric",
    });
  formats.set(calendar, format);
  return format;
}
