import type { Context } from "@/language/calendar";
import { type Clause, type Quote, read, slice, without, written } from "./clause";
import type { Sense } from "./grammar/rule";
import { MUSING } from "./grammar/undoing";
import { recognise } from "./intent";
import { strip } from "./lead";
import { straighten } from "./order";
import { correctVerb } from "./spelling";
import { isDated } from "./times";

/** One thing that a message asks for, as far as its words go; which tasks it is about has yet to be looked up. */
export type Request = {
  sense: Sense;
  /** The clause without its courtesies. */
  clause: Clause;
  /** The part that says of what. */
  body: Clause;
  /** What else the grammar named in it: "title", "tag", "note", "level", "to", "field". */
  parts: Record<string, Clause>;
  /** The command in front of both, as written. */
  lead: string;
  /** Only if it is not there yet: "if not, add it". */
  absent: boolean;
  /** The same as several requests, if the tasks that all of these name are there: "rename it to call Ann and buy milk to oat milk". */
  several?: Request[];
  /** It goes on beyond what was read of it. */
  isCut?: true;
  /** The command is another text's, or may be. */
  quote?: Quote;
};

const ABSENT =
  /(?:^|(?<= ))(?:only )?(?:if (?:it|they|that|there|i|we) (?:is|are|do|does|have|has) not(?: (?:already|yet|there|on|have|in|it|any|listed|the|my|shopping|list|one|them))*|if not(?: already)?(?: (?:on|in|there|the|my|list))*)(?= |$)(?: ,)?/;

// What a clause asks for shows at its beginning; beyond it there can only be more of a title.
const TELLING = 400;
const LONGEST = 1_500;
const ADDS = new Set<Sense>(["add", "offer"]);

/** What changes nothing. */
export const HARMLESS = new Set<Sense>([
  "show",
  "clock",
  "help",
  "greet",
  "thanks",
  "yes",
  "no",
  "stop",
  "again",
  "offer",
  "none",
]);

/** Reads one clause of a message. */
export function readRequest(whole: Clause, context: Context): Request {
  const part = slice(whole, 0, LONGEST);
  const greeting = recognise(part, () => false);
  if (greeting.sense === "greet" || greeting.sense === "thanks") return { ...greeting, clause: part, absent: false };
  const bare = mended(strip(straighten(strip(spoken(part)))));
  const condition = ABSENT.exec(bare.plain);
  const clause = condition
    ? strip(without(bare, [written(bare, condition.index, condition.index + condition[0].length)]))
    : bare;
  const short = slice(clause, 0, TELLING);
  const meant = recognise(short, () => isDated(short.text, context));
  const isMused =
    (meant.sense === "undo" && MUSING.test(part.plain)) ||
    (whole.asked && (meant.sense === "undo" || meant.sense === "complete"));
  const intent = isMused ? { ...meant, sense: "none" as const } : meant;
  const beyond = clause.text.slice(clause.text.indexOf(short.text) + short.text.length);
  const isCut = part.plain.length < whole.plain.length || (beyond.trim() !== "" && !ADDS.has(intent.sense));
  const body = beyond && ADDS.has(intent.sense) ? read(intent.body.text + beyond) : intent.body;
  const quote = quoteOf(strip(part), intent.lead);
  return {
    ...intent,
    body,
    clause: short,
    absent: condition !== null,
    ...(isCut && { isCut }),
    ...(quote && { quote }),
  };
}

/** A quoted name is one's own words; all of a clause, or its command, is not. */
function quoteOf({ tokens }: Clause, lead: string): Quote | undefined {
  const [first] = tokens;
  if (lead === "" && !tokens.every(({ quote }) => quote)) return undefined;
  return first?.quote;
}

const WITHOUT_SUBJECT = /^(?:need (?!not\b)|got to |have to |have got to |want to |must |ought to |supposed to )/;

// Spoken English leaves the "I" out: "need milk", "gotta call mum", "gonna visit Tom on Friday".
function spoken(clause: Clause): Clause {
  const bare = strip(clause);
  if (/^(?:going|supposed|meant) to /.test(bare.plain)) return read(`I am ${bare.text}`);
  return WITHOUT_SUBJECT.test(bare.plain) ? read(`I ${bare.text}`) : clause;
}

// A verb may be misspelt, or be an "-ing" after "would you mind", where nothing but a verb can stand.
function mended(clause: Clause): Clause {
  const [first] = clause.tokens;
  const verb = first && correctVerb(first.word);
  return !first || !verb || verb === first.word ? clause : read(verb + clause.text.slice(first.end));
}
