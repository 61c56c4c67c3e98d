import { amount, digits, length, unit, unitFrom } from "./elements";
import { glued, type Length, type Meaning, rule } from "./grammar";
import { compareGrains, type Grain, lengthOf } from "./period";

const UNITS: Record<string, Grain> = {
  "second|seconds|sec|secs": "second",
  "minute|minutes|min|mins": "minute",
  "hour|hours|hr|hrs": "hour",
  "day|days": "day",
  "week|weeks|wk|wks": "week",
  "month|months": "month",
  "quarter|quarters|qtr|qtrs": "quarter",
  "year|years|yr|yrs": "year",
};
const LETTERS: Record<string, Grain> = { s: "second", m: "minute", h: "hour", d: "day", w: "week" };
const hour = unitFrom("hour", "hour");

/** Lengths of time: "three weeks", "an hour and a half", "1/4 h", "a fortnight". */
export const lengths = [
  ...Object.entries(UNITS).flatMap(([words, unit]) => rule([words], () => ({ is: "unit", unit }))),
  ...rule([amount, "more?", unit], (count, unit) => lasting(count, unit)),
  ...rule([amount, "-", unit], (count, unit) => lasting(count, unit)),
  ...rule(["a|an", unit], (unit) => lasting(1, unit)),
  ...rule(["a|one?", "fortnight"], () => lasting(2, "week")),
  ...rule([amount, "fortnights"], (count) => lasting(2 * count, "week")),
  ...Object.entries(LETTERS).flatMap(([letter, unit]) => rule([amount, `~${letter}`], (count) => lasting(count, unit))),
  ...rule([amount, "h"], (count) => lasting(count, "hour")),
  ...rule([digits(1, 999), '~"'], (count) => lasting(count, "second")),
  ...rule([digits(1, 999), "~'"], (count) => lasting(count, "minute")),
  ...rule(["half", "a|an", unit], (unit) => lasting(0.5, unit)),
  ...rule(["a?", "half", "-?", hour], () => lasting(0.5, "hour")),
  ...rule(["a|an", unitFrom("hour", "week"), "and a half"], (unit) => lasting(1.5, unit)),
  ...rule(["a|one?", "quarter", "of?", "a|an", hour], () => lasting(0.25, "hour")),
  ...rule(["three", "-?", "quarters", "of?", "a|an", hour], () => lasting(0.75, "hour")),
  ...rule([digits(1, 3), "~/", glued(digits(2, 4)), "of?", "a|an?", hour], (top, bottom) =>
    lasting(top / bottom, "hour"),
  ),
  ...rule([digits(1, 3), "~/", glued(digits(2, 4)), "h"], (top, bottom) => lasting(top / bottom, "hour")),
  ...rule(["about|around|approximately|roughly|exactly|just|nearly|another", length], (length) => ({
    is: "length",
    ...length,
  })),
  ...rule([length, ",?", "and?", length], (a, b) =>
    compareGrains(a.grain, b.grain) > 0
      ? { is: "length", amount: Object.assign({}, b.amount, a.amount), grain: b.grain }
      : null,
  ),
];

const PARTS: Partial<Record<Grain, [Grain, number]>> = {
  hour: ["minute", 60],
  day: ["hour", 24],
  week: ["day", 7],
  year: ["month", 12],
  minute: ["second", 60],
};

// Half an hour is thirty minutes: a calendar counts in whole units.
function lasting(count: number, grain: Grain): Meaning | null {
  if (Number.isInteger(count)) return count > 9999 ? null : { is: "length", amount: lengthOf(grain, count), grain };
  const [part, size] = PARTS[grain] ?? [];
  if (!part || !size) return null;
  const finest = part === "minute" ? "minute" : part;
  return { is: "length", amount: lengthOf(part, Math.round(count * size)), grain: finest };
}

/** The same length back in time. */
export function back({ amount, grain }: Length): Length {
  const negated = Object.fromEntries(Object.entries(amount).map(([unit, count]) => [unit, -count]));
  return { amount: negated, grain };
}
