import type { Temporal } from "temporal-polyfill";
import type { Rule as RecurrenceRule } from "../rule";
import type { Grain } from "./period";
import type { Series } from "./series";
import { tokenize } from "./tokens";

/** A length of time in whole units; half an hour is given in minutes. */
export type Length = { amount: Temporal.DurationLike; grain: Grain };

/** A time of day; 24 is the midnight that a day ends with. */
export type Clock = {
  hour: number;
  minute: number;
  second: number;
  grain: Grain;
  /** No half of the day can be mistaken: "15:00", "3pm". */
  exact: boolean;
  /** Written as "8:30" or "8.30". */
  colon?: boolean;
  /** Minutes east of UTC, when it is another zone's. */
  offset?: number;
};

/** What kind of thing a time was said as; rules ask for it. */
export type Form =
  | { as: "weekday"; day: number }
  | { as: "month"; month: number }
  | { as: "monthDay"; month: number; day: number }
  | { as: "dayOfMonth"; day: number }
  | { as: "year" }
  | { as: "cycle" }
  | { as: "day" }
  | { as: "weekend" }
  | { as: "holiday" }
  | { as: "season" }
  | { as: "part"; half: "morning" | "afternoon" | "night"; due: number; days?: Series }
  | { as: "clock"; clock: Clock }
  | { as: "moment" }
  | { as: "away"; length: Length }
  | { as: "edge" };

/**
 * Bare numbers and everyday words are a time only if nothing else is said, or if the words around agree; an adverb ("daily")
 * not where it may be an adjective; what could as well go on ("Friday 7", "30th") as the last thing said; days in the plural
 * ("Mondays") there and ahead of what is done on them; and "the month" never, which is only a part of longer phrases.
 */
export type Doubt = "only" | "context" | "adjective" | "last" | "plural" | "never";

/** A time, single or recurring, and the way it was said. */
export type When = {
  is: "when";
  series: Series;
  form: Form;
  /** "Tuesday" said on a Tuesday is a week away. */
  skipsToday?: boolean;
  /** Which way from now it lies; the coming one unless told. */
  past?: boolean;
  doubt?: Doubt;
  /** Said as what it must be done before: a task is due on the day that goes before it. */
  before?: boolean;
  /** A due date takes the day alone: "in 3 days" is not about the hour. */
  dayOnly?: boolean;
};

/** A time with a beginning, and an end or a length. */
export type Range = { is: "range"; from: When; to: When | Length; doubt?: Doubt };

/** A repetition: its rule, at what time, from when until when, and whether it counts from the day of completion. */
export type Repeat = {
  is: "repeat";
  rule: RecurrenceRule;
  time?: When;
  first?: When;
  last?: When | Length;
  from: "due" | "completion";
  /** What the words mean as a single time, where they can. */
  once?: When;
  doubt?: Doubt;
};

/** All that a phrase can mean. A place is "third", or "last" as -1; a countable is what has places: weeks, Fridays, working days. */
export type Meaning =
  | { is: "digits"; value: number; length: number }
  | { is: "number"; value: number; said: "in figures" | "in words" | "roughly" }
  | { is: "ordinal"; value: number }
  | { is: "unit"; unit: Grain }
  | ({ is: "length" } & Length)
  | { is: "half"; afternoon: boolean }
  | { is: "plural"; day: number }
  | { is: "plurals"; days: number[] }
  | { is: "countable"; series: Series }
  | { is: "place"; n: number }
  | When
  | Range
  | { is: "days"; days: number[] }
  | Repeat;

/** One place in a rule: one of some words, or a phrase with a meaning that `pick` accepts. */
export type Step = { glued: boolean } & ({ words: Set<string> } | Element<unknown>);
export type Element<V> = { is: Meaning["is"]; pick: (meaning: Meaning) => V | undefined };
export type Rule = { steps: Step[]; make: (...values: unknown[]) => Meaning | null | undefined };

type Pattern = readonly (string | Element<unknown>)[];
type Values<P extends Pattern> = P extends readonly [infer Head, ...infer Tail extends Pattern]
  ? Head extends Element<infer V>
    ? [V, ...Values<Tail>]
    : Values<Tail>
  : [];

/**
 * The rules for one phrase. In a pattern "of|in" is one of these words, "of|in?" may be left out, "~:" stands directly after
 * what is before it, "day after" is two words; the rest are elements. Their values go to `make`, which may decline with null.
 */
export function rule<const P extends Pattern>(
  pattern: P,
  make: (...values: Values<P>) => Meaning | null | undefined,
): Rule[] {
  // The values are collected by the pattern's own elements, so they are what `make` asks for.
  const loose = make as unknown as Rule["make"];
  return variants(pattern).map((steps) => ({ steps, make: loose }));
}

function variants([head, ...tail]: Pattern): Step[][] {
  if (head === undefined) return [[]];
  const rest = variants(tail);
  if (typeof head !== "string") return rest.map((steps) => [{ glued: false, ...head }, ...steps]);
  const optional = head.endsWith("?") && head.length > 1;
  const words = stepsOf(optional ? head.slice(0, -1) : head);
  return [...rest.map((steps) => [...words, ...steps]), ...(optional ? rest : [])];
}

function stepsOf(pattern: string): Step[] {
  const glued = pattern.startsWith("~") && pattern.length > 1;
  const text = glued ? pattern.slice(1) : pattern;
  if (text.includes("|")) return [{ glued, words: new Set(text.split("|")) }];
  return tokenize(text).map((token, at) => ({ glued: at === 0 ? glued : token.glued, words: new Set([token.text]) }));
}

/** The same element with no space before it. */
export function glued<V>(element: Element<V>): Element<V> & { glued: true } {
  return { ...element, glued: true };
}

/** The value that a step takes from a meaning, undefined if it does not fit. */
export function matches(step: Step, meaning: Meaning): unknown {
  return "is" in step && step.is === meaning.is ? step.pick(meaning) : undefined;
}
