import { formatterOf } from "./formatter";

export const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
export const WEEKDAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

/** Numbers from 1; Monday is 1, as in Temporal. Only the parts that are given are written. */
export type DateParts = { day: number; month: number; weekday?: number; year?: number };

/**
 * A date in short English words, with day and month in the order of the locale, as in the headings that `Intl` writes: "Mon 30 Nov",
 * "12 Jan 2027", or "Mon, Nov 30", "Jan 12, 2027".
 */
export function writeDate({ day, month, weekday, year }: DateParts, locale?: string): string {
  const [name, ofWeek] = [MONTHS[month - 1], weekday === undefined ? undefined : WEEKDAYS[weekday - 1]];
  if (isMonthFirst(locale)) return [ofWeek, `${name} ${day}`, year].filter(Boolean).join(", ");
  return [ofWeek, day, name, year].filter(Boolean).join(" ");
}

/** Whether a locale writes the month before the day, by the same data (CLDR) on the server and in browsers. */
export function isMonthFirst(locale = "en-GB"): boolean {
  const parts = formatterOf(locale, { day: "numeric", month: "short" }).formatToParts();
  return parts.findIndex(({ type }) => type === "month") < parts.findIndex(({ type }) => type === "day");
}
