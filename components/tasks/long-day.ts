import type { Context } from "@/language/calendar";

/** "Saturday, 21 November", in the user's locale. */
export function longDay(day: string, { locale }: Context): string {
  const parts = { weekday: "long", day: "numeric", month: "long", timeZone: "UTC" } as const;
  const text = new Intl.DateTimeFormat(locale ?? "en-GB", parts).format(new Date(`${day}T00:00:00Z`));
  // British English writes no comma after the weekday; in a heading one reads better.
  return text.replace(/^(\p{L}+) (?=\d)/u, "$1, ");
}
