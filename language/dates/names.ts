import type { Phrase } from "./chart";
import type { Doubt } from "./grammar";
import { isWord, type Sentence, type Token } from "./tokens";
import {
  CLOCK_SIGNS,
  DEADLINE_WORDS,
  FUNCTION_WORDS,
  HONORIFICS,
  MET,
  MONTHS,
  NUMBERED,
  PAYING,
  SHORTHAND,
  VERBS,
} from "./words";

const MONTH = new RegExp(`^${MONTHS}`);

// Days and months have capitals of their own.
const CAPITALS = new RegExp(`^(?:mon|tue|wed|thu|fri|sat|sun|${MONTHS}|am$|pm$)`);

/** "Mr Friday", "Dr May", "call tom"; "8 by 400" is a size, and "pay 12.50 Friday" a price. */
export function isNamed(phrase: Phrase, { tokens, text, numbered }: Sentence) {
  const { from } = phrase;
  const before = tokens[from - 1]?.text ?? "";
  const isSize = /^\d/.test(before) && tokens[from]?.text === "by" && /^\d/.test(tokens[from + 1]?.text ?? "");
  const isPrice = PAYING.has(before) && tokens[from + 1]?.text === ".";
  if (isSize || isPrice || HONORIFICS.has(before) || isPerson(phrase, tokens, text)) return true;
  return isNumber(phrase, tokens) && !(numbered && isDayOfMonth(phrase, tokens));
}

// "Tom" means tomorrow unless it may be a person: "gym tom", but "call tom", "dinner with tom", "a book by tom clancy", "uncle tom".
function isPerson({ from, to }: Phrase, tokens: Token[], text: string) {
  const at = tokens.slice(from, to).findIndex(({ text }) => SHORTHAND.has(text)) + from;
  const [before, word, next] = [tokens[at - 1]?.text ?? "", tokens[at], tokens[to]];
  if (at < from || !word) return false;
  // "Rent" is a verb at the start of a clause ("rent tom a bike"), and a noun after another verb ("pay rent tom").
  const opens =
    [undefined, ",", ".", "go", "come"].includes(tokens[at - 2]?.text) ||
    FUNCTION_WORDS.has(tokens[at - 2]?.text ?? "");
  if (isCapital(word, text) || (opens && VERBS.has(before)) || MET.has(before)) return true;
  if ((FUNCTION_WORDS.has(before) && !DEADLINE_WORDS.has(before)) || /^[/&+@]$/.test(before)) return true;
  return at > from && at === to - 1 && next !== undefined && isWord(next) && !FUNCTION_WORDS.has(next.text);
}

// "Print pages 3 dec": pages have no months, so this is a date.
function isDayOfMonth({ from, to }: Phrase, tokens: Token[]) {
  const next = tokens[to];
  const isLast = !next || !isWord(next) || FUNCTION_WORDS.has(next.text);
  return isLast && tokens.slice(from, to).some(({ text }) => MONTH.test(text));
}

// "Pages 10 to 20 tomorrow", "episodes 2 and 3 tonight": the numbers of things, unless a clock's own sign is with them.
function isNumber({ from, to }: Phrase, tokens: Token[]) {
  if (tokens.slice(from, to).some(({ text }) => CLOCK_SIGNS.has(text))) return false;
  let at = from;
  while (/^(?:\d+|and|to|or|through|-|,|&)$/.test(tokens[at]?.text ?? "")) at -= 1;
  return at < from && NUMBERED.has(tokens[at]?.text ?? "");
}

/** "High Noon": an everyday word with a capital, behind another, is a name's; "Casual Fridays" is one from the start. */
export function isNoun({ from }: Phrase, doubt: Doubt, tokens: Token[], text: string) {
  const [before, first] = [tokens[from - 1], tokens[from]];
  const isBehind = from > 1 || doubt === "plural";
  return isBehind && before !== undefined && first !== undefined && isCapital(before, text) && isCapital(first, text);
}

/** "28 Days Later", "The Day After Tomorrow", "USA Today": capitals where no one writes them but in a name. */
export function isTitled({ from, to }: Phrase, tokens: Token[], text: string) {
  const before = tokens[from - 1];
  if (!before || !/\p{Ll}/u.test(text)) return false;
  const followsCapital = isCapital(before, text) && (from > 1 || isAcronym(before, text));
  if (followsCapital && FUNCTION_WORDS.has(before.text)) return true;
  const words = tokens.slice(from, to).filter((token) => /^\p{L}{2}/u.test(token.text) && !CAPITALS.test(token.text));
  if (words.length === 0 || !words.every((token) => isCapital(token, text))) return false;
  const isHeadline = tokens.filter(isLettered).every((token) => isCapital(token, text));
  return words.length > 1 || (followsCapital && !isHeadline);
}

/** Whether a token is written with a capital in its text. */
export function isCapital({ start, text: plain }: Token, text: string) {
  return text.charAt(start) !== plain.charAt(0);
}

function isAcronym({ start, end }: Token, text: string) {
  return /^\p{Lu}{2,}$/u.test(text.slice(start, end));
}

/** Whether a token begins with a letter. */
export function isLettered({ text }: Token) {
  return /^\p{L}/u.test(text);
}
