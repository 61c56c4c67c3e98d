import * as chrono from "chrono-node/en";
import { Temporal } from "temporal-polyfill";
import { type Context, wallClock } from "./calendar";
import { readRepeats } from "./repeats";

type Components = Pick<chrono.ParsingComponents, "get" | "isCertain">;

export type Grain = "year" | "quarter" | "month" | "week" | "day" | "hour" | "minute" | "second";

/** A stretch of the text that means a time: [start, end) in UTF-16 units, its due day and time in the context's zone. */
export type Span = {
  start: number;
  end: number;
  text: string;
  day: string | null;
  time: string | null;
  until?: { day: string | null; time: string | null };
  grain: Grain;
  repeat?: string;
  repeatFrom?: "due" | "completion";
};

/** Every time that `text` speaks of, in order, none overlapping. */
export function read(text: string, context: Context): Span[] {
  const now = wallClock(context);
  const reader = context.locale === "en-US" ? chrono.casual : chrono.GB;
  const offset =
    Temporal.Instant.fromEpochMilliseconds(context.now.getTime()).toZonedDateTimeISO(context.timeZone)
      .offsetNanoseconds / 6e10;
  const repeats = readRepeats(text, now.toPlainDate());
  const masked = repeats.reduce(
    (rest, span) => rest.slice(0, span.start) + "_".repeat(span.end - span.start) + rest.slice(span.end),
    text,
  );
  const spans = reader
    .parse(masked, { instant: context.now, timezone: offset }, { forwardDate: true })
    .map((result): Span => {
      const end = result.end ? { day: dayOf(result.end), time: timeOf(result.end) } : undefined;
      const time = timeOf(result.start);
      return {
        start: result.index,
        end: result.index + result.text.length,
        text: result.text,
        day: dayOf(result.start),
        time,
        until: end,
        grain: time ? "minute" : "day",
      };
    });
  return join(
    [...repeats, ...spans].sort((a, b) => a.start - b.start),
    text,
  );
}

// "every Monday at 9" is one meaning: a repeat takes the time that follows it.
function join(spans: Span[], text: string): Span[] {
  const joined: Span[] = [];
  for (const span of spans) {
    const last = joined.at(-1);
    if (last?.repeat && !last.time && !span.repeat && text.slice(last.end, span.start).trim() === "") {
      const end = span.end;
      joined[joined.length - 1] = {
        ...last,
        end,
        text: text.slice(last.start, end),
        time: span.time,
        grain: span.grain,
      };
    } else joined.push(span);
  }
  return joined;
}

function dayOf(components: Components): string {
  const [year, month, day] = [components.get("year"), components.get("month"), components.get("day")];
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

function timeOf(components: Components): string | null {
  if (!components.isCertain("hour")) return null;
  return `${String(components.get("hour")).padStart(2, "0")}:${String(components.get("minute")).padStart(2, "0")}`;
}
