import { cardinal, form, length, plural, unitFrom } from "./elements";
import { type Length, rule, type When } from "./grammar";
import { back } from "./lengths";
import { lengthOf, type Period, periodAt, type Reference } from "./period";
import { first, nthFrom, once } from "./series";
import { atClock, away, isWithinDay, resolve, weekdays, when } from "./whens";

const anchor = form("monthDay", "holiday", "day", "weekday", "dayOfMonth", "clock", "cycle", "month", "part");
const AGO = "ago|back|earlier";

/** Times counted off in lengths: "in 3 days", "two weeks ago", "3 Fridays from now", "an hour before noon". */
export const counted = [
  ...rule(["in", length], (length) => away(length)),
  ...rule(["within", "the?", "next?", length], (length) => away(length)),
  ...rule(["in", "the", "next", length], (length) => away(length)),
  ...rule([length, "from now"], (length) => away(length)),
  ...rule([length, "hence|later"], (length) => away(length)),
  ...rule([length, "from", "today"], (length) => when(dayAway(length), { as: "day" })),
  ...rule([length, AGO], (length) => ({ ...away(back(length)), past: true })),
  ...rule(["after", length], (length) => away(length)),
  ...rule(["in", cardinal(1, 999)], (count) => ({
    ...away({ amount: { minutes: count }, grain: "minute" }),
    doubt: "only",
  })),

  ...rule([cardinal(1, 99), plural, "from now"], (count, day) => nthWeekday(day, count)),
  ...rule([cardinal(1, 99), plural, "hence"], (count, day) => nthWeekday(day, count)),
  ...rule([cardinal(1, 99), plural, AGO], (count, day) => nthWeekday(day, -count)),
  ...rule([length, "after|from|past", anchor], (length, time) => shifted(time, length)),
  ...rule([length, "before", anchor], (length, time) => shifted(time, back(length))),
  ...rule([form("holiday", "weekday", "month"), form("away")], (time, { form: { length } }) =>
    firstAfter(time, length),
  ),
  ...rule([form("day"), ",?", form("away")], (_, away) => away),
  ...rule([form("clock"), ",?", form("away")], ({ form: { clock } }, { form: { length } }) =>
    isWithinDay(length.grain) ? null : when(atClock(dayAway(length), clock), { as: "moment" }),
  ),
  ...rule(["the?", unitFrom("day", "month"), "after|following", anchor], (unit, time) =>
    shifted(time, { amount: lengthOf(unit), grain: unit }),
  ),
  ...rule(["the?", unitFrom("day", "month"), "before|preceding", anchor], (unit, time) =>
    shifted(time, { amount: lengthOf(unit, -1), grain: unit }),
  ),
];

function nthWeekday(day: number, count: number): When {
  return when(nthFrom(count, weekdays(day), today), { as: "day" }, { past: count < 0 });
}

function today({ now }: Reference): Period {
  return periodAt(now.with({ hour: 0, minute: 0, second: 0 }), "day");
}

function dayAway({ amount }: Length) {
  return once("day", ({ now }) => periodAt(now.add(amount).with({ hour: 0, minute: 0, second: 0 }), "day"));
}

// Hours are counted from a time of day, days from a day.
function shifted(time: When, length: Length): When | null {
  const fine = isWithinDay(length.grain);
  if (fine !== isWithinDay(time.series.grain)) return null;
  const series = once(fine ? "minute" : time.series.grain, (reference) => {
    const base = resolve(time, reference);
    return base && periodAt(base.start.add(length.amount), fine ? "minute" : base.grain);
  });
  return when(series, { as: "day" });
}

// "Thanksgiving in a year" is the first one once that year is over.
function firstAfter(time: When, { amount }: Length): When {
  const series = once(time.series.grain, (reference) => first(time.series, reference.now.add(amount), 1, reference));
  return when(series, { as: "day" });
}
