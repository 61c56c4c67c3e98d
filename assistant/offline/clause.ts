import { CLOSES, OPENS } from "./quotation-marks";
import { correct } from "./spelling";
import type { Stretch } from "./stretch";

/** One word of a clause: as written at [start, end) of the text, and as understood, at `at` of the plain line. */
export type Token = { start: number; end: number; word: string; at: number; quote?: Quote };

/** A word stands within quotation marks, or may do so where one is missing. */
export type Quote = "quoted" | "unclear";

/**
 * A stretch of a message in two forms that know of each other: the text as written, and the plain line that the grammar
 * reads: lower case, contractions opened, misspelt verbs mended, words parted by one space, commas as words of their own.
 */
export type Clause = {
  text: string;
  tokens: Token[];
  plain: string;
  /** It is, or is part of, a question. */
  asked?: boolean;
};

// What stands between two words matters to the grammar only as a comma, a colon or nothing.
const PIECE =
  /[\p{L}\p{N}\p{M}](?:[\p{L}\p{N}\p{M}_]|['’:.@/](?=[\p{L}\p{N}])|[$€£%])*|[#$€£][\p{L}\p{N}_][\p{L}\p{N}\p{M}_]*|[,;]|(?<=\s)&(?=\s)|:(?=\s)/gu;

const OPENED: Record<string, string> = {
  "&": "and",
  "let's": "let us",
  lets: "let us",
  whats: "what is",
  whens: "when is",
  wheres: "where is",
  hows: "how is",
  whos: "who is",
  thats: "that is",
  theres: "there is",
  wasnt: "was not",
  werent: "were not",
  havent: "have not",
  hasnt: "has not",
  couldnt: "could not",
  wouldnt: "would not",
  shouldnt: "should not",
  dont: "do not",
  doesnt: "does not",
  didnt: "did not",
  isnt: "is not",
  arent: "are not",
  cant: "can not",
  cannot: "can not",
  wont: "will not",
  im: "i am",
  ive: "i have",
  "can't": "can not",
  "won't": "will not",
  gonna: "going to",
  gotta: "got to",
  wanna: "want to",
  gimme: "give me",
  lemme: "let me",
  todo: "to do",
  todos: "to dos",
  tomorrows: "tomorrow",
  todays: "today",
};

const ENDINGS: Array<[RegExp, string]> = [
  [/n't$/, " not"],
  [/'m$/, " am"],
  [/'re$/, " are"],
  [/'ve$/, " have"],
  [/'ll$/, " will"],
  [/'d$/, " would"],
];

// After these an 's is a verb; after any other word it is a possessive.
const IS = /^(?:what|who|where|when|how|that|there|here|it|he|she)'s$/;

/** Reads text into a clause; `start` and `end` of its tokens count in UTF-16 units of `text`. Linear in its length. */
export function read(text: string): Clause {
  const tokens: Token[] = [];
  const words: string[] = [];
  let at = 0;
  for (const match of text.matchAll(PIECE)) {
    const end = match.index + match[0].length;
    const opened = open(match[0]).split(" ");
    // Of "that's", "that" is "that" and "is" is the rest; of "won't" both are the whole.
    const joint =
      opened.length > 1 && match[0].toLowerCase().startsWith(opened[0] ?? "")
        ? match.index + (opened[0]?.length ?? 0)
        : undefined;
    for (const [nth, word] of opened.entries()) {
      tokens.push({
        start: nth > 0 ? (joint ?? match.index) : match.index,
        end: nth === 0 ? (joint ?? end) : end,
        word,
        at,
      });
      words.push(word);
      at += word.length + 1;
    }
  }
  return { text, tokens, plain: words.join(" ") };
}

function open(piece: string): string {
  const word = piece.toLowerCase().replace(/[’ʼ]/g, "'");
  const whole = OPENED[word];
  if (whole) return whole;
  if (IS.test(word)) return `${word.slice(0, -2)} is`;
  const ending = ENDINGS.find(([pattern]) => pattern.test(word));
  if (ending) return word.replace(...ending);
  return correct(word.replace(/'s$/, ""));
}

const OPENING = new RegExp(`(?:${OPENS}|\\p{Extended_Pictographic}\\uFE0F? ?)+$`, "u");
const CLOSING = new RegExp(`^(?:${CLOSES}| ?\\p{Extended_Pictographic}\\uFE0F?)+`, "u");

/** The part of a clause between two places of its plain line, as a clause of its own whose text is as written. */
export function slice(clause: Clause, from: number, to = clause.plain.length): Clause {
  const tokens = clause.tokens.filter((token) => token.at >= from && token.at + token.word.length <= to);
  const first = tokens[0];
  const last = tokens.at(-1);
  if (!first || !last) return { text: "", tokens: [], plain: "" };
  // Signs that are no words (quotes, emoji) belong to the word that they stand at.
  const before = clause.tokens.findLast(({ end }) => end <= first.start)?.end ?? 0;
  const behind = clause.tokens.find(({ start }) => start >= last.end)?.start ?? clause.text.length;
  const start = first.start - (clause.text.slice(before, first.start).match(OPENING)?.[0].length ?? 0);
  const end = last.end + (clause.text.slice(last.end, behind).match(CLOSING)?.[0].length ?? 0);
  const moved = tokens.map((token) => ({
    ...token,
    start: token.start - start,
    end: token.end - start,
    at: token.at - first.at,
  }));
  return {
    text: clause.text.slice(start, end),
    tokens: moved,
    plain: clause.plain.slice(first.at, last.at + last.word.length),
  };
}

/** The stretch of the text, [start, end), that stands behind a stretch of the plain line. */
export function written(clause: Clause, from: number, to: number): Stretch {
  const within = clause.tokens.filter(({ at, word }) => at >= from && at + word.length <= to);
  return { start: within[0]?.start ?? 0, end: within.at(-1)?.end ?? 0 };
}

/** A clause without some stretches of its text; what is left stays as written, the gaps closed to one space. */
export function without(clause: Clause, stretches: Stretch[]): Clause {
  let at = 0;
  const pieces: string[] = [];
  for (const { start, end } of stretches.toSorted((a, b) => a.start - b.start)) {
    if (start > at) pieces.push(clause.text.slice(at, start).trim());
    at = Math.max(at, end);
  }
  pieces.push(clause.text.slice(at).trim());
  return read(pieces.filter((piece) => piece !== "").join(" "));
}
