import type { RRule as Recurrence } from "rrule";
import { Temporal } from "temporal-polyfill";
import { RRule } from "./rrule";
import * as rules from "./rule";
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

/** The rule in words: "Every 3 days", "Every weekday", "Every month on the last Friday", "Every week after completion". */
export function describe(rule: string, from: "due" | "completion" = "due"): string {
  const known = rules.read(rule);
  return known ? say(known, from) : rule;
}

/** The first day of the series strictly after `series.after`, or null when the rule has ended or never comes again. */
export function next(rule: string, series: Series): string | null {
  const found = load(rule, series.start)?.after(midnight(series.after));
  return found ? dayOf(found) : null;
}

/** The next `count` days of the series, fewer when it ends. */
export function preview(rule: string, series: Series, count = 5): string[] {
  const days: string[] = [];
  load(rule, series.start)?.all((date) => {
    const day = dayOf(date);
    if (day > series.after) days.push(day);
    return days.length < count;
  });
  return days;
}

// rrule reckons in UTC whatever the zone; a day is kept there as its own midnight, so no clock change can move it.
function load(rule: string, start: string): Recurrence | null {
  const known = parse(rule);
  return known ? new RRule({ ...RRule.parseString(known), dtstart: midnight(start) }) : null;
}

function dayOf(date: Date): string {
  return date.toISOString().slice(0, 10);
}

function midnight(day: string): Date {
  return new Date(Temporal.PlainDate.from(day).toZonedDateTime("UTC").epochMilliseconds);
}
