import { type Clause, type Quote, read, slice } from "./clause";
import { forbids, retracts } from "./grammar/refusing";
import { ASKING } from "./grammar/rule";
import { strip } from "./lead";
import * as words from "./lexicon";
import { quotationsIn, unclearIn } from "./quotation-marks";
import { HIDDEN, hidden } from "./stretch";

// Sentences end here, but not after "p.m.", "Dr." or inside quotes (which are blanked out before).
const END = /(?<!\b(?:[ap]\.?m|e\.g|i\.e|etc|vs|dr|mr|mrs|ms|st|no|approx))[.!?…]+(?=\s|$)|[;\n\r\u2028\u2029]+/giu;

const OBJECT = "(?:it|that|this|them|those|these|both|all|everything|the|my|our|a|an)";
const ONE = "(?:it|that|this|them|those|these|both|all of them|everything)";

// A new request wherever it stands.
const SURE = new RegExp(
  `^(?:please |also |then |just |go ahead and |(?:can|could|would|will) you (?:please )?)*(?:${words.add} (?!up\\b)|(?:remind|tell|show) me\\b|(?:delete|remove|erase|reschedule|postpone|rename|restore|undelete|reopen|undo|untag)\\b|(?:mark|check|tick|cross) ${OBJECT}\\b|(?:put|write|jot|take|cross|move|push|shift|bump|set|make|change|cancel|clear|complete|finish|schedule|book|tag|snooze|delay) ${ONE}\\b|(?:list|read) (?:my|all|everything|the)\\b|(?:what|which|how many|do i|is there|are there) |if (?:not|it is not|they are not|i do not|there is not|it does not)\\b|(?:can|could|would|will) you |(?:create|make|set|set up) (?:a|an|another) (?:new )?${words.item}\\b)`,
);
// A new request after a pause, or after a command that is no new title: "remind me to call the bank and cancel the card" is one.
const LIKELY = new RegExp(
  `^(?:please |also |then |just |go ahead and )*(?:${words.remove}|${words.complete}|${words.move}|${words.edit}|put|take|get rid|mark|tick|check|tag|schedule|set|make|throw|cross|bring|i (?:have|need|must|finished|did|already|want)|prioriti[sz]e|uncheck|untick|clear|remember|do not|create|book|call|whatever) `,
);

const JOINT = / (?:, )?(?:(?:and|then|also|but|plus|so|next|finally|afterwards|after that|and then|or) )+| , /g;
// What may begin without a joint when no comma was written or said.
const BARE = new RegExp(
  ` (?=(?:please |can you |could you )(?:${words.add}|put|remove|delete|take|mark)\\b|(?:add|put|write|take|cross|include|remove|delete) ${ONE}\\b(?: (?:to|on|off|in|onto|from|down)\\b| if\\b|$)|if not (?:please |can you )?(?:add|put)|i need to cancel$|remind me$|i (?:have )?(?:already )?(?:bought|did|got|finished|paid|sent|made) (?:it|them|that|those)$)`,
  "g",
);
const TITLING =
  /^(?:please |can you |could you |will you )*(?:add|remind|remember|note|new|create|make|set|i |put|write|schedule|do not forget|rename|retitle|reword|rephrase|change (?:the )?(?:title|name))/;

// What stands before a joint tells by its beginning; looking further would make long lists slow.
const TELLING = 400;

/** The most requests that are taken out of one message. */
export const MOST = 30;

/** A message as the requests in it, in order: sentences, and within one what "and", "then" or a comma parts. Linear time. */
export function split(message: string): Clause[] {
  const open = hidden(message, quotationsIn(message));
  const unclear = unclearIn(message);
  const quoteAt = (at: number): Quote | undefined => {
    if (open[at] === HIDDEN) return "quoted";
    return unclear.some(({ start, end }) => at >= start && at < end) ? "unclear" : undefined;
  };
  return sentences(message, open).flatMap(({ start, text, asked }) => {
    const whole = read(text);
    const tokens = whole.tokens.map((token) => {
      const quote = quoteAt(start + token.start);
      return quote ? { ...token, quote } : token;
    });
    const parts = clauses({ ...whole, tokens });
    const last = parts.at(-1);
    const isAside = last && QUESTION.test(last.plain);
    return parts.map((part) => ({ ...part, asked: asked && (!isAside || part === last) }));
  });
}

// A question by itself leaves what comes before it in its sentence a statement: "I finished the report, what's next?"
const QUESTION = new RegExp(`^(?!if )${ASKING.slice(1)}|^(?:also |then |please |just )*(?:show|tell) me\\b`);

