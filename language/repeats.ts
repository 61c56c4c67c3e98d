import type { Temporal } from "temporal-polyfill";
import type { Span } from "./dates";
import { next } from "./repetition";

const DAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
const DAY =
  "mon(?:day)?s?|tue(?:s|sday)?s?|wed(?:nesday)?s?|thu(?:rs|rsday)?s?|fri(?:day)?s?|sat(?:urday)?s?|sun(?:day)?s?";
const PATTERN = new RegExp(
  `\\b(?:(daily|weekly|monthly|yearly|annually)|every(!?)\\s+(?:(other|\\d{1,3})\\s+)?(?:(day|week|month|year)s?|(weekday|workday)s?|((?:${DAY})(?:(?:\\s*,\\s*|\\s+and\\s+)(?:${DAY}))*)))\\b`,
  "gi",
);
const UNITS: Record<string, string> = {
  day: "DAILY",
  daily: "DAILY",
  week: "WEEKLY",
  weekly: "WEEKLY",
  month: "MONTHLY",
  monthly: "MONTHLY",
  year: "YEARLY",
  yearly: "YEARLY",
  annually: "YEARLY",
};

/** The repetitions in `text`: "every 3 days", "every other Tuesday", "daily". */
export function readRepeats(text: string, today: Temporal.PlainDate): Span[] {
  return [...text.matchAll(PATTERN)].map((match) => {
    const [whole, adverb, fromCompletion, interval, unit, workdays, days] = match;
    const every = interval === "other" ? 2 : Number(interval ?? 1);
    const parts = [`FREQ=${workdays || days ? "WEEKLY" : UNITS[(adverb ?? unit ?? "day").toLowerCase()]}`];
    if (every > 1) parts.push(`INTERVAL=${every}`);
    if (workdays) parts.push("BYDAY=MO,TU,WE,TH,FR");
    if (days) parts.push(`BYDAY=${byDay(days)}`);
    const repeat = parts.join(";");
    const day = next(repeat, { start: today.toString(), after: today.subtract({ days: 1 }).toString() });
    const span: Span = {
      start: match.index,
      end: match.index + whole.length,
      text: whole,
      day,
      time: null,
      grain: "day",
      repeat,
    };
    return { ...span, repeatFrom: fromCompletion ? "completion" : "due" };
  });
}

function byDay(days: string) {
  const named = days
    .toUpperCase()
    .split(/\s*,\s*|\s+AND\s+/)
    .map((name) => name.slice(0, 2));
  return DAYS.filter((day) => named.includes(day)).join(",");
}
