import { Temporal } from "temporal-polyfill";
import { type Context, today, wallClock } from "@/language/calendar";
import type { Span } from "./slots";

export type Due = { dueDate?: string; dueTime?: string; repeat?: string; repeatFrom?: "due" | "completion" };

/** A task's due out of the times that a request names; of two, one may bring the day and the other the time. */
export function dueOf(spans: Span[], context: Context): Due {
  const [first] = spans;
  if (!first) return {};
  const repeat = spans.find((span) => span.repeat);
  const timed = first.time ? first : spans.find((span) => span.time && !isCoarse(span));
  const dated = spans.find((span) => span.day && isWhole(span)) ?? first;
  const time = timed?.time ?? undefined;
  const day = (timed && !isWhole(timed) && dated === timed ? timed.day : dated.day) ?? dayFor(time, context);
  return {
    dueDate: day,
    ...(time && { dueTime: time }),
    ...(repeat?.repeat && {
      repeat: repeat.repeat,
      ...(repeat.repeatFrom === "completion" && { repeatFrom: "completion" as const }),
    }),
  };
}

const isWhole = (span: Span) => !["hour", "minute", "second"].includes(span.grain);
const isCoarse = (span: Span) => ["week", "month", "quarter", "year"].includes(span.grain);

// A time alone is today's, or tomorrow's when it has gone by.
function dayFor(time: string | undefined, context: Context): string {
  const clock = wallClock(context);
  const gone = time !== undefined && Temporal.PlainTime.compare(Temporal.PlainTime.from(time), clock.toPlainTime()) < 0;
  return gone ? clock.toPlainDate().add({ days: 1 }).toString() : today(context);
}
