import { when as anyTime, atLeast, clock, day, form } from "./elements";
import { rule, type When } from "./grammar";
import { compareGrains, type Period } from "./period";
import { both, first, once } from "./series";
import { atClock, when } from "./whens";

const dayLike = day;
const coarse = atLeast("week");
const year = form("year", "cycle");
const ABOUT = "around|about|approximately|circa|exactly|maybe|probably|sometime|roughly";

/** How times stand together ("Friday 13 May 2016 at 3pm"), and the little words that belong to them ("on", "at", "by"). */
export const compose = [
  ...rule([form("weekday"), ",?", "the?", form("monthDay", "day", "dayOfMonth")], (weekday, date) =>
    together(weekday, date),
  ),
  ...rule(
    [form("monthDay", "holiday", "month", "season", "edge", "day", "weekend"), ",?", "of|in|'s?", "the?", year],
    (date, year) => inOuter(date, year),
  ),
  ...rule([form("weekday", "part"), "of|from|in?", "the?", form("cycle")], (date, outer) => inOuter(date, outer)),
  ...rule([form("cycle", "month"), "'s?", form("weekday")], (outer, date) => inOuter(date, outer)),
  ...rule([form("month"), ",?", form("dayOfMonth")], (month, date) => together(month, date)),
  ...rule([form("cycle"), "on", "the?", form("weekday", "dayOfMonth")], (outer, date) => inOuter(date, outer)),

  ...rule([dayLike, ",?", "at|@|for|from|by|around|about|approximately|-?", clock], (date, clock) =>
    onDay(date, clock),
  ),
  ...rule([dayLike, ",?", "(", clock, ")"], (date, clock) => onDay(date, clock)),
  ...rule([clock, ",?", "on|for|of?", "the?", dayLike], (clock, date) => onDay(date, clock)),

  ...rule(["on|for|this|come", dayLike], (time) => sure(time)),
  ...rule(["in|during|over|throughout", coarse], (time) => sure(time)),
  ...rule(["for", form("cycle")], (time) => sure(time)),
  ...rule(["in|during|for|over|at|on", "the?", form("holiday", "weekend", "edge")], (time) => sure(time)),
  ...rule(["at|@|for", form("clock")], (time) => sure(time)),
  ...rule([ABOUT, anyTime], (time) => time),
  ...rule(
    ["by|before|until|untill|till|til|through|thru|after|since|from|starting|due|no later than", "the?", anyTime],
    (time) => sure(time),
  ),
  ...rule(["no later than", anyTime], (time) => sure(time)),
  ...rule(["on|by|until", "or?", "before|after", anyTime], (time) => sure(time)),
];

// With a preposition an everyday word is a time, but a bare number still is not.
function sure(time: When): When {
  return time.form.as === "clock" || time.doubt === "never" ? time : { ...time, doubt: undefined };
}

// A date said with its weekday is the nearest such day, before or after: "Sunday, Feb 10" on the 12th is the day before yesterday.
function together(a: When, b: When): When {
  const days = both(a.series, b.series);
  const nearest = once("day", (reference) => {
    const [ahead, behind] = [first(days, reference.now, 1, reference), first(days, reference.now, -1, reference)];
    if (!ahead || !behind) return ahead ?? behind;
    const daysTo = ({ start }: Period) => Math.abs(reference.now.until(start, { largestUnit: "day" }).days);
    return daysTo(behind) < daysTo(ahead) ? behind : ahead;
  });
  return when(a.form.as === "weekday" && b.form.as === "monthDay" ? nearest : days, { as: "day" });
}

function inOuter(inner: When, outer: When): When | null {
  if (
    outer.doubt === "never" ||
    inner.past ||
    inner.series.cycle === "once" ||
    compareGrains(inner.series.grain, outer.series.grain) >= 0
  )
    return null;
  return when(
    both(outer.series, inner.series),
    inner.form.as === "part" ? inner.form : inner.series.grain === "day" ? { as: "day" } : { as: "cycle" },
    { past: outer.past },
  );
}

function onDay(date: When, clock: Parameters<typeof atClock>[1]): When {
  return when(atClock(date.series, clock), { as: "moment" }, { skipsToday: date.skipsToday, past: date.past });
}
