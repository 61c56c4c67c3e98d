import { Temporal } from "temporal-polyfill";

export type Grain = "year" | "quarter" | "month" | "week" | "day" | "hour" | "minute" | "second";
type Moment = Temporal.PlainDateTime;

/** A stretch of wall time, [start, end), said at some grain. */
export type Period = { start: Moment; end: Moment; grain: Grain };

/** The half of the day that a bare hour falls in, where what is done then says so. */
export type Half = "morning" | "evening";

/** Where and when a text is read: the wall clock of `instant` in `zone`, the first day of the week (1 = Monday … 7 = Sunday), 5/6 = May 6th. */
export type Reference = {
  now: Moment;
  instant: Temporal.Instant;
  zone: string;
  weekStart: number;
  monthFirst: boolean;
  half: Half | undefined;
};

const GRAINS: Grain[] = ["second", "minute", "hour", "day", "week", "month", "quarter", "year"];

/** Positive when `a` is coarser than `b`. */
export function compareGrains(a: Grain, b: Grain): number {
  return GRAINS.indexOf(a) - GRAINS.indexOf(b);
}

/** `count` of a grain as a duration; a quarter is three months. */
export function lengthOf(grain: Grain, count = 1): Temporal.DurationLike {
  if (grain === "quarter") return { months: 3 * count };
  return { [`${grain}s`]: count };
}

/** The start of the year, quarter, …, second that `at` is in. */
export function floor(grain: Grain, at: Moment, weekStart: number): Moment {
  switch (grain) {
    case "year":
      return midnight(at).with({ month: 1, day: 1 });
    case "quarter":
      return midnight(at).with({ month: at.month - ((at.month - 1) % 3), day: 1 });
    case "month":
      return midnight(at).with({ day: 1 });
    case "week":
      return midnight(at).subtract({ days: (at.dayOfWeek - weekStart + 7) % 7 });
    case "day":
      return midnight(at);
    case "hour":
      return at.with({ minute: 0, second: 0, millisecond: 0, microsecond: 0, nanosecond: 0 });
    case "minute":
      return at.with({ second: 0, millisecond: 0, microsecond: 0, nanosecond: 0 });
    case "second":
      return at.with({ millisecond: 0, microsecond: 0, nanosecond: 0 });
  }
}

/** The period of a grain that begins at `start`. */
export function periodAt(start: Moment, grain: Grain): Period {
  return { start, end: start.add(lengthOf(grain)), grain };
}

/** A whole day as a period. */
export function dayPeriod(date: Temporal.PlainDate): Period {
  return periodAt(date.toPlainDateTime(), "day");
}

export function isBefore(a: Moment, b: Moment): boolean {
  return Temporal.PlainDateTime.compare(a, b) < 0;
}

function midnight(at: Moment): Moment {
  return at.toPlainDate().toPlainDateTime();
}
