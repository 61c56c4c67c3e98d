import type { Phrase } from "./chart";
import type { Doubt } from "./grammar";
import type { Token } from "./tokens";
import { CLOCK_SIGNS, FUNCTION_WORDS, HONORIFICS, NUMBERED, PAYING } from "./words";

// Days and months have capitals of their own.
const CAPITALS = /^(?:mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|am$|pm$)/;

/** "Mr Friday", "Dr May"; "8 by 400" is a size, and "pay 12.50 Friday" a price. */
export function isNamed(phrase: Phrase, tokens: Token[]) {
  const { from } = phrase;
  const before = tokens[from - 1]?.text ?? "";
  const isSize = /^\d/.test(before) && tokens[from]?.text === "by" && /^\d/.test(tokens[from + 1]?.text ?? "");
  const isPrice = PAYING.has(before) && tokens[from + 1]?.text === ".";
  return isSize || isPrice || HONORIFICS.has(before) || isNumber(phrase, tokens);
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
