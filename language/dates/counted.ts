import { cardinal, form, length, plural, unitFrom } from "./elements";
import { type Length, rule, type When } from "./grammar";
import { back } from "./lengths";
import { compareGrains, dayPeriod, lengthOf, type Period, periodAt, type Reference } from "./period";
import { first, nthFrom, once } from "./series";
import { atClock, away, isWithinDay, resolve, weekdays, when } from "./whens";

const anchor = form("monthDay", "holiday", "day", "weekday", "dayOfMonth", "clock", "cycle", "month", "part");
const AGO = "ago|back|earlier";

/** Times counted off in lengths: "in 3 days", "two weeks ago", "3 Fridays from now", "an hour before noon". */
export const counted = [
  ...rule(["in", length], away),
  ...rule(["within", "the?", "next?", length], away),
  ...rule(["in|over|during", "the", "next|coming", length], away),
  ...rule(["in|over|within", "the", "next|coming", unitFrom("minute", "hour")], (unit) =>
    away({ amount: lengthOf(unit), grain: unit }),
  ),
  ...rule([length, "from now"], away),
  ...rule([length, "hence|later"], away),
  ...rule(["in", length, "'s|'?", "time"], away),
  ...rule([length, "from?", "today"], (length) => when(dayAway(length), { as: "day" })),
  // "Three weeks tomorrow" counts from there.
  ...rule([length, form("day")], weeksOn),
  ...rule([length, "on", form("weekday")], weeksOn),
  ...rule(["this|same", "time", form("day", "weekday")], (day) => day),
  ...rule(["this|same", "time", "next", unitFrom("week", "year")], (unit) =>
    when(dayAway({ amount: lengthOf(unit), grain: unit }), { as: "day" }),
  ),
  ...rule([length, AGO], (length) => ({ ...away(back(length)), past: true })),
  ...rule(["after", length], away),
  ...rule(["in", cardinal(1, 999)], (count) => ({
    ...away({ amount: { minutes: count }, grain: "minute" }),
    doubt: "only",
  })),

  ...rule([cardinal(1, 99), plural, "from now"], (count, day) => nthWeekday(day, count)),
  ...rule([cardinal(1, 99), plural, "hence"], (count, day) => nthWeekday(day, count)),
  ...rule([cardinal(1, 99), plural, AGO], (count, day) => nthWeekday(day, -count)),
  ...rule([length, "after|from|past", anchor], shifted),
  ...rule([length, "before", anchor], (length, time) => shifted(back(length), time)),
  ...rule([form("holiday", "weekday", "month"), form("away")], firstAfter),
  ...rule([form("day"), ",?", form("away")], (_, away) => away),
  ...rule([form("clock"), ",?", form("away")], ({ form: { clock } }, { form: { length } }) =>
    isWithinDay(length.grain) ? null : when(atClock(dayAway(length), clock), { as: "moment" }),
  ),
  ...rule(["the?", unitFrom("day", "month"), "after|following", anchor], (unit, time) =>
    shifted({ amount: lengthOf(unit), grain: unit }, time),
  ),
  ...rule(["the?", unitFrom("day", "month"), "before|preceding", anchor], (unit, time) =>
    shifted({ amount: lengthOf(unit, -1), grain: unit }, time),
  ),
];

function nthWeekday(day: number, count: number): When {
  return when(nthFrom(count, weekdays(day), today), { as: "day" }, { past: count < 0 });
}

function today({ now }: Reference): Period {
  return dayPeriod(now.toPlainDate());
}

function dayAway({ amount }: Length) {
  return once("day", ({ now }) => dayPeriod(now.toPlainDate().add(amount)));
}

// "Two days on Monday" is how long.
function weeksOn(length: Length, day: When): When | null {
  return compareGrains(length.grain, "week") < 0 ? null : shifted(length, day);
}

// Hours are counted from a time of day, days from a day.
function shifted(length: Length, time: When): When | null {
  const fine = isWithinDay(length.grain);
  if (fine !== isWithinDay(time.series.grain)) return null;
  const series = once(fine ? "minute" : time.series.grain, (reference) => {
    const base = resolve(time, reference);
    return base && periodAt(base.start.add(length.amount), fine ? "minute" : base.grain);
  });
  return when(series, { as: "day" });
}

// "Thanksgiving in a year" is the first one once that year is over.
function firstAfter(time: When, { form: { length } }: When & { form: { length: Length } }): When {
  const series = once(time.series.grain, (reference) =>
    first(time.series, reference.now.add(length.amount), 1, reference),
  );
  return when(series, { as: "day" });
}
