import { cardinal, form, unitFrom } from "./elements";
import { type Range, rule, type When } from "./grammar";
import { dayPeriod, floor, type Grain, periodAt } from "./period";
import { both, cycleAway, first, nthFrom, once, recurring, within } from "./series";
import { when } from "./whens";

const cycle = unitFrom("day", "year");
const name = form("weekday", "month", "holiday", "season", "weekend");
const NEXT = "next|coming|upcoming|following";
const LAST = "last|past|previous";

/** Days and periods reckoned from now: "tomorrow", "next week", "last Friday", "the week after next". */
export const relative = [
  ...rule(["now"], () => when(present(), { as: "day" }, { doubt: "only" })),
  ...rule(["right|just", "now"], () => when(present(), { as: "day" })),
  ...rule(["today|todays"], () => day(0)),
  ...rule(["tomorrow|tomorrows|tmr|tmrw|tmw|tomoz|tomorow|tommorow|tommorrow|tomorrrow"], () => day(1)),
  ...["2moro", "2morrow", "2mrw"].flatMap((word) => rule([word], () => day(1))),
  ...rule(["tod"], () => ({ ...day(0), doubt: "context" })),
  ...rule(["tom"], () => ({ ...day(1), doubt: "context" })),
  ...rule(["yesterday|yesterdays"], () => ({ ...day(-1), past: true })),
  ...rule(["the?", "day", "after", "tomorrow"], () => day(2)),
  ...rule(["later", "on?", form("day", "part")], (time) => (time.doubt ? null : time)),
  ...rule(["overmorrow"], () => day(2)),
  ...rule(["the?", "day", "before", "yesterday"], () => ({ ...day(-2), past: true })),

  ...rule(["the?", "this|current", cycle], (grain) => period(grain, 0)),
  ...rule(["the?", "this?", NEXT, cycle], (grain) => period(grain, 1)),
  ...rule(["the?", "this?", LAST, cycle], (grain) => period(grain, -1)),
  ...rule(["the", cycle, "after", "next"], (grain) => period(grain, 2)),
  ...rule(["the", cycle, "before", "last"], (grain) => period(grain, -2)),
  ...rule(["the?", "next|following", cardinal(2, 999), unitFrom("second", "year")], (count, grain) =>
    stretch(grain, count),
  ),
  ...rule(["the?", LAST, cardinal(2, 999), unitFrom("second", "year")], (count, grain) => stretch(grain, -count)),
  ...rule(["upcoming|coming", cardinal(2, 999), cycle], (count, grain) => period(grain, count)),
  ...rule([cardinal(2, 999), "upcoming|coming", cycle], (count, grain) => period(grain, count)),
  ...rule(["all", "this?", unitFrom("day", "week")], (grain) => period(grain, 0)),
  ...rule(["the?", "rest|remainder", "of", "the|this", cycle], rest),

  ...rule(["the?", "weekend"], weekend),
  ...rule(["the?", "week", "-", "end"], weekend),
  ...rule(["the?", "weekend", "of|beginning", "the?", form("monthDay", "dayOfMonth")], weekendOf),
  ...rule(["after", "the", form("weekend")], ({ series }) =>
    when(
      within(series, "day", ({ end }) => [periodAt(end, "day")]),
      { as: "day" },
    ),
  ),
  ...rule(["the?", "this|coming|upcoming", name], sure),
  ...rule(["the?", NEXT, name], next),
  ...rule(["the?", "this?", LAST, name], (time) => ({ ...sure(time), past: true })),
  ...rule(["the?", name, "after", "next"], (time) => nth(time, 2)),
  ...rule([form("weekday"), "week"], (time) => weeksLater(time, 1)),
  ...rule([form("weekday"), "fortnight"], (time) => weeksLater(time, 2)),
  ...rule(["today", "week"], () => day(7)),
  ...rule(["tomorrow", "week"], () => day(8)),
  ...rule(["tomorrow", "fortnight"], () => day(15)),
  ...rule([form("weekday"), "next"], (time) => ({ ...next(time), doubt: "last" })),
  ...rule(["a", "week", "on|from", form("weekday")], (time) => weeksLater(time, 1)),
  ...rule(["w", "~/", "~c", "the?", form("monthDay", "day", "dayOfMonth")], weekOf),
  ...rule(["the?", "week", "of|commencing|beginning|starting", "the?", form("monthDay", "day", "dayOfMonth")], weekOf),
];

function present() {
  return once("second", ({ now }) => periodAt(now, "second"));
}

function day(away: number): When {
  return when(cycleAway("day", away), { as: "day" });
}

function period(grain: Grain, away: number): When {
  return when(cycleAway(grain, away), { as: grain === "day" ? "day" : "cycle" });
}

function weekend(): When {
  const series = recurring("day", "week", (origin) => {
    const start = origin.add({ days: (6 - origin.dayOfWeek + 7) % 7 });
    return [{ start, end: start.add({ days: 2 }), grain: "day" }];
  });
  return when(series, { as: "weekend" }, { doubt: "only" });
}

// Said with a word like "this", a name is sure to be a time, and no weekday of some other week.
function sure(time: When): When {
  return { ...time, form: time.form.as === "weekday" ? { as: "day" } : time.form, doubt: undefined };
}

/** "Next Friday" is the Friday of next week, as a calendar counts weeks; any other "next" is the first to come. */
function next(time: When): When {
  if (time.form.as !== "weekday" && time.form.as !== "weekend") return nth({ ...time, skipsToday: true }, 1);
  return when(both(cycleAway("week", 1), time.series), { as: "day" });
}

function nth(time: When, n: number): When {
  const series = nthFrom(n, time.series, ({ now }) => {
    const day = dayPeriod(now.toPlainDate());
    return time.skipsToday ? day : { ...day, end: day.start };
  });
  return when(series, time.form.as === "weekday" ? { as: "day" } : time.form);
}

function weeksLater({ series }: When, weeks: number): When {
  return when(
    nthFrom(weeks + 1, series, ({ now }) => dayPeriod(now.toPlainDate())),
    { as: "day" },
  );
}

function stretch(grain: Grain, count: number): Range {
  const [from, to] = count > 0 ? [1, count] : [count, -1];
  return { is: "range", from: period(grain, from), to: period(grain, to) };
}

function rest(grain: Grain): Range {
  return { is: "range", from: day(0), to: period(grain, 0) };
}

// The weekend that the day is in, or the next one after it.
function weekendOf(day: When): When {
  const series = once("day", (reference) => {
    const found = first(day.series, reference.now, 1, reference);
    if (!found) return undefined;
    const { dayOfWeek } = found.start;
    const start = found.start.add({ days: dayOfWeek === 7 ? -1 : 6 - dayOfWeek });
    return { start, end: start.add({ days: 2 }), grain: "day" };
  });
  return when(series, { as: "weekend" });
}

function weekOf(day: When): When {
  const series = once("week", (reference) => {
    const found = first(day.series, reference.now, 1, reference);
    return found && periodAt(floor("week", found.start, reference.weekStart), "week");
  });
  return when(series, { as: "day" });
}
