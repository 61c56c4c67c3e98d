import type { Context } from "@/language/calendar";
import type { Priority } from "@/language/quick-add";
import { type Clause, read, slice, without, written } from "./clause";
import { nameOf } from "./lists";
import { placesIn } from "./places";
import { readSlots } from "./slots";
import { stems } from "./stems";
import { type Hours, hoursOf, readTellingSpans, type Span } from "./times";

/** Which tasks a phrase means, before any look-up. */
export type Reference = {
  /** As written, without times and lists: what to call them when none is found. */
  phrase: string;
  /** Stems that the title should hold. */
  words: string[];
  /** Places in what was listed last, as `placesIn` counts them. */
  numbers: number[];
  pronoun?: "one" | "many";
  /** Every task that fits, not the one. */
  all: boolean;
  /** The soonest that fits. */
  next: boolean;
  span?: Span;
  /** At what time of whatever day they are due. */
  hours?: Hours;
  /** The list or tag named. */
  list?: string;
  view?: "overdue" | "completed" | "trash";
  priority?: Priority;
  except?: Reference;
  /** Several names in one breath: "the books and the stamps". */
  parts?: Reference[];
  /** The same where it may be one name that holds an "and" ("salt and pepper"), or a description and names ("everything tagged work and the report"). */
  joined?: Reference[];
};

const KINDS = "(?:tasks|items|events|reminders|meetings|appointments|alarms|errands|chores|to dos|entries|things)";
const ONE =
  /^(?:it|that|this|(?:that|this|the same|the new) (?:one|task|item|thing|event|reminder|appointment|meeting|list)|the (?:one|task|item|event|reminder) (?:you|i|we) just (?:added|made|created|moved|changed|set)|the (?:task|item|one|event|reminder)|what (?:you|i) just (?:added|did))$/;
const MANY =
  /^(?:all (?:of )?)?(?:them|those|these|(?:those|these|the) (?:ones|tasks|items|two|three|four|five|things|\d+))(?: all)?$|^(?:both|both of (?:them|those|these)|all of it|the lot|they)$/;
const ALL = new RegExp(
  `^(?:(?:and|just) )?(?:all|everything|every|each|any|anything|whatever|both|the (?:rest|whole|entire|remaining)|my (?:whole|entire)|stuff|what is left|(?:(?:my|the) )?(?:remaining )?${KINDS})(?= |$)|^(?:my|our|any|those|these)? ?(?:\\S+ ){0,2}${KINDS}$`,
);
const NEXT =
  /^(?:the |my |what is (?:the |my )?)?(?:next|first|soonest|earliest) (?!week|month|year|two|three|\d)|^(?:the |my )?next$/;
/** "… except the stamps", and what is excepted. */
export const EXCEPT =
  / (?:except|excepting|(?:, )?but(?: not)?|apart from|other than|besides|save|, (?:and )?not)(?: for)? (.+)$/;

