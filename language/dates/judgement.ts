import type { Phrase } from "./chart";
import type { Doubt, Meaning } from "./grammar";
import { isCapital, isLettered, isNamed, isNoun, isTitled } from "./names";
import { isWord, type Sentence, type Taste, type Token } from "./tokens";
import {
  COUNTING_WORDS,
  DETERMINERS,
  EVERYDAY,
  FUNCTION_WORDS,
  LEADING_WORDS,
  SPEAKING_OF_DAYS,
  TIME_WORDS,
  VERBS,
} from "./words";

export function sentenceOf(text: string, tokens: Token[], taste: Taste): Sentence {
  const counts = (token: Token) => /[^\p{P}]/u.test(token.text);
  const [first, last] = [tokens.findIndex(counts), tokens.findLastIndex(counts)];
  return { ...taste, text, tokens, first, last, opening: tokens.findIndex(isWord) };
}

/**
 * Whether a phrase that could be a time is meant as one here. What may be a name, a number or an everyday word counts only
 * where the words around agree: on its own, or at the end of what is said; a day before a noun is that noun's own
 * ("Friday report", "the 2nd draft").
 */
export function isMeant(phrase: Phrase, sentence: Sentence): boolean {
  const { text, tokens, first, last, bare, attributive } = sentence;
  const doubt = "doubt" in phrase.meaning ? phrase.meaning.doubt : undefined;
  if (doubt === "never") return false;
  if (phrase.from <= first && phrase.to > last) return bare || !doubt;
  const isOnly = doubt === "only" && !(attributive && isHoliday(phrase.meaning));
  if (isOnly || isCut(phrase, tokens, text) || isNamed(phrase, sentence)) return false;
  if (attributive && doubt !== "context" && doubt !== "last") return true;
  if (isPossessive(phrase, tokens)) return false;
  const before = tokens[phrase.from - 1];
  if (before && (DETERMINERS.has(before.text) || (doubt && before.text === "'s"))) return false;
  return doubt
    ? agrees(phrase, doubt, sentence) && !isNoun(phrase, doubt, tokens, text)
    : !isOwnedByNoun(phrase, sentence) && !isTitled(phrase, tokens, text);
}

/** A day by the name of its feast. */
export function isHoliday(meaning: Meaning): boolean {
  return meaning.is === "when" && meaning.form.as === "holiday";
}

// A weekday, a holiday, a part of the day or "weekly" may be what a noun is about; a clock's time or a date in full hardly.
function isAttributive({ meaning }: Phrase, opening: string) {
  if (meaning.is !== "when") return meaning.is === "repeat";
  if (LEADING_WORDS.has(opening) && meaning.form.as !== "dayOfMonth") return false;
  return meaning.past || !["clock", "moment", "monthDay", "away", "day"].includes(meaning.form.as);
}

// An everyday word is a time at the end of what is said, or before a word that begins something else.
function agrees({ from, to }: Phrase, doubt: Doubt, { tokens, opening }: Sentence) {
  const [before, next] = [tokens[from - 1]?.text ?? "", tokens[to]];
  if ((doubt === "last" || doubt === "plural") && FUNCTION_WORDS.has(before)) return false;
  if (doubt === "plural" && (SPEAKING_OF_DAYS.has(before) || /^\d/.test(before))) return false;
  if (!next || !isWord(next) || TIME_WORDS.has(next.text)) return true;
  if (doubt === "last") return false;
  if (doubt === "plural") return from === opening && VERBS.has(next.text);
  if (from > 0) return FUNCTION_WORDS.has(next.text) && !COUNTING_WORDS.has(next.text);
  return doubt === "context" && VERBS.has(next.text);
}

// Part of a longer word, number, price or address: "A4", "£5", "monday.com", "10.30.1".
function isCut({ from, to }: Phrase, tokens: Token[], text: string) {
  const [start, end] = [tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? 0];
  const [before, after] = [text.slice(Math.max(0, start - 2), start), text.slice(end, end + 2)];
  return (
    /[\p{L}\p{N}_$£€#@/\\.]$|\p{N}:$|[\p{L}\p{N}][-+'’&]$/u.test(before) ||
    /^(?:[\p{L}\p{N}_%@€]|[-/.:+&'’\\][\p{L}\p{N}])/u.test(after)
  );
}

function isPossessive({ to }: Phrase, tokens: Token[]) {
  return tokens[to]?.text === "'s";
}

function isOwnedByNoun(phrase: Phrase, sentence: Sentence) {
  const { text, tokens, opening } = sentence;
  const [first, next] = [tokens[phrase.from], tokens[phrase.to]];
  if (!first || !next || !isWord(next) || saysHowOften(phrase, sentence)) return false;
  const isName = isLettered(first) && isCapital(first, text) && isCapital(next, text);
  if (!isName && !isAttributive(phrase, first.text)) return false;
  if (FUNCTION_WORDS.has(next.text) || next.text === "s") return false;
  const isOrdinal = phrase.meaning.is === "when" && phrase.meaning.form.as === "dayOfMonth";
  const beginsTask = phrase.from === opening && !isOrdinal && VERBS.has(next.text) && !isCapital(next, text);
  return !beginsTask && !TIME_WORDS.has(next.text);
}

// "Every Monday standup", "every day vitamins"; but "every day carry", "Every Day Counts" and "every second count" are names.
function saysHowOften({ from, to, meaning }: Phrase, { tokens, text, opening }: Sentence) {
  if (meaning.is !== "repeat" || !tokens.slice(from, to).some(({ text }) => text === "every" || text === "each"))
    return false;
  const { frequency, interval = 1, byMonthDay, byMonth, count } = meaning.rule;
  if (frequency === "DAILY" && !(interval > 1 || meaning.time || meaning.first || meaning.last || count)) {
    const [last, next] = [tokens[to - 1], tokens[to]];
    return from === opening && !EVERYDAY.has(next?.text ?? "") && last !== undefined && !isCapital(last, text);
  }
  return !byMonthDay || byMonth !== undefined || tokens[to - 1]?.text === "month";
}
