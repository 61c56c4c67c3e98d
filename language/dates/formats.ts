import { century } from "./days";
import { clock, digits, form } from "./elements";
import { type Clock, type Doubt, glued, type Meaning, rule, type When } from "./grammar";
import { dayPeriod, type Reference } from "./period";
import { both, once } from "./series";
import { atClock, dateIn, months, theDay, theYear, when } from "./whens";

const one = digits(1, 31, 1, 2);
const two = glued(digits(0, 31, 1, 2));
const fullYear = digits(1000, 2999, 4);
const anyYear = [glued(digits(0, 99, 2)), glued(fullYear)];

/** Dates in figures: ISO 8601, and day and month in the order of the locale, whichever sign is between. */
export const formats = [
  ...["-", "/", "."].flatMap((sign) => [
    ...rule([fullYear, `~${sign}`, two, `~${sign}`, two], inFull),
    ...anyYear.flatMap((year) =>
      rule([one, `~${sign}`, two, `~${sign}`, year], (a, b, year) => byLocale(a, b, century(year))),
    ),
  ]),
  ...["-", "/"].flatMap((sign) =>
    rule([fullYear, `~${sign}`, glued(digits(1, 12, 1, 2))], (year, month) =>
      when(both(theYear(year), months(month)), { as: "cycle" }),
    ),
  ),
  ...rule([digits(1, 12, 1, 2), "~/", glued(fullYear)], (month, year) =>
    when(both(theYear(year), months(month)), { as: "cycle" }),
  ),
  ...rule([one, "/", digits(1, 31, 1, 2)], (a, b) => (a === 24 && b === 7 ? null : byLocale(a, b))),
  ...rule([one, "/", digits(1, 31, 1, 2), "/", digits(0, 2999, 2, 4)], (a, b, year) => byLocale(a, b, century(year))),
  // "due 28.11."; alone it may be a price at the end of a sentence.
  ...rule([one, "~.", two, "~."], (a, b) => byLocale(a, b, undefined, "only")),
  ...rule([form("day"), "~t", glued(clock)], instant),
  ...rule([form("day"), "~t", glued(clock), "~z"], (date, clock) => instant(date, { ...clock, offset: 0 })),
];

function instant({ series }: When, clock: Clock): Meaning {
  return when(atClock(series, { ...clock, exact: true }), { as: "moment" });
}

function inFull(year: number, month: number, day: number): Meaning | null {
  const series = theDay(year, month, day);
  return series ? when(series, { as: "day" }) : null;
}

/** 5/6 is May 6th where the month comes first, else 5 June; a number over 12 can only be the day. Without a year, the coming one. */
function byLocale(a: number, b: number, year?: number, doubt: Doubt = "context") {
  if (a > 12 && b > 12) return null;
  const dateOf = ({ monthFirst }: Reference, year: number) => {
    const [month, day] = b > 12 || (monthFirst && a <= 12) ? [a, b] : [b, a];
    return dateIn(year, month, day);
  };
  const series = once("day", (reference) => {
    if (year !== undefined) return periodOf(dateOf(reference, year));
    const { now } = reference;
    const thisYear = dateOf(reference, now.year);
    const isOver = thisYear && thisYear.until(now.toPlainDate()).sign > 0;
    return periodOf(isOver || !thisYear ? dateOf(reference, now.year + 1) : thisYear);
  });
  return when(series, { as: "day" }, year !== undefined ? {} : { doubt });
}

function periodOf(date: ReturnType<typeof dateIn>) {
  return date && dayPeriod(date);
}
