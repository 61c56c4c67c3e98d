import { atLeast, cardinal, countable, form, ordinal, place, unitFrom } from "./elements";
import { type Form, type Meaning, rule, type When } from "./grammar";
import { compareGrains, dayPeriod, type Period } from "./period";
import { both, cycleAway, every, nthFrom, nthIn, once, recurring, type Series } from "./series";
import { daysOfMonth, resolve, when } from "./whens";

const OF = "of|in|from|'s";
const named = form("weekday", "holiday", "monthDay");

const workingDays = recurring("day", "week", (origin) =>
  [0, 1, 2, 3, 4, 5, 6].flatMap((days) => {
    const date = origin.toPlainDate().add({ days });
    return date.dayOfWeek <= 5 ? [dayPeriod(date)] : [];
  }),
);

/** Times by their place in a longer one or beside another: "first Tuesday of October", "2nd last week of 2018", "20th of next month". */
export const nths = [
  ...rule([ordinal()], (n) => ({ is: "place", n })),
  ...rule(["last"], () => ({ is: "place", n: -1 })),
  ...rule([ordinal(), "-?", "to?", "last"], (n) => ({ is: "place", n: -n })),
  ...rule(["penultimate"], () => ({ is: "place", n: -2 })),

  ...rule([unitFrom("day", "quarter")], (unit) => ({ is: "countable", series: every(unit) })),
  ...rule([form("weekday", "weekend")], ({ series }) => ({ is: "countable", series })),
  ...rule(["weekday|workday"], () => ({ is: "countable", series: workingDays })),
  ...rule(["working|business", "day"], () => ({ is: "countable", series: workingDays })),

  // "The month" is this one, but only in "the end of the month" and the like.
  ...(["week", "month", "quarter", "year"] as const).flatMap((grain) =>
    rule(["the?", grain], () => when(cycleAway(grain, 0), { as: "cycle" }, { doubt: "never" })),
  ),

  ...rule(["the?", place, countable, OF, "the?", atLeast("week")], nthOf),
  ...rule([form("cycle"), "'s", place, countable], (outer, n, inner) => nthOf(n, inner, outer)),
  ...rule(["the?", ordinal(), "day?", "of|in", "the?", atLeast("month")], dayOf),
  ...rule(["the?", cardinal(1, 31), "of", "the?", form("cycle")], dayOf),

  ...rule(["the?", ordinal(), countable, "after|following", atLeast("day")], nthAfter),
  ...rule(["the?", ordinal(), countable, "before", atLeast("day")], (n, series, anchor) =>
    nthAfter(-n, series, anchor),
  ),
  ...rule(["the?", named, "after|following", named], ({ series }, anchor) => nthAfter(1, series, anchor)),
  ...rule(["the?", named, "before|preceding", named], ({ series }, anchor) => nthAfter(-1, series, anchor)),
  ...rule(["the?", "closest|nearest", named, "to", atLeast("day")], (time, anchor) => closest(1, time, anchor)),
  ...rule(["the?", ordinal(9), "closest|nearest", named, "to", atLeast("day")], closest),
];

function nthOf(n: number, inner: Series, outer: When): Meaning | null {
  if (compareGrains(inner.grain, outer.series.grain) >= 0) return null;
  // As with "the 1st of the month": what is over in this one is the next one's.
  const cycles = outer.doubt === "never" ? every(outer.series.grain) : outer.series;
  return when(nthIn(n, inner, cycles), formOf(inner), { past: outer.past });
}

function dayOf(n: number, outer: When): Meaning | null {
  if (outer.series.grain !== "month") return null;
  // "The 1st of the month" may be over in this one: the next that comes is meant.
  const days = outer.doubt === "never" ? daysOfMonth(n) : both(outer.series, daysOfMonth(n));
  return when(days, { as: "day" }, { past: outer.past });
}

function nthAfter(n: number, inner: Series, anchor: When): When {
  const series = nthFrom(n, inner, (reference) => resolve(anchor, reference));
  return when(series, formOf(inner));
}

function formOf({ grain }: Series): Form {
  return { as: grain === "day" ? "day" : "cycle" };
}

function closest(n: number, { series: inner }: When, anchor: When): When {
  const series = once(inner.grain, (reference) => {
    const base = resolve(anchor, reference)?.start;
    if (!base) return undefined;
    const near = ([1, -1] as const).flatMap((step) => firstOf(n, inner.walk(base, step, reference)));
    const distance = ({ start }: Period) => Math.abs(base.until(start, { largestUnit: "day" }).days);
    return near.sort((a, b) => distance(a) - distance(b))[n - 1];
  });
  return when(series, { as: "day" });
}

function firstOf(n: number, periods: Iterable<Period>) {
  const found: Period[] = [];
  for (const period of periods) if (found.push(period) === n) break;
  return found;
}
