import type { Options, RRule as Rule } from "rrule";
import { Temporal } from "temporal-polyfill";
import { RRule } from "./rrule";

/** `start` is the series' first day (DTSTART), `after` the day that the next one must follow. For a repeat from completion, both are the day of completion. */
export type Series = { start: string; after: string };

const FREQUENCIES = ["YEARLY", "MONTHLY", "WEEKLY", "DAILY"];
const PARTS = ["FREQ", "INTERVAL", "COUNT", "UNTIL", "BYDAY", "BYMONTHDAY", "BYMONTH", "BYSETPOS", "WKST"];

/**
 * The canonical RRULE for `rule`, without its "RRULE:" prefix and DTSTART, or null if it is not a rule by days that RFC 5545
 * allows: other parts, an hourly frequency, and both COUNT and UNTIL are refused.
 */
export function parse(rule: string): string | null {
  const parts = new Map<string, string>();
  for (const part of rule
    .trim()
    .toUpperCase()
    .replace(/^RRULE:/, "")
    .split(";")) {
    const [name, value, more] = part.split("=");
    if (!name || !value || more !== undefined || !PARTS.includes(name) || parts.has(name)) return null;
    parts.set(name, value);
  }
  if (!FREQUENCIES.includes(parts.get("FREQ") ?? "") || (parts.has("COUNT") && parts.has("UNTIL"))) return null;
  const canonical = PARTS.flatMap((name) => (parts.has(name) ? [`${name}=${parts.get(name)}`] : [])).join(";");
  try {
    return load(canonical, "2024-01-01").options.interval > 0 ? canonical : null;
  } catch {
    return null;
  }
}

/** The first day of the series strictly after `series.after`, or null when the rule has ended or never occurs again. */
export function next(rule: string, series: Series): string | null {
  const found = load(rule, series.start).after(midnight(series.after));
  return found ? found.toISOString().slice(0, 10) : null;
}

/** The next `count` days of the series, fewer when it ends. */
export function preview(rule: string, series: Series, count = 5): string[] {
  const days: string[] = [];
  for (let day = next(rule, series); day && days.length < count; day = next(rule, { ...series, after: day }))
    days.push(day);
  return days;
}

/** The rule in words: "Every 3 days", "Every weekday", "Every month on the last Fri", with "after completion" when it counts from there. */
export function describe(rule: string, from: "due" | "completion" = "due"): string {
  const { origOptions } = load(rule, "2024-01-01");
  const words = load(rule, "2024-01-01").toText();
  const text = words.charAt(0).toUpperCase() + words.slice(1);
  return from === "completion" && origOptions.freq !== undefined ? `${text} after completion` : text;
}

// rrule reckons in UTC whatever the zone; a day is kept there as its own midnight, so no clock change can move it.
function load(rule: string, start: string): Rule {
  const options: Partial<Options> = RRule.parseString(rule);
  return new RRule({ ...options, dtstart: midnight(start) });
}

function midnight(day: string): Date {
  return new Date(Temporal.PlainDate.from(day).toZonedDateTime("UTC").epochMilliseconds);
}
