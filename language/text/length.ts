/** Splits text into what a person sees as one character (UAX #29): an accented letter, a flag, a family, an Indic cluster. */
const graphemes = new Intl.Segmenter("und", { granularity: "grapheme" });

/** The length of a text in code points, as PostgreSQL's `char_length` counts. */
export function lengthOf(text: string): number {
  let length = 0;
  for (const _ of text) length++;
  return length;
}

/** The first `most` code points of a text at most, cut between graphemes; inside one only if the first alone is longer. */
export function cut(text: string, most: number): string {
  let end = 0;
  let left = most;
  for (const character of text) {
    if (left-- === 0) break;
    end += character.length;
  }
  if (end === text.length) return text;
  return text.slice(0, graphemes.segment(text).containing(end)?.index || end);
}

/** Cuts a text and adds an ellipsis, which counts too. Cuts at the end of a word if the second half of the result has one. */
export function shorten(text: string, most: number): string {
  if (lengthOf(text) <= most) return text;
  const beginning = cut(text, most - 1);
  const space = /^\s/u.test(text.slice(beginning.length)) ? beginning.length : beginning.search(/\s\S*$/u);
  return `${(space > beginning.length / 2 ? beginning.slice(0, space) : beginning).trimEnd()}…`;
}
