/** A word, a number or a sign; [start, end) in UTF-16 units, `glued` when no space stands before it. */
export type Token = { text: string; start: number; end: number; glued: boolean };

/**
 * Which times count: `bare` words that are all of the text ("7"), `attributive` ones that a noun has ("the Friday call"), and days of a
 * month behind things that are `numbered` ("pages 3 dec").
 */
export type Taste = { bare: boolean; attributive: boolean; numbered: boolean };

/**
 * A text and its tokens, where they begin and end but for punctuation, at which of them the words begin (what quick add has
 * understood before is blanked out), and which times in it count.
 */
export type Sentence = Taste & { text: string; tokens: Token[]; first: number; last: number; opening: number };

const TOKEN = /['’]s(?!\p{L})|\p{L}+|\d+|\S/gu;

/** The words, numbers and signs of a text in lower case, with typographic apostrophes and dashes made plain. */
export function tokenize(text: string): Token[] {
  let last = 0;
  return Array.from(text.matchAll(TOKEN), (match) => {
    const [start, end] = [match.index, match.index + match[0].length];
    const token = { text: plain(match[0]), start, end, glued: start === last && start > 0 };
    last = end;
    return token;
  });
}

/** Whether a token is a word or a number, and no sign. */
export function isWord({ text }: Token): boolean {
  return /^[\p{L}\p{N}]/u.test(text);
}

function plain(text: string) {
  return text.toLowerCase().replace(/[’ʼ]/, "'").replace(/[–—−]/, "-");
}
