export const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
export const WEEKDAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

/** Numbers from 1; Monday is 1, as in Temporal. Only the parts that are given are written. */
export type DateParts = { day: number; month: number; weekday?: number; year?: number };

/**
 * A date in short English words, with day and month in the order of the locale, as in the headings that `Intl` writes: "Mon 30 Nov",
 * "12 Jan 2027", or "Mon, Nov 30", "Jan 12, 2027".
 */
export function writeDate({ day, month, weekday, year }: DateParts, locale = "en-GB"): string {
  const [name, ofWeek] = [MONTHS[month - 1], weekday === undefined ? undefined : WEEKDAYS[weekday - 1]];
  if (isMonthFirst(locale)) return [ofWeek, `${name} ${day}`, year].filter(Boolean).join(", ");
  return [ofWeek, day, name, year].filter(Boolean).join(" ");
}

/** Each row of a list asks again, and making a formatter takes long. */
const orders = new Map<string, boolean>();

/** Whether a locale writes the month before the day, by the same data (CLDR) on the server and in browsers. */
export function isMonthFirst(locale: string): boolean {
  const known = orders.get(locale);
  if (known !== undefined) return known;
  const parts = new Intl.DateTimeFormat(locale, { day: "numeric", month: "short" }).formatToParts();
  const order = parts.findIndex(({ type }) => type === "month") < parts.findIndex(({ type }) => type === "day");
  orders.set(locale, order);
  return order;
}
