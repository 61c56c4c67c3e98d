import { type Meaning, matches, type Rule } from "./grammar";
import { type Grammar, push } from "./rule-index";
import { type Token, tokenize } from "./tokens";

/** Something that the tokens from `from` up to `to` mean. */
export type Phrase = { from: number; to: number; meaning: Meaning };

/** A rule whose steps before `at` are found in the tokens from `from` up to `to`. */
type Edge = { rule: Rule; at: number; from: number; to: number; values: unknown[] };

// A phrase longer than this many tokens is not one phrase; the limits keep any text linear in time.
const LONGEST = 26;
const MOST_PER_START = 160;
const MOST_ALIKE = 6;

/**
 * Every phrase that the grammar finds in a text, by bottom-up chart parsing (Kay, "Algorithm schemata and data structures in
 * syntactic processing", 1980): a finished phrase opens the rules that begin with its kind, so words that no rule knows cost
 * nothing. Tokens are read from the last to the first: whatever a phrase may need after it is then known already.
 */
export function parse(text: string, grammar: Grammar): { tokens: Token[]; phrases: Phrase[] } {
  const tokens = tokenize(text);
  const chart = new Chart(tokens, grammar);
  for (let at = tokens.length - 1; at >= 0; at--) chart.read(at);
  return { tokens, phrases: chart.phrases };
}

class Chart {
  readonly phrases: Phrase[] = [];
  private readonly starting: Array<Map<Meaning["is"], Phrase[]>> = [];
  private alike = new Map<string, number>();
  private budget = 0;

  constructor(
    private readonly tokens: Token[],
    private readonly grammar: Grammar,
  ) {}

  read(at: number) {
    const token = this.tokens[at];
    if (!token) return;
    const { text } = token;
    this.budget = MOST_PER_START;
    this.alike = new Map();
    this.starting[at] = new Map();
    for (const rule of this.grammar.afterWord(text, this.tokens[at + 1]?.text, this.kindsAt(at + 1))) {
      this.advance({ rule, at: 1, from: at, to: at + 1, values: [] });
    }
    if (/^\d/.test(text) && text.length < 9) {
      this.finish({ from: at, to: at + 1, meaning: { is: "digits", value: Number(text), length: text.length } });
    }
  }

  private advance(edge: Edge) {
    const { rule, at, from, to, values } = edge;
    const step = rule.steps[at];
    if (!step) return this.complete(edge);
    const token = this.tokens[to];
    if (!token || to - from >= LONGEST || (step.glued && !token.glued)) return;
    if ("words" in step) {
      if (step.words.has(token.text)) this.advance({ rule, at: at + 1, from, to: to + 1, values });
      return;
    }
    for (const phrase of this.starting[to]?.get(step.is) ?? []) {
      const value = matches(step, phrase.meaning);
      if (value !== undefined) this.advance({ rule, at: at + 1, from, to: phrase.to, values: [...values, value] });
    }
  }

  private complete({ rule, from, to, values }: Edge) {
    const meaning = rule.make(...values);
    if (meaning) this.finish({ from, to, meaning });
  }

  private finish(phrase: Phrase) {
    const { from, to, meaning } = phrase;
    if (this.budget-- <= 0 || this.isCrowded(phrase)) return;
    this.phrases.push(phrase);
    const here = this.starting[from];
    if (here) push(here, meaning.is, phrase);
    for (const rule of this.grammar.afterKind(meaning.is, this.tokens[to]?.text, this.kindsAt(to))) {
      const value = rule.steps[0] && matches(rule.steps[0], meaning);
      if (value !== undefined) this.advance({ rule, at: 1, from, to, values: [value] });
    }
  }

  private kindsAt(position: number) {
    return this.starting[position]?.keys() ?? [];
  }

  // Two readings of one stretch are worth keeping, twenty are one reading built in twenty orders.
  private isCrowded({ to, meaning }: Phrase) {
    const key = `${to} ${meaning.is}`;
    const count = this.alike.get(key) ?? 0;
    this.alike.set(key, count + 1);
    return count >= MOST_ALIKE;
  }
}
