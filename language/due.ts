import { atStartOf, type Context } from "./calendar";
import * as dates from "./dates";
import type { Half } from "./dates/period";
import { MONTHS } from "./dates/words";

/** What the times in a sentence come to as one due, and which of them it is made of. */
export type Due = {
  day: string | null;
  time: string | null;
  repeat: string | null;
  repeatFrom: "due" | "completion";
  spans: dates.Span[];
};

/**
 * The times in a line that is to be a task. A time of day needs a day: with one, a day that the line begins with is no mere name
 * ("Sunday lunch at 1", "Daily standup at 9").
 */
export function read(
  text: string,
  context: Context,
  options: { bare?: boolean; half?: Half | undefined },
): dates.Span[] {
  const sure = dates.read(text, context, options);
  // After things with numbers ("print pages 3 dec") a date counts only if the line has no other.
  const isUndated = sure.every((span) => span.isTimeOnly || LONG.has(span.grain)) && DAY_OF_MONTH.test(text);
  const spans = isUndated ? dates.read(text, context, { ...options, numbered: true }) : sure;
  if (!spans[0] || !spans.every((span) => span.isTimeOnly)) return spans;
  const ahead = text.slice(0, spans[0].start);
  const [first] = dates.read(ahead, context, { ...options, attributive: true });
  const opens = first && !first.isTimeOnly && !LONG.has(first.grain) && ahead.slice(0, first.start).trim() === "";
  return opens ? [first, ...spans] : spans;
}

const DAY_OF_MONTH = new RegExp(`\\d(?:st|nd|rd|th)?\\s+${MONTHS}`, "i");
const DEADLINE = /^(?:by|before|due|no later than)\b/i;
const BOUND = /^(?:until|till?|through|thru|starting|beginning|from)\b/i;
const LONG = new Set<string>(["week", "month", "quarter", "year"]);

/**
 * Of several days, times and repetitions the first of each counts, but a deadline before any other day: "the flight for the
 * 20th by Friday". A day and a time that stand apart mean what they would side by side: "tonight call mum at 9" is nine in the
 * evening, and "every day pills at nine" is at nine, whatever time it is now; "every day pills until June" ends then.
 */
export function combine(spans: dates.Span[], context: Context, half?: Half): Due {
  const often = spans.find((span) => span.repeat);
  const days = spans.filter((span) => !span.repeat && !span.isTimeOnly);
  const day = days.find(({ text }) => DEADLINE.test(text)) ?? days[0];
  const clock = spans.find((span) => span.isTimeOnly);
  const bounded = often && day && bound(often, day, context, half);
  const anchor = bounded ?? day ?? often;
  const joined = anchor && clock && join(anchor, clock, context, half);
  // A stretch of weekdays repeats once it has a time: "6pm swim tue-thu".
  const repeat = bounded ?? often ?? (joined?.repeat ? joined : undefined);
  const due = anchor ? (joined ?? anchor) : clock;
  const used = [often, day, ...(joined || !anchor ? [clock] : [])];
  return {
    day: due?.day ?? null,
    time: due?.time ?? repeat?.time ?? null,
    repeat: repeat?.repeat ?? null,
    repeatFrom: repeat?.repeatFrom ?? "due",
    spans: spans.filter((span) => used.includes(span)),
  };
}

// "Every Monday … until June" as "every Monday until June".
function bound(often: dates.Span, day: dates.Span, context: Context, half: Half | undefined): dates.Span | undefined {
  const phrase = `${often.text} ${day.text}`;
  const [joined] = BOUND.test(day.text) ? dates.read(phrase, context, { half }) : [];
  return joined?.text === phrase && joined.repeat ? joined : undefined;
}

// Where the two make no phrase ("next week … at 9") the time is one of that day; a day that has its time takes no other.
function join(
  anchor: dates.Span,
  clock: dates.Span,
  context: Context,
  half: Half | undefined,
): Pick<dates.Span, "day" | "time" | "repeat" | "repeatFrom"> | undefined {
  const phrase = `${anchor.text} ${clock.text}`;
  const [joined] = dates.read(phrase, context, { half });
  if (joined?.text === phrase && joined.time) return joined;
  return anchor.time || !anchor.day ? undefined : { day: anchor.day, time: timeOn(anchor.day, clock, context, half) };
}

/** The time of a clock as one would say it of some day, however late it is now. */
export function timeOn(day: string, clock: dates.Span, context: Context, half?: Half): string | null {
  return dates.read(clock.text, atStartOf(day, context), { half })[0]?.time ?? null;
}
