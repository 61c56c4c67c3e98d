/** The small letters of the alphabets that have look-alikes among each other, by ranges: the database has no classes for scripts. */
const LETTERS = {
  latin: /[a-z\u00DF-\u00F6\u00F8-\u024F]/g,
  cyrillic: /[\u0400-\u052F]/g,
  greek: /[\u0370-\u03FF]/g,
};
/** A word of these letters, with its accents. */
const WORD = /(?:[a-z\u00DF-\u00F6\u00F8-\u024F\u0370-\u03FF\u0400-\u052F]|[\u0300-\u036F])+/g;

/**
 * Letters of the other two alphabets, and those of the Latin one that they look like. Source: confusables.txt of UTS #39, the pairs that
 * keyboards have. There is no μ, which only as a capital looks like an m: "μs" is not "ms".
 */
const ALIKE = {
  cyrillic: ["авекмнорстухіјѕ", "abekmhopctyxijs"],
  greek: ["αβεζηικνορτυχ", "abezhiknoptyx"],
} as const;

/**
 * A text in lower case in which each word that mixes Latin with Cyrillic or Greek letters is written in the alphabet that most of its letters
 * are of, as far as they have look-alikes there: "сafe" with a Cyrillic с is "cafe". A word of one alphabet stays ("вор" is not "bop").
 */
export function inOneAlphabet(text: string): string {
  const isMixed = /[a-z]/.test(text) && /[\u0370-\u052F]/.test(text);
  return isMixed ? text.replace(WORD, rewrite).normalize("NFKC") : text;
}

function rewrite(word: string): string {
  const count = (letters: RegExp) => word.match(letters)?.length ?? 0;
  const [latin, cyrillic, greek] = [count(LETTERS.latin), count(LETTERS.cyrillic), count(LETTERS.greek)];
  if (cyrillic > 0 && greek > 0) return word;
  const [others, like] = cyrillic > 0 ? ALIKE.cyrillic : ALIKE.greek;
  return cyrillic + greek > latin ? translate(word, like, others) : translate(word, others, like);
}

const translate = (word: string, from: string, to: string) =>
  word.replace(/./gu, (letter) => to[from.indexOf(letter)] ?? letter);
