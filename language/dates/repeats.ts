import type { Rule } from "../rule";
import {
  cardinal,
  digits,
  form,
  length,
  listedDays,
  listedPlurals,
  ordinal,
  place,
  plural,
  range,
  repeat,
  timeOfDay,
  unitFrom,
} from "./elements";
import { glued, rule } from "./grammar";
import {
  after,
  atHour,
  by,
  fromCompletion,
  isPlain,
  nthDay,
  nthWorkingDay,
  onDate,
  onDays,
  onMonthDays,
  onNthDay,
  onWeekDays,
  repeating,
  stretch,
  sure,
  timed,
  WORKING,
  without,
} from "./repeat";

const EVERY = "every|each";
const ADVERBS: Record<string, Rule> = {
  "daily|everyday": { frequency: "DAILY" },
  weekly: { frequency: "WEEKLY" },
  "biweekly|fortnightly": { frequency: "WEEKLY", interval: 2 },
  monthly: { frequency: "MONTHLY" },
  quarterly: { frequency: "MONTHLY", interval: 3 },
  "yearly|annually": { frequency: "YEARLY" },
};
const EXCEPT = [",?", "except|but|excluding", "for|on?"] as const;
/** Weekdays as timetables write them. */
const TIMETABLE: Record<string, number[]> = {
  "m ~- ~f": WORKING,
  "m ~- ~th": [1, 2, 3, 4],
  "m ~/ ~w ~/ ~f": [1, 3, 5],
  mwf: [1, 3, 5],
  "t|tu ~/ ~th": [2, 4],
  "tth|tuth": [2, 4],
};
const FINISHED = [
  ...["i finish", "i finish it", "i complete it", "i've finished", "i'm done", "i am done", "it's done", "done"],
  ...["completion", "completing", "completing it", "finishing", "finishing it"],
];
const hour = digits(1, 12, 1, 2);
const cycle = unitFrom("day", "year");
const weekday = form("weekday");
const day = form("day", "monthDay", "weekday", "month", "cycle", "edge", "holiday");

