import { type Clause, read } from "./clause";
import * as words from "./lexicon";

const FRONT = new RegExp(
  `^((?:on|at|by|in|for|from|to|next|tomorrow|today|tonight|this|every|when(?! (?:do|did) i\\b)|the next time|once|before|after|if)\\b(?: (?!remind\\b)[^ ,]+){0,9}?)(?: ,)?(?: please| can you| could you| i (?:need|want|would like) you to)* (?=(?:(?:remind|wake|alert|notify) me\\b|(?:${words.add}|put|write|create|schedule|book|remove|delete|erase|take|clear|cancel|mark|move|cross|did i|do i|what|is there|i (?:need|have|want))\\b))`,
);

/** A clause with what was put in front of its verb moved behind it: "on my list, add dishes" → "add dishes on my list". */
export function straighten(clause: Clause): Clause {
  const front = FRONT.exec(clause.plain);
  if (!front?.[1] || front[1].length > 70) return clause;
  const last = clause.tokens.findLast(({ at, word }) => at + word.length <= (front[1]?.length ?? 0));
  const first = clause.tokens.find(({ at }) => at >= front[0].length);
  if (!last || !first) return clause;
  return read(`${clause.text.slice(first.start)} ${clause.text.slice(0, last.end)}`);
}