// "the alarm that I have set", "the meeting scheduled for …": says no more than that there is one.
const MADE =
  /(?:^| )(?:(?:that |which )?(?:i|we)(?: have|['’]ve| had)? )?(?:just |already )*(?:set|scheduled|planned|booked|made|created|added|held|recorded|listed|noted)(?: up| down)?(?: for| on| at| in)?$/i;

/** Reads which tasks a phrase means: "the second one", "everything in errands but the stamps", "tomorrow's dentist". */
export function readReference(clause: Clause, context: Context): Reference {
  const numbers = placesIn(clause.plain);
  if (numbers.length > 0) return { phrase: clause.text, words: [], numbers, all: false, next: false };
  const except = EXCEPT.exec(clause.plain);
  if (except) {
    const kept = without(clause, [written(clause, except.index, clause.plain.length)]);
    return { ...readReference(kept, context), except: readReference(read(except[1] ?? ""), context) };
  }
  const whole = described(clause, context);
  const parts = conjuncts(clause, / (?:, )?(?:and |, )(?=(?:the|my) )/g).map((part) => described(part, context));
  if (parts.length > 1 && parts.every(isName)) return whole.all ? whole : { ...whole, parts };
  const joined = conjuncts(clause, / (?:, )?(?:and |, )/g).map((part) => described(part, context));
  const isMixed = joined.some(isDescription) && joined.some(isName);
  const areAll = joined.every((part) => isName(part) || isDescription(part));
  return joined.length > 1 && areAll && (isMixed || !whole.all) ? { ...whole, joined } : whole;
}

const isName = ({ words, all }: Reference) => words.length > 0 && !all;
/** "Everything tagged work": all of a list, whatever it is called. */
const isDescription = ({ words, all, list }: Reference) => all && words.length === 0 && list !== undefined;

// "the library books and the stamps" are two, having an article each; "salt and pepper" may be one.
function conjuncts(clause: Clause, joint: RegExp): Clause[] {
  const joints = [...clause.plain.matchAll(joint)];
  const starts = [0, ...joints.map(({ index, 0: { length } }) => index + length)];
  return starts.map((start, at) => slice(clause, start, joints[at]?.index));
}

function described(clause: Clause, context: Context): Reference {
  const { spans, list, tags, level, rest } = readSlots(clause, context, readTellingSpans);
  const span = spans.find(({ isTimeOnly }) => !isTimeOnly) ?? spans[0];
  const hours = hoursOf(spans);
  const view = viewOf(clause.plain);
  const tagged = view === "trash" ? undefined : taggedIn(rest.plain);
  const naming = tagged ? without(rest, [written(rest, tagged.from, rest.plain.length)]) : rest;
  const plain = naming.plain.replace(/^(?:of|on|in|for|to) /, "");
  const named = stems(namingWords(naming.text, view));
  const words = list && named.every((word) => CONTENTS.has(word)) ? [] : named;
  const name = tags[0] ?? tagged?.name ?? (list?.name || undefined);
  const narrowed = Boolean(view || level || list || span || tagged);
  return {
    phrase: rest.text.replace(/^(?:all|every|any) (?:of )?(?:the |my )?|^(?:the|my|our|a|an) /i, "").replace(MADE, ""),
    words,
    numbers: [],
    all: ALL.test(plain) || (narrowed && words.length === 0 && !ONE.test(plain)),
    next: NEXT.test(plain),
    ...(!narrowed && ONE.test(plain) && { pronoun: "one" as const }),
    ...(!narrowed && MANY.test(plain) && { pronoun: "many" as const }),
    ...(span && { span }),
    ...(hours && { hours }),
    ...(name && { list: name }),
    ...(view && { view }),
    ...(level && { priority: level }),
  };
}

function viewOf(plain: string): Reference["view"] {
  if (/\b(?:overdue|late|past due|behind|missed|slipped)\b/.test(plain)) return "overdue";
  if (/\b(?:in|from|of) (?:the |my )?(?:trash|bin)\b|\bdeleted\b|\btrash\b/.test(plain)) return "trash";
  return /\b(?:completed|done|finished|ticked|checked)\b|\bdid (?:i|we) (?:already )?(?:complete|do|finish|tick|check)\b/.test(
    plain,
  )
    ? "completed"
    : undefined;
}

const TAGGED =
  /(?:^|(?<= ))(?:tagged|labell?ed|under|with (?:the )?tags?|with (?:the )?label)(?: as| with)? (?<name>[^ ]+(?: [^ ]+)?)$/;
const WITH_TAG = /(?:^|(?<= ))with (?:the |my )?(?<name>[^ ]+) (?:tag|label)$/;
const IN_ALL = new RegExp(
  `^(?:all|everything|every|each|any|anything|whatever|what|stuff|${KINDS})(?: (?:is|are|of|my|the|that|left|open|stuff|${KINDS}))* (?<place>(?:in|under|from|on|for|about) (?:my |the )?(?<name>[^ ]+(?: [^ ]+)?))$`,
);

/** A tag by its place in the phrase: "everything in errands", "tasks tagged home". */
function taggedIn(plain: string): { name: string; from: number } | undefined {
  const match = TAGGED.exec(plain) ?? WITH_TAG.exec(plain) ?? IN_ALL.exec(plain);
  if (!match?.groups?.name || nameOf(match.groups.name) === "") return undefined;
  const from = match.groups.place ? plain.length - match.groups.place.length : match.index;
  return { name: match.groups.name.replace(/^#/, ""), from };
}

// "All data from my calendar" is all that is there; without a list it may be anything.
const CONTENTS = new Set(stems("data information info details contents notifications alerts plans"));

// Words of order and state say which of several, and are no part of a name.
function namingWords(text: string, view: Reference["view"]): string {
  const bare = text.replace(
    /\b(?:next|previous|last|upcoming|recurring|left|open|remaining|soonest|current|present|existing|most|recent|latest|early|earlier|late|no longer|instead)\b/gi,
    " ",
  );
  return view
    ? bare.replace(
        /\b(?:overdue|late|past|behind|missed|slipped|deleted|trash|bin|completed|done|finished|ticked|checked)\b/gi,
        " ",
      )
    : bare;
}
