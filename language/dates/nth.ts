import { atLeast, cardinal, form, ordinal, unitFrom } from "./elements";
import { type Form, rule, type When } from "./grammar";
import { compareGrains, type Grain, type Period } from "./period";
import { both, cycleAway, every, nthFrom, nthIn, once, type Series } from "./series";
import { daysOfMonth, resolve, when } from "./whens";

const inner = form("weekday", "weekend");
const innerUnit = unitFrom("day", "quarter");
const outer = atLeast("week");
const OF = "of|in|from|'s";

/** Times by their place in a longer one: "first Tuesday of October", "2nd last week of 2018", "20th of next month", "third quarter". */
export const nths = [
  ...rule(["the?", ordinal(), inner, OF, "the?", outer], (n, time, outer) => nthOf(n, time.series, outer)),
  ...rule(["the?", ordinal(), innerUnit, OF, "the?", outer], (n, unit, outer) => nthOf(n, every(unit), outer)),
  ...rule(["the?", "last", inner, OF, "the?", outer], (time, outer) => nthOf(-1, time.series, outer)),
  ...rule(["the?", "last", innerUnit, OF, "the?", outer], (unit, outer) => nthOf(-1, every(unit), outer)),
  ...["-?", "to"].flatMap((to) => [
    ...rule(["the?", ordinal(), to, "last", inner, OF, "the?", outer], (n, time, outer) =>
      nthOf(-n, time.series, outer),
    ),
    ...rule(["the?", ordinal(), to, "last", innerUnit, OF, "the?", outer], (n, unit, outer) =>
      nthOf(-n, every(unit), outer),
    ),
  ]),
  ...rule(["the?", ordinal(), inner, "after|following", atLeast("day")], (n, time, anchor) =>
    after(n, time.series, anchor),
  ),
  ...rule(["the?", ordinal(), inner, "before", atLeast("day")], (n, time, anchor) => after(-n, time.series, anchor)),
  ...rule(["the?", ordinal(), innerUnit, "after", atLeast("day")], (n, unit, anchor) => after(n, every(unit), anchor)),
  ...rule(["the?", form("weekday"), "after|following", form("monthDay", "day", "holiday")], (time, anchor) =>
    after(1, time.series, anchor),
  ),
  ...rule(["the?", form("weekday"), "before|preceding", form("monthDay", "day", "holiday")], (time, anchor) =>
    after(-1, time.series, anchor),
  ),
  ...rule(["the?", ordinal(), "day?", "of|in", "the?", atLeast("month")], (n, month) => dayOf(n, month)),
  ...rule(["the?", cardinal(1, 31), "of", "the?", form("cycle")], (n, month) => dayOf(n, month)),
  ...(["month", "year", "week", "quarter"] as const).flatMap((grain) => [
    ...rule(["the?", ordinal(), inner, OF, "the", grain], (n, time) => nthOf(n, time.series, present(grain))),
    ...rule(["the?", "last", inner, OF, "the", grain], (time) => nthOf(-1, time.series, present(grain))),
    ...rule(["the?", "last", "day", OF, "the", grain], () => nthOf(-1, every("day"), present(grain))),
    ...rule(["the?", ordinal(), "day?", OF, "the", grain], (n) => nthOf(n, every("day"), present(grain))),
  ]),
  ...rule(["the?", ordinal(4), unitFrom("quarter", "quarter")], (n) =>
    when(nthIn(n, every("quarter"), every("year")), { as: "cycle" }),
  ),
  ...["1", "2", "3", "4"].flatMap((n) => [
    ...rule(["q", `~${n}`], () => ({
      ...when(nthIn(Number(n), every("quarter"), every("year")), { as: "cycle" }),
      doubt: "context",
    })),
    ...rule([form("year"), "~q", `~${n}`], (year) =>
      when(nthIn(Number(n), every("quarter"), year.series), { as: "cycle" }),
    ),
  ]),
  ...rule(["the?", "closest|nearest", form("weekday", "holiday", "monthDay"), "to", atLeast("day")], (time, anchor) =>
    closest(1, time, anchor),
  ),
  ...rule(
    ["the?", ordinal(9), "closest|nearest", form("weekday", "holiday", "monthDay"), "to", atLeast("day")],
    closest,
  ),
];

function present(grain: Grain): When {
  return when(cycleAway(grain, 0), { as: "cycle" });
}

function nthOf(n: number, inner: Series, outer: When): When | null {
  if (compareGrains(inner.grain, outer.series.grain) >= 0) return null;
  const form: Form = inner.grain === "day" ? { as: "day" } : { as: "cycle" };
  return when(nthIn(n, inner, outer.series), form, { past: outer.past });
}

function dayOf(n: number, outer: When): When | null {
  if (outer.series.grain === "month")
    return when(both(outer.series, daysOfMonth(n)), { as: "day" }, { past: outer.past });
  return outer.series.grain === "year" ? null : nthOf(n, every("day"), outer);
}

function after(n: number, inner: Series, anchor: When): When {
  return when(
    nthFrom(n, inner, (reference) => resolve(anchor, reference)),
    { as: inner.grain === "day" ? "day" : "cycle" },
  );
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
