import type { Options, RRule as Recurrence } from "rrule";
import { Temporal } from "temporal-polyfill";
import { RRule } from "./rrule";
import { DAYS, type Rule } from "./rule";
import { say } from "./rule-words";

/**
 * `start` is the series' first day (DTSTART), `after` the day that the next one must follow. For a repeat from completion,
 * `start` and `after` are both the day of completion.
 */
export type Series = { start: string; after: string };

const FREQUENCIES = ["YEARLY", "MONTHLY", "WEEKLY", "DAILY"];
const PARTS = ["FREQ", "INTERVAL", "COUNT", "UNTIL", "BYDAY", "BYMONTHDAY", "BYMONTH", "BYSETPOS", "WKST"];
const LARGEST = 10_000;

/**
 * The canonical RRULE for `rule`, without its "RRULE:" prefix and DTSTART, or null if it is not a rule by days that RFC 5545
 * allows: other parts, an hourly frequency, both COUNT and UNTIL, or a number out of range are refused.
 */
export function parse(rule: string): string | null {
  const parts = partsOf(rule);
  if (!parts || !FREQUENCIES.includes(parts.get("FREQ") ?? "") || (parts.has("COUNT") && parts.has("UNTIL")))
    return null;
  if (![...parts].every(([name, value]) => VALID[name]?.test(value) && isWithin(name, value))) return null;
  return PARTS.flatMap((name) => (parts.has(name) ? [`${name}=${parts.get(name)}`] : [])).join(";");
}

/** The first day of the series strictly after `series.after`, or null when the rule has ended or never comes again. */
export function next(rule: string, series: Series): string | null {
  const found = load(rule, series.start).after(midnight(series.after));
  return found ? dayOf(found) : null;
}

/** The next `count` days of the series, fewer when it ends. */
export function preview(rule: string, series: Series, count = 5): string[] {
  const days: string[] = [];
  load(rule, series.start).all((date) => {
    const day = dayOf(date);
    if (day > series.after) days.push(day);
    return days.length < count;
  });
  return days;
}

/** The rule in words: "Every 3 days", "Every weekday", "Every month on the last Friday", "Every week after completion". */
export function describe(rule: string, from: "due" | "completion" = "due"): string {
  return say(read(rule), from);
}

const VALID: Record<string, RegExp> = {
  FREQ: /^(?:YEARLY|MONTHLY|WEEKLY|DAILY)$/,
  INTERVAL: /^[1-9]\d{0,4}$/,
  COUNT: /^[1-9]\d{0,4}$/,
  UNTIL: /^\d{8}(?:T\d{6}Z?)?$/,
  BYDAY: /^[+-]?\d{0,2}(?:MO|TU|WE|TH|FR|SA|SU)(?:,[+-]?\d{0,2}(?:MO|TU|WE|TH|FR|SA|SU))*$/,
  BYMONTHDAY: /^[+-]?[1-9]\d?(?:,[+-]?[1-9]\d?)*$/,
  BYMONTH: /^[1-9]\d?(?:,[1-9]\d?)*$/,
  BYSETPOS: /^[+-]?[1-9]\d{0,2}(?:,[+-]?[1-9]\d{0,2})*$/,
  WKST: /^(?:MO|TU|WE|TH|FR|SA|SU)$/,
};

function isWithin(name: string, value: string): boolean {
  const most = { BYMONTHDAY: 31, BYMONTH: 12, BYSETPOS: 366, INTERVAL: LARGEST, COUNT: LARGEST }[name];
  if (name === "UNTIL") return isDay(`${value.slice(0, 4)}-${value.slice(4, 6)}-${value.slice(6, 8)}`);
  return most === undefined || value.split(",").every((number) => Math.abs(Number(number)) <= most);
}

function isDay(text: string) {
  try {
    return Temporal.PlainDate.from(text).toString() === text;
  } catch {
    return false;
  }
}

function partsOf(rule: string): Map<string, string> | null {
  const parts = new Map<string, string>();
  const text = rule
    .trim()
    .toUpperCase()
    .replace(/^RRULE:/, "");
  for (const part of text.split(";")) {
    const [name, value, more] = part.split("=");
    if (!name || !value || more !== undefined || !PARTS.includes(name) || parts.has(name)) return null;
    parts.set(name, value);
  }
  return parts;
}

function read(rule: string): Rule {
  const parts = partsOf(rule);
  const numbers = (name: string) => parts?.get(name)?.split(",").map(Number);
  const until = parts?.get("UNTIL");
  return {
    frequency: (parts?.get("FREQ") ?? "DAILY") as Rule["frequency"],
    interval: Number(parts?.get("INTERVAL") ?? 1),
    count: numbers("COUNT")?.[0],
    until: until && `${until.slice(0, 4)}-${until.slice(4, 6)}-${until.slice(6, 8)}`,
    byDay: parts
      ?.get("BYDAY")
      ?.split(",")
      .map((day) => ({ day: DAYS.indexOf(day.slice(-2)) + 1, nth: Number(day.slice(0, -2)) || undefined })),
    byMonthDay: numbers("BYMONTHDAY"),
    byMonth: numbers("BYMONTH"),
    bySetPos: numbers("BYSETPOS"),
  };
}

// rrule reckons in UTC whatever the zone; a day is kept there as its own midnight, so no clock change can move it.
function load(rule: string, start: string): Recurrence {
  const options: Partial<Options> = RRule.parseString(rule);
  return new RRule({ ...options, dtstart: midnight(start) });
}

function dayOf(date: Date): string {
  return date.toISOString().slice(0, 10);
}

function midnight(day: string): Date {
  return new Date(Temporal.PlainDate.from(day).toZonedDateTime("UTC").epochMilliseconds);
}