// "Could you …?" is no question.
const COURTESY = /\b(?:you|u|ya|please|pls|plz|ok|okay)\b/i;

/** @param open the message without what it quotes. */
function sentences(message: string, open: string): Array<{ start: number; text: string; asked: boolean }> {
  const ends = [...open.matchAll(END)].map((match) => [match.index, match.index + match[0].length] as const);
  const edges = [0, ...ends.flat(), message.length];
  const parts: Array<{ start: number; text: string; asked: boolean }> = [];
  for (let at = 0; at < edges.length; at += 2) {
    const piece = message.slice(edges[at], edges[at + 1]);
    const text = piece.trim();
    const start = (edges[at] ?? 0) + piece.indexOf(text);
    const asked = message.slice(edges[at + 1], edges[at + 2]).includes("?") && !COURTESY.test(text);
    parts.push({ start, text, asked });
  }
  return parts.filter(({ text }) => /[\p{L}\p{N}]/u.test(text));
}

function clauses(whole: Clause): Clause[] {
  const quotes = new Map(whole.tokens.map(({ at, quote }) => [at, quote]));
  const joints = [
    ...[...whole.plain.matchAll(JOINT)].map(({ index, 0: { length } }) => ({
      index,
      end: index + length,
      bare: false,
    })),
    ...[...whole.plain.matchAll(BARE)].map(({ index }) => ({ index, end: index + 1, bare: true })),
  ].sort((a, b) => a.index - b.index);
  const parts: Clause[] = [];
  let from = 0;
  for (const joint of joints) {
    if (parts.length > MOST) break;
    if (joint.index <= from || quotes.get(joint.end) === "quoted") continue;
    const left = whole.plain.slice(from, Math.min(joint.index, from + TELLING));
    const right = whole.plain.slice(joint.end, joint.end + 80);
    if (
      joint.bare
        ? /^if\b|\bto$/.test(left) || forbids(left) || isCourtesy(left)
        : !parted(left, whole.plain.slice(joint.index, joint.end), right)
    )
      continue;
    parts.push(slice(whole, from, joint.index));
    from = joint.end;
  }
  parts.push(slice(whole, from));
  return parts.flatMap((part) => coordinated(part)).filter(({ tokens }) => tokens.some(({ word }) => word !== ","));
}

const MOVING = new RegExp(`^(?:please |(?:can|could|would|will) you (?:please )?)*(?:${words.move}) `);
const GOAL = / (?:to|until|till|by|for|on|at|back|out|up|tomorrow|today|next)\b/;
const TAGGING = /^(?:please |(?:can|could|would|will) you (?:please )?)*(?:tag|label) /;
const TAG = / (?:with|as|under) /;
const DID = /^i (?:have |already |just )*(?=[a-z]+(?:ed|ought|ent|aid|old|ade|ook) )/;
const ALSO_DID = / (?:, )?(?:and |, )(?:i )?(?=[a-z]+(?:ed|ought|ent|aid|old|ade|ook) )/;

/** Two things done, said with one "I": "I called mum and bought the stamps". */
function coordinated(part: Clause): Clause[] {
  const verb = DID.exec(part.plain);
  const joint = verb && ALSO_DID.exec(part.plain);
  if (!joint) return [part];
  const second = slice(part, joint.index + joint[0].length);
  return [slice(part, 0, joint.index), ...coordinated(read(`${verb[0]}${second.text}`))];
}

// "Can you", "would you please": the request is yet to come.
const isCourtesy = (plain: string) => strip(read(`${plain} x`)).plain === "x";

function parted(left: string, joint: string, right: string): boolean {
  // "Do not delete or complete it", "do not, please, delete it": what is forbidden goes on.
  if (forbids(left) && (/\bn?or\b|\band /.test(joint) || / (?:not|never)(?: , [^,]+)*$/.test(left))) return false;
  if (/^(?:please|and|so|then|also)?$/.test(left)) return false;
  if (
    new RegExp(
      `^(?:on|to|for|from|in|at|by|when|if|next|every|tomorrow|today|before|after)\\b(?!.*\\b${words.command} )`,
    ).test(left)
  )
    return false;
  // A move that has not yet said where to goes on: "move the draft and check the sources to Monday". A tag does too.
  if (MOVING.test(left) && !GOAL.test(left) && / to /.test(right)) return false;
  if (TAGGING.test(left) && !TAG.test(left) && TAG.test(right)) return false;
  if (SURE.test(right) || retracts(right)) return true;
  if (!LIKELY.test(right)) return false;
  return !TITLING.test(left) || /then|also|but|plus|after/.test(joint);
}
