import { Temporal } from "temporal-polyfill";

/**
 * The weeks of a month, each of seven days ("YYYY-MM-DD"), with the days of the months beside it that fill the first and last.
 * @param month "YYYY-MM"
 * @param weekStart 0 Sunday to 6 Saturday
 */
export function weeks(month: string, weekStart = 1): string[][] {
  const first = Temporal.PlainDate.from(`${month}-01`);
  const lead = (first.dayOfWeek - weekStart + 7) % 7;
  const start = first.subtract({ days: lead });
  const count = Math.ceil((lead + first.daysInMonth) / 7);
  return Array.from({ length: count }, (_, week) =>
    Array.from({ length: 7 }, (_, day) => start.add({ days: week * 7 + day }).toString()),
  );
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
  const into = (date.dayOfWeek - weekStart + 7) % 7;
  if (key === "Home") return date.subtract({ days: into }).toString();
  if (key === "End") return date.add({ days: 6 - into }).toString();
  const step = steps[key];
  return step && date.add(step).toString();
}

/** `months` later, "YYYY-MM". */
export function turn(month: string, months: number): string {
  return Temporal.PlainYearMonth.from(month).add({ months }).toString();
}
