import type { Clock, Element, Form, Length, Meaning, Range, Repeat, When } from "./grammar";
import { compareGrains, type Grain } from "./period";
import type { Series } from "./series";

type As<A extends Form["as"]> = Extract<Form, { as: A }>;

/** A whole number in digits or words. */
export function cardinal(least: number, most: number): Element<number> {
  return element("number", ({ value, said }) => {
    const fits = value >= least && value <= most && Number.isInteger(value) && said !== "roughly";
    return fits ? value : undefined;
  });
}

/** A number of any kind, "a couple" and "2.5" too. */
export const amount: Element<number> = element("number", (meaning) => meaning.value);

/** A number said in words. */
export function spoken(least: number, most: number): Element<number> {
  return element("number", ({ value, said }) =>
    said === "in words" && value >= least && value <= most ? value : undefined,
  );
}

/** A number in `lengths` digits. */
export function digits(least: number, most: number, ...lengths: number[]): Element<number> {
  return element("digits", ({ value, length }) => {
    const fits = value >= least && value <= most && (lengths.length === 0 || lengths.includes(length));
    return fits ? value : undefined;
  });
}

/** "third", "3rd"; from 1 to `most`. */
export function ordinal(most = 31): Element<number> {
  return element("ordinal", ({ value }) => (value >= 1 && value <= most ? value : undefined));
}

export const unit: Element<Grain> = element("unit", (meaning) => meaning.unit);

/** A unit between two grains, these included. */
export function unitFrom(finest: Grain, coarsest: Grain): Element<Grain> {
  return element("unit", ({ unit }) =>
    compareGrains(unit, finest) >= 0 && compareGrains(unit, coarsest) <= 0 ? unit : undefined,
  );
}

export const length: Element<Length> = element("length", ({ amount, grain }) => ({ amount, grain }));
export const when: Element<When> = element("when", (meaning) => meaning);
export const range: Element<Range> = element("range", (meaning) => meaning);

/** A time said as one of some forms. */
export function form<A extends Form["as"]>(...forms: A[]): Element<When & { form: As<A> }> {
  return element("when", (meaning) => (isForm(meaning, forms) ? meaning : undefined));
}

/** A time of day that is no mere number after "at" or "from". */
export const sureClock: Element<Clock> = element("when", ({ form, doubt }) =>
  form.as === "clock" && !doubt ? form.clock : undefined,
);

/** A clock's time or a part of the day, of no day in particular. */
export const timeOfDay: Element<When> = element("when", (meaning) => {
  const { form, doubt } = meaning;
  return (form.as === "part" && !form.days) || (form.as === "clock" && doubt !== "only") ? meaning : undefined;
});

/** A time at least as coarse as `grain`. */
export function atLeast(grain: Grain): Element<When> {
  return element("when", (meaning) => (compareGrains(meaning.series.grain, grain) >= 0 ? meaning : undefined));
}

/** A day or days: anything said at the grain of a day, weekends too. */
export const day: Element<When> = element("when", (meaning) => (meaning.series.grain === "day" ? meaning : undefined));

/** A time of day, of no day in particular. */
export const clock: Element<Clock> = element("when", ({ form, doubt }) =>
  form.as === "clock" && doubt !== "only" ? form.clock : undefined,
);

/** The same where it cannot be a length: "Thursday 8h" is a time, "8h Thursday" how long. */
export const leadingClock: Element<Clock> = element("when", ({ form, doubt }) =>
  form.as === "clock" && doubt !== "only" && doubt !== "never" ? form.clock : undefined,
);

/** "Fridays": the weekday, 1 = Monday. */
export const plural: Element<number> = element("plural", (meaning) => meaning.day);

/** What can be counted off within something longer: weeks, Fridays, working days. */
export const countable: Element<Series> = element("countable", (meaning) => meaning.series);

/** "third", or "last" as -1. */
export const place: Element<number> = element("place", (meaning) => meaning.n);

/** Weekdays one after the other: "Mon, Wed and Fri". */
export const listedDays: Element<number[]> = element("days", (meaning) => meaning.days);

/** Several in the plural: "Mondays, Wednesdays and Fridays". */
export const listedPlurals: Element<number[]> = element("plurals", (meaning) => meaning.days);
export const repeat: Element<Repeat> = element("repeat", (meaning) => meaning);

/** "am" or "pm": true for the afternoon. */
export const half: Element<boolean> = element("half", (meaning) => meaning.afternoon);

function element<K extends Meaning["is"], V>(
  is: K,
  pick: (meaning: Extract<Meaning, { is: K }>) => V | undefined,
): Element<V> {
  return { is, pick: (meaning) => (meaning.is === is ? pick(meaning as Extract<Meaning, { is: K }>) : undefined) };
}

function isForm<A extends Form["as"]>(meaning: When, forms: A[]): meaning is When & { form: As<A> } {
  return forms.some((form) => form === meaning.form.as);
}