/** Repetitions: "every 3 days", "every other Tuesday", "the 15th of each month", "10 days after I finish". */
export const repeats = [
  ...rule([weekday], ({ form }) => ({ is: "days", days: [form.day] })),
  ...rule([listedDays, ",|and|&|/?", "and?", weekday], (days, { form }) => ({ is: "days", days: [...days, form.day] })),
  ...rule([weekday, "-|to|through", weekday], (from, to) => ({
    is: "days",
    days: stretch(from.form.day, to.form.day),
  })),

  ...Object.entries(ADVERBS).flatMap(([words, recurrence]) =>
    rule([words], () => ({ ...repeating(recurrence), doubt: "adjective" })),
  ),
  ...rule([EVERY, "single?", cycle], (unit) => by(unit)),
  ...rule(["once", "a|an|per|every|each", cycle], (unit) => by(unit)),
  ...rule([EVERY, "fortnight"], () => by("week", 2)),
  ...rule(["every!", cycle], (unit) => fromCompletion(by(unit))),
  ...rule([EVERY, cardinal(1, 999), cycle], (count, unit) => by(unit, count)),
  ...rule(["every!", cardinal(1, 999), cycle], (count, unit) => fromCompletion(by(unit, count))),
  ...rule([EVERY, "other|second|alternate", cycle], (unit) => by(unit, 2)),
  ...rule([EVERY, ordinal(99), cycle], (n, unit) => by(unit, n)),
  ...rule(["every", "couple", "of?", cycle], (unit) => by(unit, 2)),
  ...rule([EVERY, listedDays], (days) => onDays(days)),
  ...rule(["every!", listedDays], (days) => fromCompletion(onDays(days))),
  ...rule([EVERY, plural], (day) => onDays([day])),
  ...rule([EVERY, "other|alternate", listedDays], (days) => onDays(days, 2)),
  ...rule([EVERY, cardinal(2, 99), plural], (count, day) => onDays([day], count)),
  ...rule(["on", plural], (day) => onDays([day])),
  ...rule(["on?", "alternate", plural], (day) => onDays([day], 2)),
  ...rule(["for?", plural, "at|@?", timeOfDay], (day, time) => ({ ...onDays([day]), time })),
  ...rule([plural], (day) => ({ ...onDays([day]), doubt: "plural" })),
  ...rule([plural, ",|and|&|/?", "and?", plural], (...days) => ({ is: "plurals", days })),
  ...rule([listedPlurals, ",|and|&|/?", "and?", plural], (days, day) => ({ is: "plurals", days: [...days, day] })),
  ...rule(["on?", listedPlurals], (days) => onDays(days)),
  // No single task is due on several days: "gym mon wed fri" is each week's.
  ...rule([listedDays, ",|and|&|/?", "and?", weekday], (days, { form }) => ({
    ...onDays([...days, form.day]),
    doubt: "adjective",
  })),
  // As in Todoist, "mon-fri" repeats every week; so does any other stretch of weekdays once it has a time ("yoga tue-thu 7am").
  ...rule([weekday, "-|to|through|thru", weekday], (from, to) => ({
    ...onDays(stretch(from.form.day, to.form.day)),
    doubt: from.form.day === 1 && to.form.day === 5 ? "adjective" : "never",
  })),
  ...Object.entries(TIMETABLE).flatMap(([words, days]) =>
    rule(words.split(" "), () => ({ ...onDays(days), doubt: "adjective" })),
  ),
  ...rule([EVERY, "weekday|workday"], () => onDays(WORKING)),
  ...rule([EVERY, "week|work|working|business", "-?", "day"], () => onDays(WORKING)),
  ...rule(["on?", "weekdays|workdays"], () => onDays(WORKING)),
  ...rule(["on|at", "the?", "weekends"], () => onDays([6, 7])),
  ...rule(["weekends"], () => ({ ...onDays([6, 7]), doubt: "plural" })),
  ...rule(["weekends", timeOfDay], (time) => ({ ...onDays([6, 7]), time })),
  ...rule([EVERY, "weekend"], () => onDays([6])),
  ...rule([EVERY, "weekend", "day"], () => onDays([6, 7])),

  ...rule([EVERY, form("part")], (part) => (part.form.days ? null : repeating({ frequency: "DAILY" }, { time: part }))),
  ...rule([EVERY, listedDays, form("part")], (days, part) => (part.form.days ? null : { ...onDays(days), time: part })),
  ...rule([EVERY, form("month")], ({ form }) => onDate({ month: form.month, day: 1 })),
  ...rule([EVERY, form("monthDay")], (date) => onDate(date.form)),
  ...rule([EVERY, "year", "on?", "the?", form("monthDay")], (date) => onDate(date.form)),
  ...rule(["yearly|annually", "on?", "the?", form("monthDay")], (date) => onDate(date.form)),
  ...rule(["on?", form("monthDay"), "every|each", "year"], (date) => onDate(date.form)),

  ...["", " of the month", " of each month", " of every month"].flatMap((month) =>
    rule([EVERY, ordinal(), ...month.split(" ").filter(Boolean)], (n) =>
      repeating({ frequency: "MONTHLY", byMonthDay: [n] }),
    ),
  ),
  ...rule(["on|for?", "the?", ordinal(), "day?", "of", EVERY, "month"], (n) =>
    repeating({ frequency: "MONTHLY", byMonthDay: [n] }),
  ),
  ...rule(["on?", "the?", ordinal(), "and|&", "the?", ordinal(), "day?", "of", EVERY, "month"], (a, b) =>
    repeating({ frequency: "MONTHLY", byMonthDay: [a, b] }),
  ),
  ...rule(["on?", "the?", "last", "day", "of", EVERY, "month"], () =>
    repeating({ frequency: "MONTHLY", byMonthDay: [-1] }),
  ),
  ...rule([EVERY, "last", "day", "of|in", "the|each|every?", "month"], () =>
    repeating({ frequency: "MONTHLY", byMonthDay: [-1] }),
  ),
  ...rule([repeat, "on?", "the?", ordinal()], (repeat, n) => onMonthDays(repeat, [n])),
  ...rule([repeat, "on?", "the", ordinal(), "and|&", "the?", ordinal()], (repeat, a, b) => onMonthDays(repeat, [a, b])),
  ...rule([repeat, "on", "the", "last", "day"], (repeat) => onMonthDays(repeat, [-1])),
  ...rule([repeat, "on", listedDays], (repeat, days) => onWeekDays(repeat, days)),
  ...rule([repeat, "on", plural], (repeat, day) => onWeekDays(repeat, [day])),
  ...rule([repeat, "on", "weekdays|workdays"], (repeat) => onWeekDays(repeat, WORKING)),
  ...rule([repeat, "on", "weekend", "days"], (repeat) => onWeekDays(repeat, [6, 7])),
  // "Every second Tuesday" skips one; only of a month it is the second.
  ...rule(["every", ordinal(5), weekday], (n, { form }) => (n === 2 ? onDays([form.day], 2) : nthDay(n, form.day))),
  ...rule(["every", ordinal(5), weekday, "of|in", "the", "month"], (n, { form }) => nthDay(n, form.day)),
  ...rule(["every", "last", weekday, "of|in?", "the?", "month?"], ({ form }) => nthDay(-1, form.day)),
  ...rule(["on?", "the?", place, weekday, "of|in", EVERY, "month"], (n, { form }) => nthDay(n, form.day)),
  // "The last Friday of the month", of no month in particular, is each month's.
  ...rule(["on?", "the?", place, weekday, "of the month"], (n, { form }) => nthDay(n, form.day, true)),
  ...rule([repeat, "on?", "the", place, weekday], (repeat, n, { form }) => onNthDay(repeat, n, form.day)),
  ...["weekday|workday", "week|work|working|business day"].flatMap((words) => {
    const workingDay = words.split(" ");
    return [
      ...rule(["on?", "the?", place, ...workingDay, "of|in", "the|every|each", "month"], (n) => nthWorkingDay(n)),
      ...rule(["every", place, ...workingDay, "of|in?", "the?", "month?"], (n) => (n === -1 ? nthWorkingDay(n) : null)),
      ...rule([repeat, "on?", "the", place, ...workingDay], (repeat, n) =>
        isPlain(repeat) && repeat.rule.frequency === "MONTHLY" ? nthWorkingDay(n, repeat.rule.interval) : null,
      ),
    ];
  }),

  // "Every day but Sunday", "weekdays except Friday".
  ...[listedDays, listedPlurals].flatMap((days) => rule([repeat, ...EXCEPT, days], without)),
  ...rule([repeat, ...EXCEPT, plural], (repeat, day) => without(repeat, [day])),
  ...rule([repeat, ...EXCEPT, "the?", "weekend|weekends"], (repeat) => without(repeat, [6, 7])),

  ...rule([repeat, ",?", "at|@?", timeOfDay], timed),
  ...rule([repeat, hour], atHour),
  ...rule([repeat, ",?", "from|between?", hour, "-|to|till|until|and", hour], (repeat, from) => atHour(repeat, from)),
  ...rule([repeat, hour, "~.", glued(digits(0, 59, 2))], atHour),
  ...rule([timeOfDay, ",?", repeat], (time, repeat) => ({ ...sure(repeat), time })),
  ...rule([repeat, ",?", "until|till|til|through|thru", "the?", day], (repeat, last) => ({ ...repeat, last })),
  ...rule([repeat, ",?", "for", length], (repeat, last) => ({ ...repeat, last })),
  ...rule([repeat, ",?", "for?", cardinal(1, 999), "times|occurrences"], (repeat, count) => ({
    ...repeat,
    rule: { ...repeat.rule, count },
  })),
  ...rule([repeat, ",?", "starting|from|beginning|since", "on?|from?", "the?", day], (repeat, first) => ({
    ...repeat,
    first,
  })),
  ...rule([repeat, ",?", range], (repeat, { from, to }) =>
    from.form.as === "clock" ? timed(repeat, from) : { ...repeat, first: from, last: to },
  ),
  ...FINISHED.flatMap((finished) => [
    ...rule([length, "after", finished], (length) => after(length)),
    ...rule([repeat, "after", finished], fromCompletion),
  ]),
];
