import { type Context, today } from "@/language/calendar";
import * as dates from "@/language/dates";
import { halfOf } from "@/language/dates/occasions";
import type { Half } from "@/language/dates/period";
import * as due from "@/language/due";
import { quotationsIn } from "./quotation-marks";
import { hidden, type Stretch } from "./stretch";

export type Span = dates.Span;

/** A way to find the times in a text, outside of the stretches that are taken. */
export type Times = (text: string, context: Context, taken: Stretch[]) => Span[];

/** The times that a text speaks of, outside of quotes and of the stretches given; `half` as what is done then has it. */
export function readSpans(text: string, context: Context, taken: Stretch[] = [], half = halfOf(text)): Span[] {
  return dates.read(unread(text, taken), context, { half });
}

/** The times in what is to be a task that make its due; a second day, as in a quick add, is a word of its title. */
export function readDueSpans(text: string, context: Context, taken: Stretch[], half: Half | undefined): Span[] {
  return due.combine(due.read(unread(text, taken), context, { half }), context, half).spans;
}

/**
 * The same, with those that stand before a noun ("Friday's dentist", "my 5pm call"). In a title these are words, and
 * `language/` leaves them alone; of a task that exists already they say which.
 */
export function readTellingSpans(text: string, context: Context, taken: Stretch[] = []): Span[] {
  // "due in the next three days" is asked of a stretch, not of its end.
  const asked = [...text.matchAll(/\bdue\b/gi)].map(({ index }) => ({ start: index, end: index + 3 }));
  const spans = readSpans(text, context, [...taken, ...asked]);
  const open = unread(text, [...taken, ...spans]);
  const words = [...open.matchAll(/[\p{L}\p{N}:.]+(?<!\.)/gu)].map(({ index, 0: word }) => ({
    start: index,
    end: index + word.length,
    word,
  }));
  const found: Span[] = [];
  for (let at = 0; at < words.length && found.length < 4; at++) {
    if (!TELLING.test(words[at]?.word ?? "")) continue;
    const size = [4, 3, 2, 1].find(
      (size) => at + size <= words.length && isTime(words.slice(at, at + size), text, context),
    );
    const last = size && words[at + size - 1];
    const first = words[at];
    if (!size || !last || !first) continue;
    const [span] = dates.read(named(text.slice(first.start, last.end)), context);
    if (span)
      found.push({ ...span, start: first.start, end: last.end, ...(PART.test(span.text) && { isTimeOnly: true }) });
    at += size - 1;
  }
  return [...spans, ...found].sort((a, b) => a.start - b.start);
}

const TELLING =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|january|february|march|april|june|july|august|september|october|november|december|today|tomorrow|tonight|yesterday|weekends?|weekdays?|mornings?|afternoons?|evenings?|nights?|lunchtime|daily|weekly|monthly|yearly|every|this|next|last|\d.*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|noon|the|my)$/i;
const PART = /^(?:mornings?|afternoons?|evenings?|nights?|lunchtime)$/i;
// A number alone, or the name of a month, is too little.
const TOO_LITTLE =
  /^(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|every|this|next|last|the|my|march|may|august|the \S+)$/i;

function isTime(words: Array<{ start: number; end: number }>, text: string, context: Context): boolean {
  const [first, last] = [words[0], words.at(-1)];
  if (!first || !last) return false;
  const phrase = text.slice(first.start, last.end);
  const [span, ...more] = TOO_LITTLE.test(phrase) ? [] : dates.read(named(phrase), context);
  return span !== undefined && more.length === 0 && span.text.length === named(phrase).length;
}

// "my week" is this one.
const named = (phrase: string) => phrase.replace(/^my (?=(?:day|week|weekend|month|year)$)/i, "this ");

/** Times of day, "HH:MM", the last one included. */
export type Hours = { from: string; to: string };

const PARTS: Array<[RegExp, Hours]> = [
  [/\bmornings?\b/i, { from: "00:00", to: "11:59" }],
  [/\b(?:afternoons?|lunchtime)\b/i, { from: "12:00", to: "17:59" }],
  [/\b(?:evenings?|nights?)\b/i, { from: "17:00", to: "23:59" }],
];

/** The time of day that spans name apart from any day: "the 5pm call", "my morning alarms". */
export function hoursOf(spans: Span[]): Hours | undefined {
  const span = spans.find(({ isTimeOnly }) => isTimeOnly);
  if (!span?.time) return undefined;
  const part = PARTS.find(([pattern]) => pattern.test(span.text));
  return part ? part[1] : { from: span.time, to: span.until?.time ?? span.time };
}

/** Whether a text speaks of a day or a time that is still to come. */
export function isDated(text: string, context: Context): boolean {
  const now = today(context);
  return readSpans(text, context).some(({ day, repeat }) => repeat !== undefined || day === null || day >= now);
}

const BEFORE =
  /(?:(?<![\p{L}\p{N}])(?:on|at|by|for|in|due|from|until|till|to|starting|scheduled|set|of|around|before|the|this|date|day|as|that is|which is) *)+$/iu;
const AFTER = /^(?:['’]s\b|s['’])/;

/** A time with the little words that belong to it: "due on Friday", "Friday's". */
export function widened(text: string, { start, end }: Stretch): Stretch {
  const before = BEFORE.exec(text.slice(Math.max(0, start - 30), start))?.[0].length ?? 0;
  return { start: start - before, end: end + (AFTER.exec(text.slice(end, end + 2))?.[0].length ?? 0) };
}

const unread = (text: string, taken: Stretch[]) => hidden(text, [...taken, ...quotationsIn(text)]);
