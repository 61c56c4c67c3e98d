import { Temporal } from "temporal-polyfill";
import { type Context, today } from "@/language/calendar";
import type { Span } from "./times";

/** Days from the first to the last; without a first, all that came before as well. */
export type Range = { from?: string; to: string };

// "within 3 days", "in the next two weeks": all that there is until then, where "in 3 days" is that day.
const RUNNING =
  /\b(?:within|(?:in|over|during|for|throughout) the (?:next|coming|following))\b|\b(?:next|coming) (?:\w+ )+(?:day|week|month|hour|minute)s$/i;
const OPEN = /^(?:due )?(?:by|before|until|till|up to|no later than)\b/i;

/** The days that a span speaks of: one, a stretch from today, or the week, weekend, month, quarter or year that it names. */
export function rangeOf(span: Span, context: Context): Range | undefined {
  const from = span.day ?? (span.time ? today(context) : undefined);
  if (!from) return undefined;
  const until = span.until?.day;
  if (OPEN.test(span.text)) return { to: until ?? from };
  if (RUNNING.test(span.text)) return { from: today(context), to: until ?? runningTo(span, context) };
  if (until && until >= from) return { from, to: exclusive(span) ? before(until, from) : until };
  const day = Temporal.PlainDate.from(from);
  if (/\bweekend\b/i.test(span.text) && day.dayOfWeek > 5) {
    const saturday = day.subtract({ days: day.dayOfWeek - 6 });
    return { from: saturday.toString(), to: saturday.add({ days: 1 }).toString() };
  }
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

// "over the next week" is seven days from today; a length has been counted already.
function runningTo({ day, text, grain }: Span, context: Context): string {
  const now = Temporal.PlainDate.from(today(context));
  if (/\bweek$/i.test(text) && grain === "week") return now.add({ days: 7 }).toString();
  if (/\bmonth$/i.test(text) && grain === "month") return now.add({ months: 1 }).toString();
  return day ?? now.toString();
}
