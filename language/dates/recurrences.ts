import { Temporal } from "temporal-polyfill";
import { next } from "../repetition";
import { format } from "../rule";
import type { Length, Repeat, When } from "./grammar";
import { compareGrains, isBefore, type Period, periodAt, type Reference } from "./period";
import { first } from "./series";
import { atClock, resolve } from "./whens";

/**
 * A repetition on the calendar: its RRULE and the first time that it comes, from now on or from when it was said to start. That
 * first day is the series' DTSTART: "every other Tuesday" begins on the coming one.
 */
export function resolveRepeat(repeat: Repeat, reference: Reference): { rule: string; first: Period } | undefined {
  const { now } = reference;
  const start = repeat.first ? resolve(repeat.first, reference)?.start : now;
  if (!start) return undefined;
  const until = repeat.last && lastDay(repeat.last, start, reference);
  const pattern = format({ ...repeat.rule, interval: 1, count: undefined });
  const from = start.toPlainDate();
  for (const after of [from.subtract({ days: 1 }), from]) {
    const day = next(pattern, { start: from.toString(), after: after.toString() });
    const found = day && timeOn(Temporal.PlainDate.from(day), repeat.time, reference);
    if (!found || (repeat.time && isBefore(found.start, now))) continue;
    return { rule: format({ ...repeat.rule, until: until?.toString() }), first: found };
  }
  return undefined;
}

function timeOn(date: Temporal.PlainDate, time: When | undefined, reference: Reference): Period | undefined {
  const day = periodAt(date.toPlainDateTime(), "day");
  if (!time) return day;
  const { form } = time;
  if (form.as === "part") return periodAt(day.start.with({ hour: form.due }), "hour");
  if (form.as !== "clock") return undefined;
  const days = { grain: "day", cycle: "once", walk: () => [day] } as const;
  return first(atClock(days, form.clock), day.start, 1, reference);
}

// "Until June" stops when June begins, "until Friday" on that day, "for 3 weeks" when they are over.
function lastDay(last: When | Length, start: Temporal.PlainDateTime, reference: Reference) {
  if (!("is" in last)) return start.add(last.amount).toPlainDate().subtract({ days: 1 });
  const period = resolve(last, reference);
  const isLong = period && compareGrains(period.grain, "day") > 0;
  return period?.start.toPlainDate().subtract({ days: isLong ? 1 : 0 });
}
