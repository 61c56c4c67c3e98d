import { Temporal } from "temporal-polyfill";
import { gatherMonthEnds, spellOutMonthEnds } from "./rule-month-ends";

export type Frequency = "DAILY" | "WEEKLY" | "MONTHLY" | "YEARLY";

/** The parts of an RFC 5545 rule by days. Days are 1 = Monday … 7 = Sunday; `nth` counts in the month, from its end when negative. */
export type Rule = {
  frequency: Frequency;
  interval?: number;
  byMonth?: number[];
  /** Days of the month, from its end when negative. By months or years, a shorter month has its last day for the 29th to 31st. */
  byMonthDay?: number[];
  byDay?: Array<{ day: number; nth?: number }>;
  /** Which of the days that the other parts leave, from the end when negative. */
  bySetPos?: number[];
  count?: number;
  /** The last day that may count, "YYYY-MM-DD". */
  until?: string;
  weekStart?: number;
};

const DAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
const DAY = "[+-]?\\d{0,2}(?:MO|TU|WE|TH|FR|SA|SU)";
const NUMBER = "[+-]?[1-9]\\d{0,4}";
const PARTS: Record<string, RegExp> = {
  FREQ: /^(?:DAILY|WEEKLY|MONTHLY|YEARLY)$/,
  INTERVAL: /^[1-9]\d{0,3}$/,
  COUNT: /^[1-9]\d{0,3}$/,
  UNTIL: /^\d{4}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?:T\d{6}Z?)?$/,
  BYDAY: new RegExp(`^${DAY}(?:,${DAY})*$`),
  BYMONTHDAY: new RegExp(`^${NUMBER}(?:,${NUMBER})*$`),
  BYMONTH: /^[1-9]\d?(?:,[1-9]\d?)*$/,
  BYSETPOS: new RegExp(`^${NUMBER}(?:,${NUMBER})*$`),
  WKST: /^(?:MO|TU|WE|TH|FR|SA|SU)$/,
};

/** The rule as RFC 5545 writes it, without "RRULE:"; a part of no effect is left out. */
export function format(meant: Rule): string {
  const rule = spellOutMonthEnds(meant);
  const days = rule.byDay?.map(({ day, nth }) => `${nth ?? ""}${DAYS[day - 1]}`);
  const parts: Array<[string, string | number | undefined]> = [
    ["FREQ", rule.frequency],
    ["INTERVAL", rule.interval === 1 ? undefined : rule.interval],
    ["COUNT", rule.count],
    ["UNTIL", rule.until?.replaceAll("-", "")],
    ["BYDAY", days?.join(",")],
    ["BYMONTHDAY", rule.byMonthDay?.join(",")],
    ["BYMONTH", rule.byMonth?.join(",")],
    ["BYSETPOS", rule.bySetPos?.join(",")],
    ["WKST", rule.weekStart === undefined || rule.weekStart === 1 ? undefined : DAYS[rule.weekStart - 1]],
  ];
  return parts.flatMap(([name, value]) => (value === undefined || value === "" ? [] : [`${name}=${value}`])).join(";");
}

/** The rule that a text writes, "RRULE:" or not; null when RFC 5545 does not allow it or it goes by less than days. */
export function read(text: string): Rule | null {
  const parts = partsOf(text);
  const frequency = parts?.get("FREQ");
  if (!parts || !frequency) return null;
  const numbers = (name: string) => parts.get(name)?.split(",").map(Number);
  const until = parts.get("UNTIL")?.replace(/^(\d{4})(\d\d)(\d\d).*/, "$1-$2-$3");
  const rule: Rule = {
    frequency: frequency as Frequency,
    interval: numbers("INTERVAL")?.[0],
    count: numbers("COUNT")?.[0],
    until,
    byDay: parts.get("BYDAY")?.split(",").map(dayOf),
    byMonthDay: numbers("BYMONTHDAY"),
    byMonth: numbers("BYMONTH"),
    bySetPos: numbers("BYSETPOS"),
    weekStart: parts.has("WKST") ? DAYS.indexOf(parts.get("WKST") ?? "") + 1 : undefined,
  };
  return isAllowed(rule) ? gatherMonthEnds(rule) : null;
}

function partsOf(text: string): Map<string, string> | null {
  const parts = new Map<string, string>();
  for (const part of text
    .trim()
    .toUpperCase()
    .replace(/^RRULE:/, "")
    .split(";")) {
    const [name = "", value = "", more] = part.split("=");
    if (more !== undefined || !PARTS[name]?.test(value) || parts.has(name)) return null;
    parts.set(name, value);
  }
  return parts;
}

function dayOf(text: string) {
  return { day: DAYS.indexOf(text.slice(-2)) + 1, nth: Number(text.slice(0, -2)) || undefined };
}

// RFC 5545, section 3.3.10.
function isAllowed({ frequency, byDay, byMonthDay, byMonth, bySetPos, count, until }: Rule): boolean {
  const isLong = frequency === "MONTHLY" || frequency === "YEARLY";
  const within = (numbers: number[] | undefined, most: number) => !numbers?.some((number) => Math.abs(number) > most);
  if (count !== undefined && until !== undefined) return false;
  if (until !== undefined && !isDate(until)) return false;
  if (byDay?.some(({ nth }) => nth !== undefined) && !isLong) return false;
  if (byMonthDay && frequency === "WEEKLY") return false;
  if (bySetPos && !byDay && !byMonthDay && !byMonth) return false;
  return within(byMonthDay, 31) && within(byMonth, 12) && within(bySetPos, 366);
}

function isDate(text: string) {
  const [year = 0, month = 0, day = 0] = text.split("-").map(Number);
  return Temporal.PlainDate.from({ year, month, day }, { overflow: "constrain" }).toString() === text;
}
