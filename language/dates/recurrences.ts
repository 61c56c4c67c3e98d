import { Temporal } from "temporal-polyfill";
import { next } from "../repetition";
import { format } from "../rule";
import type { Length, Repeat, When } from "./grammar";
import { compareGrains, isBefore, type Period, periodAt, type Reference } from "./period";
import { first as firstOf } from "./series";
import { daily, resolve } from "./whens";

/** A repetition on the calendar: its RRULE and the first period that it comes in, from today on or from when it was said to start. */
export function resolveRepeat(repeat: Repeat, reference: Reference): { rule: string; first: Period } | undefined {
  const { now } = reference;
  const start = repeat.first ? resolve(repeat.first, reference)?.start : now;
  if (!start) return undefined;
  const until = repeat.last && lastDay(repeat.last, start, reference);
  const rule = format({ ...repeat.rule, until: until?.toString() });
  const from = start.toPlainDate();
  for (const after of [from.subtract({ days: 1 }), from]) {
    const day = next(rule, { start: from.toString(), after: after.toString() });
    const first = day && onDay(Temporal.PlainDate.from(day), repeat.time, reference);
    if (first && !(repeat.time?.form.as === "clock" && isBefore(first.start, now))) return { rule, first };
  }
  return undefined;
}

function onDay(date: Temporal.PlainDate, time: When | undefined, reference: Reference): Period | undefined {
  const start = date.toPlainDateTime();
  if (!time) return periodAt(start, "day");
  const series = time.form.as === "clock" ? daily(time.form.clock) : time.series;
  return firstOf(series, start, 1, reference);
}

// "Until June" stops when June begins, "until Friday" on that day, "for 3 weeks" when they are over.
function lastDay(
  last: When | Length,
  start: Temporal.PlainDateTime,
  reference: Reference,
): Temporal.PlainDate | undefined {
  if (!("is" in last)) return start.add(last.amount).toPlainDate().subtract({ days: 1 });
  const period = resolve(last, reference);
  return (
    period &&
    (compareGrains(period.grain, "day") > 0
      ? period.start.toPlainDate().subtract({ days: 1 })
      : period.start.toPlainDate())
  );
}
