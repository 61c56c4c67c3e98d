import { when as anyTime, atLeast, clock, day, digits, form, leadingClock } from "./elements";
import { type Clock, type Form, glued, rule, type When } from "./grammar";
import { compareGrains, type Period } from "./period";
import { both, first, once } from "./series";
import { atClock, when } from "./whens";

const coarse = atLeast("week");
const year = form("year", "cycle");
const dotted = [digits(0, 23, 1, 2), "~.", glued(digits(0, 59, 2))] as const;
const ABOUT = "around|about|approximately|circa|exactly|maybe|probably|sometime|roughly";

/** How times stand together ("Friday 13 May 2016 at 3pm"), and the little words that belong to them ("on", "at", "by"). */
export const compose = [
  ...rule([form("weekday"), ",?", "the?", form("monthDay", "day", "dayOfMonth")], together),
  ...rule(
    [form("monthDay", "holiday", "month", "season", "edge", "day", "weekend"), ",?", "of|in|'s?", "the?", year],
    inOuter,
  ),
  ...rule([form("weekday", "part"), "of|from|in?", "the?", form("cycle")], inOuter),
  ...rule([form("cycle"), "'s?", form("weekday")], (outer, date) => inOuter(date, outer)),
  // "June on Friday" is whom one meets then.
  ...rule([form("month"), "'s", form("weekday")], (outer, date) => inOuter(date, outer)),
  ...rule([form("month"), ",?", form("dayOfMonth")], together),
  ...rule([form("cycle"), "on", "the?", form("weekday", "dayOfMonth")], (outer, date) => inOuter(date, outer)),

  ...rule([day, ",?", "at|@|for|from|by|around|about|approximately|-?", clock], onDay),
  ...rule([day, ",?", "(", clock, ")"], onDay),
  // "7.30 tomorrow"; without a day it is as likely a price.
  ...rule([...dotted, "on?", form("day", "weekday")], (hour, minute, date) => onDay(date, atDot(hour, minute))),
  ...rule([form("day", "weekday"), ",?", ...dotted], (date, hour, minute) => onDay(date, atDot(hour, minute))),
  ...rule([form("day", "weekday"), digits(1, 12, 1, 2)], atNumber),
  ...rule([leadingClock, ",?", "on|for|of?", "the?", day], (clock, date) => onDay(date, clock)),

  ...rule(["on|for|this|come", day], sure),
  ...rule(["in|during|over|throughout", coarse], sure),
  ...rule(["for", form("cycle")], sure),
  ...rule(["in|during|for|over|at|on", "the?", form("holiday", "weekend", "edge")], sure),
  ...rule(["at|@|for", form("clock")], sure),
  ...rule([ABOUT, anyTime], (time) => time),
  ...rule(["before", "the?", anyTime], (time) => ({ ...sure(time), before: true })),
  ...rule(["by|until|untill|till|til|through|thru|after|since|from|starting|due", "the?", anyTime], bound),
  ...rule(["no later than", anyTime], sure),
  ...rule(["on|by|until", "or?", "before|after", anyTime], sure),
];

// With a preposition an everyday word is a time, but a bare number still is not.
function sure(time: When): When {
  return time.form.as === "clock" || time.doubt === "never" ? time : { ...time, doubt: undefined };
}

// "Mon thru Fri" is a stretch, not a list of two weekdays.
function bound(time: When): When {
  return { ...sure(time), form: time.form.as === "weekday" ? { as: "day" } : time.form };
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
  const isFixed = inner.past || inner.series.cycle === "once" || outer.doubt === "never";
  if (isFixed || compareGrains(inner.series.grain, outer.series.grain) >= 0) return null;
  const form: Form = { as: inner.series.grain === "day" ? "day" : "cycle" };
  return when(both(outer.series, inner.series), inner.form.as === "part" ? inner.form : form, { past: outer.past });
}

// "Vet Saturday 10" ends with an hour; "Saturday 10 pages" goes on, and "2.10.3" is no date with one.
function atNumber(date: When, hour: number): When | null {
  if (date.doubt === "only") return null;
  return { ...onDay(date, { hour, minute: 0, second: 0, grain: "hour", exact: false }), doubt: "last" };
}

function atDot(hour: number, minute: number): Clock {
  return { hour, minute, second: 0, grain: "minute", exact: hour > 12, colon: true };
}

function onDay(date: When, clock: Clock): When {
  return when(atClock(date.series, clock), { as: "moment" }, { skipsToday: date.skipsToday, past: date.past });
}
