import { cardinal, digits, form, ordinal, spoken } from "./elements";
import { glued, rule, type When } from "./grammar";
import { both } from "./series";
import { days, daysOfMonth, months, theYear, weekdays, when } from "./whens";

// The name, then what it is shortened to, which may end with a full stop.
const WEEKDAYS =
  "monday mon,tuesday tue tues,wednesday wed weds,thursday thu thur thurs,friday fri,saturday sat,sunday sun";
const MONTHS =
  "january jan,february feb,march mar,april apr,may,june jun,july jul,august aug,september sep sept,october oct,november nov,december dec";
// Everyday words, which are days only where the rest of the sentence says so.
const DOUBTFUL = new Set(["sun", "sat", "wed", "mon"]);
const ERAS: Array<[string, 1 | -1]> = [
  ...["ad", "ce", "a.d.", "c.e."].map((era): [string, 1] => [era, 1]),
  ...["bc", "bce", "b.c.", "b.c.e", "b.c.e."].map((era): [string, -1] => [era, -1]),
];

const month = form("month");
const monthDay = form("monthDay");
const weekday = form("weekday");

/** Weekdays, months, days of a month and years, and what they make together. */
export const calendarDays = [
  ...named(WEEKDAYS, (name, at) => theWeekday(at + 1, DOUBTFUL.has(name))),
  ...named(MONTHS, (_, at) => theMonth(at + 1)),
  ...WEEKDAYS.split(",").flatMap((names, at) =>
    rule([plurals(names.split(" "))], () => ({ is: "plural", day: at + 1 })),
  ),

  ...rule([month, ",?", digits(1, 31, 1, 2)], ({ form }, day) => theMonthDay(form.month, day)),
  ...rule([month, spoken(1, 31)], ({ form }, day) => ({ ...theMonthDay(form.month, day), doubt: "context" })),
  ...rule([month, "-", glued(digits(1, 31, 1, 2))], ({ form }, day) => theMonthDay(form.month, day)),
  ...rule([month, "the?", ordinal()], ({ form }, day) => theMonthDay(form.month, day)),
  ...rule(["the?", ordinal(), "day?", "of?", month], (day, { form }) => theMonthDay(form.month, day)),
  ...rule(["the?", cardinal(1, 31), "of?", month], (day, { form }) => theMonthDay(form.month, day)),
  ...rule([digits(1, 31, 1, 2), "~-", glued(month)], (day, { form }) => theMonthDay(form.month, day)),
  ...rule([monthDay, ",?", "'?", digits(0, 99, 2)], (date, year) => ({
    ...date,
    series: both(theYear(century(year)), date.series),
  })),
  ...rule([digits(1, 31, 1, 2), "~-", glued(month), "~-", glued(digits(0, 99, 2))], (day, { form }, year) => ({
    ...theMonthDay(form.month, day),
    series: both(theYear(century(year)), days(form.month, day)),
  })),
  ...rule([monthDay, "~-", glued(form("year"))], (date, year) => ({ ...date, series: both(year.series, date.series) })),
  ...rule(["the", "ides", "of", month], ({ form }) =>
    theMonthDay(form.month, [3, 5, 7, 10].includes(form.month) ? 15 : 13),
  ),

  ...rule(["the", ordinal()], (day) => theDayOfMonth(day)),
  ...rule([digits(1, 31, 1, 2), "~st|nd|rd|th"], (day) => ({ ...theDayOfMonth(day), doubt: "last" })),
  ...rule(["on", "the?", ordinal()], (day) => theDayOfMonth(day)),
  ...rule(["on?", "the", digits(1, 31, 1, 2)], (day) => ({ ...theDayOfMonth(day), doubt: "context" })),
  ...rule([weekday, ",?", "the?", ordinal()], (day, date) => when(both(daysOfMonth(date), day.series), { as: "day" })),

  // From 13 on it can be no hour.
  ...rule([weekday, ",?", digits(13, 31, 2)], (day, date) =>
    when(both(daysOfMonth(date), day.series), { as: "dayOfMonth", day: date }),
  ),

  ...rule([digits(1000, 2999, 4)], bareYear),
  ...rule(["two thousand", "and?", cardinal(1, 99)], (year) => bareYear(2000 + year)),
  ...rule(["twenty", cardinal(10, 99)], (year) => bareYear(2000 + year)),
  ...ERAS.flatMap(([era, sign]) =>
    rule([cardinal(1, 9999), era], (year) => when(theYear(sign * year), { as: "year" })),
  ),
];

/** Two digits of a year as the year that people now alive mean: 74 is 1974, 15 is 2015. */
export function century(year: number): number {
  if (year >= 100) return year;
  return year < 50 ? 2000 + year : 1900 + year;
}

function named(list: string, make: (name: string, at: number) => When) {
  return list.split(",").flatMap((names, at) =>
    names.split(" ").flatMap((name, shortened) => {
      const meaning = make(name, at);
      return rule(shortened ? [name, "~.?"] : [name], () => meaning);
    }),
  );
}

// "Weds" is one Wednesday.
function plurals(names: string[]): string {
  return names.flatMap((name) => (names.includes(`${name}s`) ? [] : [`${name}s`])).join("|");
}

function bareYear(year: number): When {
  return when(theYear(year), { as: "year" }, { doubt: "only" });
}

function theWeekday(day: number, isDoubtful: boolean): When {
  return when(weekdays(day), { as: "weekday", day }, { skipsToday: true, doubt: isDoubtful ? "context" : undefined });
}

// Months are people and verbs too: alone they need a word like "in".
function theMonth(month: number): When {
  return when(months(month), { as: "month", month }, { doubt: "only" });
}

function theMonthDay(month: number, day: number): When {
  return when(days(month, day), { as: "monthDay", month, day });
}

function theDayOfMonth(day: number): When {
  return when(daysOfMonth(day), { as: "dayOfMonth", day });
}
