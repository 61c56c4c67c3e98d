import type { Context } from "@/language/calendar";
import { today } from "@/language/calendar";
import * as dates from "@/language/dates";
import type { Priority } from "@/language/quick-add";
import { type Clause, type Stretch, without, written } from "./clause";
import * as words from "./lexicon";

export type Span = dates.Span;

/** What a clause says beside its verb; `rest` is what none of these took, as written. */
export type Slots = {
  spans: Span[];
  /** The list or calendar that it names; the name is empty where it is just "my list". */
  list: { name: string } | undefined;
  tags: string[];
  level: Priority | undefined;
  rest: Clause;
};

const QUOTED = /"[^"\n]*"|“[^”\n]*”|«[^»\n]*»/g;

/** Takes apart what a clause says of lists, tags, priority and time. Quoted words are left alone. */
export function readSlots(clause: Clause, context: Context): Slots {
  const list = readList(clause);
  const marks = [...clause.text.matchAll(/(?<!\S)#([\p{L}\p{N}_][\p{L}\p{N}\p{M}_\-/]*)/gu)];
  const level = readLevel(clause);
  const taken = [...(list ? [list.stretch] : []), ...marks.map(stretchOf), ...(level ? [level.stretch] : [])];
  const spans = readSpans(clause.text, context, taken);
  const rest = without(clause, [...taken, ...spans.map((span) => widened(clause.text, span))]);
  return {
    spans,
    list: list && { name: list.name },
    tags: marks.map(([, name = ""]) => name),
    level: level?.level,
    rest: trimmed(rest),
  };
}

/** The times that a text speaks of, outside of quotes and of the stretches given. */
export function readSpans(text: string, context: Context, taken: Stretch[] = []): Span[] {
  const hidden = [...taken, ...[...text.matchAll(QUOTED)].map(stretchOf)];
  const open = hidden.reduce(
    (rest, { start, end }) => rest.slice(0, start) + "\u0001".repeat(end - start) + rest.slice(end),
    text,
  );
  return dates.read(open, context);
}

/** Whether a text speaks of a day or a time that is still to come. */
export function isDated(text: string, context: Context): boolean {
  const now = today(context);
  return readSpans(text, context).some(({ day, repeat }) => repeat !== undefined || day === null || day >= now);
}

const BEFORE =
  /(?:(?<![\p{L}\p{N}])(?:on|at|by|for|in|due|from|until|till|to|starting|scheduled|set|of|around|before|the|this|date|day|as|that is|which is) *)+$/iu;
const AFTER = /^(?:['’]s\b|s['’])/;

// A time with the little words that belong to it: "due on Friday", "Friday's".
export function widened(text: string, { start, end }: Stretch): Stretch {
  const before = BEFORE.exec(text.slice(Math.max(0, start - 30), start))?.[0].length ?? 0;
  return { start: start - before, end: end + (AFTER.exec(text.slice(end, end + 2))?.[0].length ?? 0) };
}

const DETERMINER = "(?:(?:my|the|our|a|an|this|that|your|all|any|new|current|whole|entire|complete|own|main|up|to) )*";
const LIST = new RegExp(
  `(?:^|(?<= ))(?:(?:off of|out of|to|on|onto|in|into|from|off|of|for|at|within|under|inside) )?${DETERMINER}(?<name>(?:(?!(?:to|on|onto|in|into|from|off|of|for|at|and|or|is|are|with|my|the|it|that|,|add|put|remove|have|has|set|as|called)\\b)[^ ,]+ ){0,3}?)(?:to do |task |reminder )*(?:lists?|calend[ae]rs?|schedule|agenda|planner|diary|(?<=(?:my|the|our|your) )(?:to dos?|tasks|chores)|inbox|cart|basket|reminders)(?= |$)(?: (?:of|for) (?<of>(?:(?!(?:at|on|by|in|please|tomorrow|today|tonight|next|this|${words.weekday}|the \\d)\\b)[^ ,]+)(?: (?:(?!(?:at|on|by|in|please|tomorrow|today|if|is|and|that|for)\\b)[^ ,]+)){0,3}))?(?: (?:called|named|titled|labell?ed) (?<named>[^ ,]+(?: (?!on\\b|for\\b|to\\b)[^ ,]+){0,2}))?`,
  "d",
);
const GENERIC =
  /^(?:things?|to|do|dos|tasks?|reminders?|chores?|everything|pending|daily|list|lists|calendar|schedule|of|accomplish|complete|remember|me|the|my|mine|a|an|is|are|clean|clear|it|already|currently|now|be|done|get|stuff|shit|items?|today|tomorrow|week|month|year|monday|tuesday|wednesday|thursday|friday|saturday|sunday|reminded|what|day|date|events?|some|new|old|last|first|second|next|upcoming|any|left|remaining|plate|mind|radar|any|which|have|i|read|check|open|find|show)$/;

/** "on my spring cleaning list", "the list of groceries", "to my calendar": the place that a clause names, and where. */
export function readList(clause: Clause): { name: string; stretch: Stretch } | undefined {
  const match = LIST.exec(clause.plain);
  if (!match) return undefined;
  const { name = "", of = "", named = "" } = match.groups ?? {};
  const ofName = /^(?:things|stuff|items) to (?:buy|get|shop)/.test(of) ? "shopping" : of;
  const telling = [named, name, ofName].map(nameOf).find((one) => one !== "") ?? "";
  const at = match.indices?.[0] ?? [match.index, match.index + match[0].length];
  return { name: telling === "grocery" ? "groceries" : telling, stretch: written(clause, at[0], at[1]) };
}

export function nameOf(phrase: string): string {
  return phrase
    .trim()
    .split(" ")
    .filter((word) => word !== "" && !GENERIC.test(word))
    .join(" ");
}

const LEVELS: Array<[RegExp, Priority]> = [
  [
    /(?:^|(?<= ))(?:(?:with|at|as|of|is|a|an) )*(?:(?:high|highest|top|urgent) priority|priority (?:high|1)|p1|urgent(?:ly)?)(?= |$)/d,
    "high",
  ],
  [/(?:^|(?<= ))(?:(?:with|at|as|of|a) )*(?:(?:medium|normal) priority|priority (?:medium|2)|p2)(?= |$)/d, "medium"],
  [/(?:^|(?<= ))(?:(?:with|at|as|of|a) )*(?:(?:low|lowest) priority|priority (?:low|3)|p3)(?= |$)/d, "low"],
  [/(?:^|(?<= ))(?:(?:with|as) )*(?:no priority|priority none)(?= |$)/d, "none"],
];

function readLevel(clause: Clause): { level: Priority; stretch: Stretch } | undefined {
  const typed = /(?<!\S)!(high|medium|low|1|2|3)(?!\S)/i.exec(clause.text);
  if (typed) return { level: levelOf(typed[1] ?? ""), stretch: stretchOf(typed) };
  for (const [pattern, level] of LEVELS) {
    const at = pattern.exec(clause.plain)?.indices?.[0];
    if (at) return { level, stretch: written(clause, at[0], at[1]) };
  }
  return undefined;
}

/** A priority out of the word that names it: "urgent" is high, "p3" low. */
export function levelOf(word: string): Priority {
  if (/high|top|urgent|important|critical|^p?1$/.test(word)) return "high";
  if (/medium|normal|^p?2$/.test(word)) return "medium";
  return /low|^p?3$/.test(word) ? "low" : "none";
}

// What is left hanging when a list or a time has been taken out of a sentence's end or beginning.
function trimmed(clause: Clause): Clause {
  const text = clause.text
    .replace(/^[\s,:;.–-]+|[\s,:;–-]+$/g, "")
    .replace(/(?:\s+(?:on|at|by|for|in|to|from|of|with|and|the|as|off|is|are|please|due|that|,))+$/i, "")
    .replace(/^(?:(?:and|,|that|is|are)\s+)+/i, "");
  return without({ ...clause, text }, []);
}

function stretchOf(match: RegExpExecArray): Stretch {
  return { start: match.index, end: match.index + match[0].length };
}
