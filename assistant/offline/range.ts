import { Temporal } from "temporal-polyfill";
import { type Context, today } from "@/language/calendar";
import type { Span } from "./times";

/** The first and the last day that a span speaks of: one day, or the week, weekend, month, quarter or year that it names. */
export function rangeOf(span: Span, context: Context): { from: string; to: string } | undefined {
  const from = span.day ?? (span.time ? today(context) : undefined);
  if (!from) return undefined;
  const until = span.until?.day;
  if (until && until >= from) return { from, to: exclusive(span) ? before(until, from) : until };
  const day = Temporal.PlainDate.from(from);
  if (span.grain === "week") {
    const start = day.subtract({ days: (day.dayOfWeek - (context.weekStart ?? 1) + 7) % 7 });
    return { from: start.toString(), to: start.add({ days: 6 }).toString() };
  }
  if (span.grain === "month")
    return { from: day.with({ day: 1 }).toString(), to: day.with({ day: day.daysInMonth }).toString() };
  if (span.grain === "quarter") return { from, to: day.add({ months: 3 }).subtract({ days: 1 }).toString() };
  if (span.grain === "year")
    return { from: day.with({ month: 1, day: 1 }).toString(), to: day.with({ month: 12, day: 31 }).toString() };
  return { from, to: from };
}

function exclusive(span: Span) {
  return span.until?.time === "00:00" && span.time === "00:00";
}

function before(day: string, floor: string) {
  const earlier = Temporal.PlainDate.from(day).subtract({ days: 1 }).toString();
  return earlier < floor ? floor : earlier;
}
