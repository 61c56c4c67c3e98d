import { Temporal } from "temporal-polyfill";

const WEEKS = 6;

/**
 * Six weeks, each of seven days ("YYYY-MM-DD"), from the week of `day` on: as many as the longest month takes.
 * @param weekStart 0 Sunday to 6 Saturday
 */
export function weeks(day: string, weekStart = 1): string[][] {
  const start = startOfWeek(Temporal.PlainDate.from(day), weekStart);
  return Array.from({ length: WEEKS }, (_, week) =>
    Array.from({ length: 7 }, (_, day) => start.add({ days: week * 7 + day }).toString()),
  );
}

/**
 * From which day on a calendar shows its weeks at first: from the present week, for one plans ahead; where something is due in a later
 * month, from the first of that.
 */
export function opening(value: string | null, today: string): string {
  return value && value.slice(0, 7) > today.slice(0, 7) ? firstOf(value) : today;
}

/** The month that six weeks are of, "YYYY-MM": the one that their first week ends in. */
export function monthOf(first: string, weekStart = 1): string {
  return startOfWeek(Temporal.PlainDate.from(first), weekStart).add({ days: 6 }).toString().slice(0, 7);
}

/** From which day on the weeks of the month before (-1) or after (1) go; before a month of which some weeks are left out come those. */
export function turn(first: string, by: -1 | 1, weekStart = 1): string {
  const month = Temporal.PlainYearMonth.from(monthOf(first, weekStart));
  const whole = month.toPlainDate({ day: 1 }).toString();
  if (by < 0 && !weeks(whole, weekStart)[0]?.includes(first)) return whole;
  return month.add({ months: by }).toPlainDate({ day: 1 }).toString();
}

const steps: Record<string, Temporal.DurationLike> = {
  ArrowLeft: { days: -1 },
  ArrowRight: { days: 1 },
  ArrowUp: { days: -7 },
  ArrowDown: { days: 7 },
  PageUp: { months: -1 },
  PageDown: { months: 1 },
};

/** Where a key leads from a day of the calendar, as the ARIA date grid has it; undefined for a key that leads nowhere. */
export function stepTo(day: string, key: string, weekStart = 1): string | undefined {
  const date = Temporal.PlainDate.from(day);
  if (key === "Home") return startOfWeek(date, weekStart).toString();
  if (key === "End") return startOfWeek(date, weekStart).add({ days: 6 }).toString();
  const step = steps[key];
  return step && date.add(step).toString();
}

/** The first day of a day's month. */
export function firstOf(day: string): string {
  return `${day.slice(0, 7)}-01`;
}

function startOfWeek(date: Temporal.PlainDate, weekStart: number) {
  return date.subtract({ days: (date.dayOfWeek - weekStart + 7) % 7 });
}
