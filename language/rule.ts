export type Frequency = "DAILY" | "WEEKLY" | "MONTHLY" | "YEARLY";

/** The parts of an RFC 5545 rule that words can say. Days are 1 = Monday … 7 = Sunday; `nth` counts in the month, from its end when negative. */
export type Rule = {
  frequency: Frequency;
  interval?: number;
  byMonth?: number[];
  byMonthDay?: number[];
  byDay?: Array<{ day: number; nth?: number }>;
  /** Which of the days that the other parts leave, from the end when negative. */
  bySetPos?: number[];
  count?: number;
  /** The last day that may count, "YYYY-MM-DD". */
  until?: string;
};

export const DAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

/** The rule as RFC 5545 writes it, without "RRULE:"; a part of no effect is left out. */
export function format(rule: Rule): string {
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
  ];
  return parts.flatMap(([name, value]) => (value === undefined || value === "" ? [] : [`${name}=${value}`])).join(";");
}
