import { type Clause, written } from "./clause";
import * as words from "./lexicon";
import type { Stretch } from "./stretch";

/** A list as a clause names it: its name, empty for "my list" and the calendar, and how it was put. */
export type List = { name: string; said: string; stretch: Stretch };

const PLACE = "(?:off of|out of|to|on|onto|in|into|from|off|of|for|at|within|under|inside)";
const DETERMINER = "(?:my|the|our|a|an|this|that|your|all|any|new|current|whole|entire|complete|own|main|up|to)";
const DATES =
  "monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|april|june|july|august|september|october|november|december|today|tomorrow|tonight|week|month|morning|afternoon|evening|weekend|one|two|three|four|five|six|seven|eight|nine|ten";
const NO_NAME = `(?:${DATES}|to|on|onto|in|into|from|off|of|for|at|and|or|is|are|was|were|with|my|the|it|that|,|add|put|remove|delete|clear|have|has|had|set|as|about|called|there|does|do|did|make|made|any|which|what|show|read|check|open|find|tell|give|me|i)`;
const NOUN =
  "(?:lists?|calend[ae]rs?|schedule|agenda|planner|diary|(?<=(?:my|the|our|your) )(?:to dos?|tasks|chores)|inbox|cart|basket|reminders)";
const OF = `(?:(?!(?:at|on|by|in|please|tomorrow|today|tonight|next|this|${words.weekday}|the \\d)\\b)[^ ,]+)(?: (?:(?!(?:at|on|by|in|please|tomorrow|today|if|is|and|that|for|with|containing|including)\\b)[^ ,]+)){0,3}`;
const LIST = new RegExp(
  `(?:^|(?<= ))(?:${PLACE} )?(?:${DETERMINER} )*(?<name>(?:(?!${NO_NAME}\\b)[^ ,]+ ){0,3}?)(?:to do |task |reminder )*${NOUN}(?= |$)(?:(?<=lists?) (?:of|for) (?<of>${OF}))?(?: (?:called|named|titled|labell?ed) (?<named>[^ ,]+(?: (?!on\\b|for\\b|to\\b)[^ ,]+){0,2}))?`,
  "d",
);

// Words in a list's name that do not tell it from the list of everything.
const GENERIC = new RegExp(
  `^(?:things?|to|do|dos|tasks?|reminders?|chores?|everything|pending|daily|list|lists|calendar|schedule|of|accomplish|complete|remember|me|the|my|mine|a|an|is|are|clean|clear|it|already|currently|now|be|done|get|stuff|shit|items?|today|tomorrow|week|month|year|weekly|monthly|${words.weekday}|january|february|march|april|may|june|july|august|september|october|november|december|\\d.*|two|three|four|five|morning|afternoon|evening|reminded|what|day|date|events?|some|new|old|last|first|second|next|upcoming|any|left|remaining|plate|mind|radar|available|specific|different|which|have|i|bought|buy)$`,
);

/** "on my spring cleaning list", "the list of groceries", "to my calendar": the list that a clause names, and where it does. */
export function readList(clause: Clause): List | undefined {
  const match = LIST.exec(clause.plain);
  if (!match) return undefined;
  const { name = "", of = "", named = "" } = match.groups ?? {};
  const ofName = /^(?:things|stuff|items) to (?:buy|get|shop)/.test(of) ? "shopping" : of;
  const telling = [named, name, ofName].map(nameOf).find((one) => one !== "") ?? "";
  const [from, to] = match.indices?.[0] ?? [0, 0];
  return {
    name: telling,
    said: [named, name, of].find((one) => one !== "")?.trim() ?? "",
    stretch: written(clause, from, to),
  };
}

/** What tells a list from the list of everything; empty when nothing does. */
export function nameOf(phrase: string): string {
  const telling = phrase
    .trim()
    .split(" ")
    .filter((word) => word !== "" && !GENERIC.test(word));
  return telling.join(" ");
}
