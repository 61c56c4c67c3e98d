import type { Phrase } from "./chart";
import type { Token } from "./tokens";
import { VERBS } from "./verbs";

const DETERMINERS = new Set("the a an my your his her its our their this that these those".split(" "));
// What may follow a time in a sentence without making it the name of something.
const FUNCTION_WORDS = new Set(
  "and or but then with without in on at for from to by via near outside inside of about re regarding after before until till if when while because so as is are was will must should can i we you he she they it please not unless than or also the a an my your his her our their".split(
    " ",
  ),
);

/** A text and its tokens, where its first and last words are, and whether it may be nothing but a time. */
export type Sentence = { text: string; tokens: Token[]; first: number; last: number; bare: boolean };

export function sentenceOf(text: string, tokens: Token[], bare: boolean): Sentence {
  const isWord = (token: Token) => /[^\p{P}]/u.test(token.text);
  return { text, tokens, first: tokens.findIndex(isWord), last: tokens.findLastIndex(isWord), bare };
}

/**
 * Whether a phrase that could be a time is meant as one here. What may be a name, a number or an everyday word counts only
 * where the words around agree: on its own, or at the end of what is said; a day before a noun is that noun's own
 * ("Friday report", "the 2nd draft").
 */
export function isMeant(phrase: Phrase, { text, tokens, first, last, bare }: Sentence): boolean {
  const doubt = "doubt" in phrase.meaning ? phrase.meaning.doubt : undefined;
  if (bare && phrase.from <= first && phrase.to > last) return true;
  if (doubt === "only" || isCut(phrase, tokens, text) || isPossessive(phrase, tokens)) return false;
  const before = tokens[phrase.from - 1];
  if (before && DETERMINERS.has(before.text)) return false;
  if (isOwnedByNoun(phrase, tokens, text)) return false;
  return true;
}

// Part of a longer word, number, price or address: "A4", "£5", "monday.com", "10.30.1".
function isCut({ from, to }: Phrase, tokens: Token[], text: string) {
  const [start, end] = [tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? 0];
  const [before, after] = [text.slice(Math.max(0, start - 2), start), text.slice(end, end + 2)];
  return (
    /[\p{L}\p{N}_$£€#@/\\.]$|[\p{L}\p{N}][-:+'’&]$/u.test(before) ||
    /^(?:[\p{L}\p{N}_%@€]|[-/.:+&'’\\][\p{L}\p{N}])/u.test(after)
  );
}

function isPossessive({ to }: Phrase, tokens: Token[]) {
  return tokens[to]?.text === "'s";
}

function isOwnedByNoun({ to }: Phrase, tokens: Token[], text: string) {
  const next = tokens[to];
  if (!next || !/^\p{L}/u.test(next.text)) return false;
  if (FUNCTION_WORDS.has(next.text) || next.text === "s") return false;
  const isCapital = text.charAt(next.start) !== next.text.charAt(0);
  return !(VERBS.has(next.text) && !isCapital) && !isTimeAgain(next);
}

function isTimeAgain({ text }: Token) {
  return /^(?:today|tomorrow|tonight|yesterday|every|next|this|daily|weekly|monthly|yearly)$/.test(text);
}
