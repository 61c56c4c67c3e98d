import { Temporal } from "temporal-polyfill";
import type { Frequency, Rule } from "./rule";
import { MONTHS, writeDate } from "./written-date";

const UNITS: Record<Frequency, string> = { DAILY: "day", WEEKLY: "week", MONTHLY: "month", YEARLY: "year" };
const WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const SHORT = WEEKDAYS.map((name) => name.slice(0, 3));
const ORDINALS: Record<number, string> = {
  1: "first",
  2: "second",
  3: "third",
  4: "fourth",
  5: "fifth",
  [-1]: "last",
  [-2]: "second last",
};

/** A rule in words that the reader of dates understands again, with day and month in the order of the locale. */
export function say(rule: Rule, from: "due" | "completion", locale?: string): string {
  const end = rule.count
    ? `, ${rule.count} ${rule.count === 1 ? "time" : "times"}`
    : rule.until
      ? ` until ${date(rule.until, locale)}`
      : "";
  return `${howOften(rule, locale)}${from === "completion" ? " after completion" : ""}${end}`;
}

function howOften(rule: Rule, locale?: string): string {
  const days = daysOf(rule);
  const interval = rule.interval ?? 1;
  if (rule.frequency === "WEEKLY" && days && !rule.bySetPos) {
    if (interval === 1) return `Every ${days}`;
    if (interval === 2 && rule.byDay?.length === 1) return `Every other ${days}`;
  }
  const [month, day] = [only(rule.byMonth), only(rule.byMonthDay)];
  if (rule.frequency === "YEARLY" && interval === 1 && month && day && day > 0 && !days)
    return `Every ${writeDate({ day, month }, locale)}`;
  const unit = UNITS[rule.frequency];
  const base = interval === 1 ? `Every ${unit}` : `Every ${interval} ${unit}s`;
  const places = [
    days && `on ${placed(rule, days)}`,
    rule.byMonthDay && `on the ${list(rule.byMonthDay.map(dayOfMonth))}`,
  ];
  const months = rule.byMonth && `in ${list(rule.byMonth.map((month) => `${MONTHS[month - 1]}`))}`;
  return [base, ...places, months].filter(Boolean).join(" ");
}

const only = (numbers: number[] = []) => (numbers.length === 1 ? numbers[0] : undefined);

function daysOf({ byDay }: Rule): string | undefined {
  if (!byDay) return undefined;
  const plain = byDay.every(({ nth }) => nth === undefined);
  const numbers = byDay
    .map(({ day }) => day)
    .toSorted()
    .join("");
  if (plain && numbers === "12345") return "weekday";
  if (plain && numbers === "67") return "weekend day";
  const names = byDay.length === 1 ? WEEKDAYS : SHORT;
  return list(byDay.map(({ day, nth }) => `${nth ? `the ${place(nth)} ` : ""}${names[day - 1]}`));
}

function placed({ bySetPos }: Rule, days: string) {
  if (bySetPos) return `the ${list(bySetPos.map(place))} ${days}`;
  return days.startsWith("week") ? `${days}s` : days;
}

function place(nth: number) {
  return ORDINALS[nth] ?? (nth > 0 ? ordinal(nth) : `${ordinal(-nth)} last`);
}

function dayOfMonth(day: number) {
  return day > 0 ? ordinal(day) : day === -1 ? "last day" : `${place(day)} day`;
}

function ordinal(n: number) {
  const ending = n % 100 > 10 && n % 100 < 14 ? "th" : (["th", "st", "nd", "rd"][n % 10] ?? "th");
  return `${n}${ending}`;
}

function list(words: string[]) {
  return words.length > 1 ? `${words.slice(0, -1).join(", ")} and ${words.at(-1)}` : `${words[0]}`;
}

function date(text: string, locale?: string) {
  const { day, month, year } = Temporal.PlainDate.from(text);
  return writeDate({ day, month, year }, locale);
}
