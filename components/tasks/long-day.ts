import { type Context, today } from "@/language/calendar";
import { formatterOf } from "@/language/formatter";

/** "Saturday, 21 November", in the user's locale, with the year when it is another one. */
export function longDay(day: string, clock: Context): string {
  const parts = { weekday: "long", day: "numeric", month: "long", timeZone: "UTC" } as const;
  const year = day.slice(0, 4) === today(clock).slice(0, 4) ? {} : { year: "numeric" as const };
  const text = formatterOf(clock.locale ?? "en-GB", { ...parts, ...year }).format(new Date(`${day}T00:00:00Z`));
  // British English writes no comma after the weekday; in a heading one reads better.
  return text.replace(/^(\p{L}+) (?=\d)/u, "$1, ");
}
