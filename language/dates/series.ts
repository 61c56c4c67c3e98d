import type { Temporal } from "temporal-polyfill";
import { compareGrains, floor, type Grain, isBefore, lengthOf, type Period, periodAt, type Reference } from "./period";

type Moment = Temporal.PlainDateTime;

/**
 * A time that may come more than once: `walk` gives its periods away from a moment, with step 1 those that end after it in
 * order, with step -1 those that ended by it, latest first. `cycle` is how often it comes.
 */
export type Series = {
  grain: Grain;
  cycle: Grain | "once";
  walk(from: Moment, step: 1 | -1, reference: Reference): Iterable<Period>;
};

// Far enough for a 29 February on a Sunday (40 years) and near enough to give up soon on what never comes.
const FARTHEST = 60;

/** A series that comes in each `cycle`: `make` gives the periods of the one that begins at `origin`, in order. */
export function recurring(
  grain: Grain,
  cycle: Grain,
  make: (origin: Moment, reference: Reference) => Period[],
  options: { mayBeUnderWay: boolean } = { mayBeUnderWay: true },
): Series {
  function* walk(from: Moment, step: 1 | -1, reference: Reference) {
    const first = floor(cycle, from, reference.weekStart);
    for (let away = -1; away < FARTHEST; away++) {
      const origin = first.add(lengthOf(cycle, away * step));
      const periods = make(origin, reference);
      if (step === -1) periods.reverse();
      for (const period of periods) {
        const ahead = options.mayBeUnderWay ? isBefore(from, period.end) : !isBefore(period.start, from);
        if (step === 1 ? ahead : !isBefore(from, period.end)) yield period;
      }
    }
  }
  return { grain, cycle, walk };
}

/** A time that comes once, reckoned from the reference. */
export function once(grain: Grain, make: (reference: Reference) => Period | undefined): Series {
  function* walk(from: Moment, step: 1 | -1, reference: Reference) {
    const period = make(reference);
    if (period && (step === 1) === isBefore(from, period.end)) yield period;
  }
  return { grain, cycle: "once", walk };
}

/** The year, quarter, … that lies `away` from the present one. */
export function cycleAway(grain: Grain, away: number): Series {
  return once(grain, ({ now, weekStart }) => periodAt(floor(grain, now, weekStart).add(lengthOf(grain, away)), grain));
}

/** Every year, every quarter, …, aligned to the calendar. */
export function every(grain: Grain): Series {
  return recurring(grain, grain, (origin) => [periodAt(origin, grain)]);
}

/** What both say: the periods of the finer that begin within one of the coarser, or the same day said twice ("Friday 13 May"). */
export function both(a: Series, b: Series): Series {
  const [outer, inner] = holds(a, b) ? [a, b] : [b, a];
  return within(outer, inner.grain, (period, reference) => [...innersOf(period, inner, reference)]);
}

/** The `n`th of `inner` within each of `outer`, from the end when negative; what is only partly inside does not count. */
export function nthIn(n: number, inner: Series, outer: Series): Series {
  return within(outer, inner.grain, (period, reference) => {
    const whole = [...innersOf(period, inner, reference)].filter(({ end }) => !isBefore(period.end, end));
    const found = whole.at(n > 0 ? n - 1 : n);
    return found ? [found] : [];
  });
}

/** The `n`th of `inner` after `anchor`, before it when negative. */
export function nthFrom(n: number, inner: Series, anchor: (reference: Reference) => Period | undefined): Series {
  return once(inner.grain, (reference) => {
    const base = anchor(reference);
    if (!base) return undefined;
    const step = n > 0 ? 1 : -1;
    let left = Math.abs(n);
    for (const period of inner.walk(n > 0 ? base.end : base.start, step, reference)) {
      if ((step === -1 || !isBefore(period.start, base.end)) && --left === 0) return period;
    }
    return undefined;
  });
}

/** The same series with other periods made of each of its own. */
export function within(outer: Series, grain: Grain, make: (period: Period, reference: Reference) => Period[]): Series {
  function* walk(from: Moment, step: 1 | -1, reference: Reference) {
    for (const period of outersFrom(outer, from, step, reference)) {
      const inside = make(period, reference);
      if (step === -1) inside.reverse();
      for (const found of inside) if ((step === 1) === isBefore(from, found.end)) yield found;
    }
  }
  return { grain, cycle: outer.cycle, walk };
}

/** The first period of a series, walking from a moment. */
export function first(series: Series, from: Moment, step: 1 | -1, reference: Reference): Period | undefined {
  for (const period of series.walk(from, step, reference)) return period;
  return undefined;
}

function holds(a: Series, b: Series) {
  const byGrain = compareGrains(a.grain, b.grain);
  if (byGrain !== 0 || a.cycle === b.cycle) return byGrain >= 0;
  return a.cycle === "once" || (b.cycle !== "once" && compareGrains(a.cycle, b.cycle) > 0);
}

// Going back, the period that holds the moment comes first: part of it is past.
function* outersFrom(outer: Series, from: Moment, step: 1 | -1, reference: Reference) {
  let left = FARTHEST;
  if (step === -1) {
    const present = first(outer, from, 1, reference);
    if (present && isBefore(present.start, from)) yield present;
  }
  for (const period of outer.walk(from, step, reference)) {
    if (left-- === 0) return;
    yield period;
  }
}

function* innersOf(outer: Period, inner: Series, reference: Reference) {
  for (const period of inner.walk(outer.start, 1, reference)) {
    if (!isBefore(period.start, outer.end)) return;
    if (!isBefore(period.start, outer.start)) yield period;
  }
}
