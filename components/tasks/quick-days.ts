import { Temporal } from "temporal-polyfill";
import { type Context, describeDue, today } from "@/language/calendar";

/** Today, tomorrow, the coming Saturday and the first day of next week, each with its date: "Mon 7 Dec". */
export function quickDays(clock: Context) {
  const now = Temporal.PlainDate.from(today(clock));
  const after = (days: number) => now.add({ days }).toString();
  const next = (weekday: number) => after((weekday - now.dayOfWeek + 7) % 7 || 7);
  const days = [
    { name: "Today", day: after(0) },
    { name: "Tomorrow", day: after(1) },
    { name: "Weekend", day: next(6) },
    // Temporal's Sunday is 7.
    { name: "Next week", day: next((clock.weekStart ?? 1) || 7) },
  ] as const;
  return days.map((one) => ({ ...one, date: describeDue({ dueDate: one.day, dueTime: null }, clock) }));
}

export type QuickDay = ReturnType<typeof quickDays>[number];
