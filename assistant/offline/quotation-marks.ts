import { hidden, type Stretch } from "./stretch";

/** What quotes, and what only looks as if it did: the one definition of both. */

/** Letters of scripts that part words by spaces, and write apostrophes, or a geresh, within them. */
const LETTER = String.raw`[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Hebrew}\p{M}]`;
/** "Don't", "м'ята", "ת\"א", "fish 'n' chips", "the '90s": no quotation marks. */
const WITHIN = new RegExp(
  String.raw`(?<=${LETTER}|\p{N})['’＇´\x60](?=${LETTER}|\p{N})|(?<=\p{Script=Hebrew})["״](?=\p{Script=Hebrew})|(?<!${LETTER}|\p{N})['’‘](?=\d0s\b|(?:n|em|til|cause|tis|twas|bout)\b)|(?<=(?<!\p{L})['’‘]n)['’]`,
  "giu",
);
/** The one after a word is none unless a single quotation begins somewhere: "the Smiths'". */
const AFTER = new RegExp(`(?<=${LETTER})['’＇]`, "gu");
const OPENING = new RegExp(`(?<!${LETTER})['’＇‘‚‛]`, "u");

/** A text with a letter for each mark in it that is part of a word, so that all others quote. As long as before. */
export const withoutApostrophes = (text: string) => text.replace(WITHIN, "x");

/** The same, where the mark after a plural is part of it too, as far as that can be told. */
export function withoutPossessives(text: string): string {
  const bare = withoutApostrophes(text);
  return OPENING.test(bare) ? bare : bare.replace(AFTER, "x");
}

/** Whatever may be meant for a quotation mark. */
export const MARK = /`+|~{3,}|[\p{Quotation_Mark}´′″‴❛❜❝❞❟❠〈〉《》]/gu;

// Each opening mark, and those that close it. The first ones do nothing else; the others also close, or stand for inches.
const ONE_WAY: Array<[string, string]> = [
  ["“", "”"],
  ["„", "“”"],
  ["«", "»"],
  ["‹", "›"],
  ["「", "」"],
  ["『", "』"],
  ["《", "》"],
  ["〈", "〉"],
  ["〝", "〞〟"],
  ["‟", "”"],
  ["❝", "❞"],
  ["❛", "❜"],
];
const EITHER_WAY: Array<[string, string]> = [
  ['"', '"'],
  ["＂", "＂"],
  ["”", "”"],
  ["»", "«»"],
  ["›", "‹›"],
  ["'’‘‚‛", "'’‘"],
  ["＇", "＇"],
  ["´", "´"],
  ["′", "′"],
  ["″", "″"],
];

// None goes on past the next one that could open it, so that all are found in linear time.
const pairs = (marks: Array<[string, string]>, end = "") =>
  marks.map(([open, close]) => `[${open}][^${open}${close}${end}]*[${close}]`).join("|");

const BEFORE = `(?<!${LETTER}|\\p{N})`;

/** A quotation of one line, or code. A mark that also closes, or stands for inches, opens none behind a word. */
const QUOTATION = new RegExp(
  `${pairs(ONE_WAY, "\\n")}|${BEFORE}(?:${pairs(EITHER_WAY, "\\n")})(?!${LETTER})|${BEFORE}\`+[^\`\\n]*\`+`,
  "gu",
);

/**
 * Fenced code, which goes to the end where it is not closed, as in Markdown; and quotations of several lines. A mark that also closes
 * opens one only where a line begins or behind a colon: inch marks on two lines are none.
 */
export const LONG = new RegExp(
  String.raw`(?:^ {0,3}|(?<=: ))(?<fence>\x60{3,}|~{3,})[\s\S]*?(?:^ {0,3}\k<fence>|(?![\s\S]))|${pairs(ONE_WAY)}|(?<=^|:\s)(?:${pairs(EITHER_WAY)})(?=\s|$)`,
  "gmu",
);

/** Where a text quotes within a line. */
export function quotationsIn(text: string): Stretch[] {
  return [...withoutApostrophes(text).matchAll(QUOTATION)].map(({ index: start, 0: { length } }) => ({
    start,
    end: start + length,
  }));
}

const ALL = [...ONE_WAY, ...EITHER_WAY];
/** Any mark that may open a quotation, and any that may close one. */
export const OPENS = `[${ALL.map(([open]) => open).join("")}\`]`;
export const CLOSES = `[${ALL.map(([, close]) => close).join("")}\`]`;
const UNCLOSED = new RegExp(`${BEFORE}${OPENS}(?=\\S)`, "u");
// What may be an apostrophe closes nothing that was not opened.
const UNOPENED = new RegExp(`(?<=[^\\s\\p{N}])(?!['’‘])${CLOSES}(?!${LETTER}|\\p{N})`, "gu");

/** What of a text may be quoted or not, because a mark has no partner: all behind one that opens, and before one that closes. */
export function unclearIn(text: string): Stretch[] {
  const open = hidden(withoutPossessives(text), quotationsIn(text));
  const from = open.search(UNCLOSED);
  const to = [...open.matchAll(UNOPENED)].at(-1)?.index ?? 0;
  return [...(from < 0 ? [] : [{ start: from, end: text.length }]), ...(to > 0 ? [{ start: 0, end: to }] : [])];
}

/** A line as a quotation. */
export const quoted = (line: string) => `“${line.replace(/["“”«»]/g, "'")}”`;

/** A text without the marks around all of it. */
export function unquoted(text: string): string {
  const bare = text.trim();
  const [whole] = quotationsIn(bare);
  return whole?.start === 0 && whole.end === bare.length ? bare.replace(/^`+|`+$|^.|.$/gu, "").trim() : bare;
}
