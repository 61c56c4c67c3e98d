import type { Parser, ParsingContext } from "chrono-node";
import { ParsingResult } from "chrono-node/en";
import { type Phrase, parse } from "./chart";
import { english } from "./english";
import type { Meaning, Range, Repeat, When } from "./grammar";
import { isHoliday, isMeant, sentenceOf } from "./judgement";
import type { Period, Reference } from "./period";
import { resolveRepeat } from "./recurrences";
import { push } from "./rule-index";
import type { Sentence, Taste } from "./tokens";
import { resolve } from "./whens";

/** A chrono result that keeps what the phrase meant. */
export class Reading extends ParsingResult {
  constructor(
    context: ParsingContext,
    index: number,
    text: string,
    readonly meaning: Meant,
    readonly period: Period,
  ) {
    const { year, month, day } = period.start;
    super(context.reference, index, text, context.createParsingComponents({ year, month, day }));
  }
}

// No one means more times at once; beyond them a text is only words, and its reading stays quick.
const MOST_READINGS = 100;

const TELLING: Array<Meaning["is"]> = ["when", "range", "repeat"];

type Meant = When | Range | Repeat;

/**
 * The grammar as a parser of chrono's: chrono walks along the text, and wherever a phrase begins takes the longest that is
 * meant as a time.
 */
export class PhraseParser implements Parser {
  private count = 0;
  // "Good Friday" that is only a name here is no Friday either.
  private namedTo = 0;
  private found: { sentence: Sentence; phrases: Map<number, Phrase[]> } | undefined;

  constructor(
    private readonly reference: Reference,
    private readonly taste: Taste,
  ) {}

  pattern() {
    return /[^\s]/;
  }

  extract(context: ParsingContext, match: RegExpMatchArray): Reading | null {
    if (this.count >= MOST_READINGS) return null;
    const { sentence, phrases } = this.read(context.text);
    if ((match.index ?? 0) < this.namedTo) return null;
    for (const phrase of phrases.get(match.index ?? 0)?.sort(byPreference) ?? []) {
      const { meaning } = phrase;
      if (isTime(meaning) && !isMeant(phrase, sentence) && isHoliday(meaning)) {
        this.namedTo = sentence.tokens[phrase.to - 1]?.end ?? 0;
        return null;
      }
      if (!isTime(meaning) || !isMeant(phrase, sentence)) continue;
      const period = beginning(meaning, this.reference);
      if (!period) continue;
      this.count++;
      const [start, end] = [sentence.tokens[phrase.from]?.start ?? 0, sentence.tokens[phrase.to - 1]?.end ?? 0];
      return new Reading(context, start, context.text.slice(start, end), meaning, period);
    }
    return null;
  }

  private read(text: string) {
    if (this.found?.sentence.text === text) return this.found;
    const { tokens, phrases } = parse(text, english);
    const byStart = new Map<number, Phrase[]>();
    for (const phrase of phrases) push(byStart, tokens[phrase.from]?.start ?? 0, phrase);
    this.found = { sentence: sentenceOf(text, tokens, this.taste), phrases: byStart };
    return this.found;
  }
}

function isTime(meaning: Meaning): meaning is Meant {
  return meaning.is === "when" || meaning.is === "range" || meaning.is === "repeat";
}

function beginning(meaning: Meant, reference: Reference): Period | undefined {
  if (meaning.is === "when") return resolve(meaning, reference);
  if (meaning.is === "range") return resolve(meaning.from, reference);
  return meaning.once ? resolve(meaning.once, reference) : resolveRepeat(meaning, reference)?.first;
}

// The longest phrase, and of those as long the one that says most.
function byPreference(a: Phrase, b: Phrase) {
  return b.to - a.to || TELLING.indexOf(b.meaning.is) - TELLING.indexOf(a.meaning.is);
}
