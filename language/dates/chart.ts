import { type Meaning, matches, type Rule, type Step } from "./grammar";
import { type Token, tokenize } from "./tokens";

/** Something that the tokens from `from` up to `to` mean. */
export type Phrase = { from: number; to: number; meaning: Meaning };

type Edge = { rule: Rule; at: number; from: number; to: number; values: unknown[] };

// A phrase longer than this many tokens is not one phrase; the limits keep any text linear in time.
const LONGEST = 26;
const MOST_PER_START = 160;
const MOST_ALIKE = 6;

/**
 * Every phrase that the grammar finds in a text, by bottom-up chart parsing (Kay, "Algorithm schemata and data structures in
 * syntactic processing", 1980): a finished phrase opens the rules that begin with its kind and moves on the ones that wait
 * for it, so words that no rule knows cost nothing.
 */
export function parse(text: string, grammar: Grammar): { tokens: Token[]; phrases: Phrase[] } {
  const tokens = tokenize(text);
  const chart = new Chart(tokens, grammar);
  // From the right: whatever a phrase may need after it is then known already.
  for (let at = tokens.length - 1; at >= 0; at--) chart.read(at);
  return { tokens, phrases: chart.phrases };
}

/** The rules, found by the word or the kind of meaning that they begin with. */
export class Grammar {
  readonly byWord = new Map<string, Rule[]>();
  readonly byKind = new Map<Meaning["is"], Rule[]>();

  constructor(rules: Rule[]) {
    for (const rule of rules) {
      const first = rule.steps[0];
      if (!first) continue;
      if ("words" in first) for (const word of first.words) push(this.byWord, word, rule);
      else push(this.byKind, first.is, rule);
    }
  }
}

class Chart {
  readonly phrases: Phrase[] = [];
  private readonly starting = new Map<number, Phrase[]>();
  private readonly alike = new Map<string, number>();
  private budget = 0;

  constructor(
    private readonly tokens: Token[],
    private readonly grammar: Grammar,
  ) {}

  read(at: number) {
    const token = this.tokens[at];
    if (!token) return;
    this.budget = MOST_PER_START;
    this.alike.clear();
    for (const rule of this.grammar.byWord.get(token.text) ?? [])
      this.advance({ rule, at: 1, from: at, to: at + 1, values: [] });
    if (/^\d/.test(token.text) && token.text.length < 9) {
      this.finish({
        from: at,
        to: at + 1,
        meaning: { is: "digits", value: Number(token.text), length: token.text.length },
      });
    }
  }

  private advance(edge: Edge) {
    const step = edge.rule.steps[edge.at];
    if (!step) return this.complete(edge);
    const token = this.tokens[edge.to];
    if (!token || edge.to - edge.from >= LONGEST || (step.glued && !token.glued)) return;
    if ("words" in step) {
      if (step.words.has(token.text)) this.advance({ ...edge, at: edge.at + 1, to: edge.to + 1 });
      return;
    }
    for (const phrase of this.starting.get(edge.to) ?? []) this.take(edge, step, phrase);
  }

  private take(edge: Edge, step: Step, phrase: Phrase) {
    const value = matches(step, phrase.meaning);
    if (value === undefined) return;
    this.advance({ ...edge, at: edge.at + 1, to: phrase.to, values: [...edge.values, value] });
  }

  private complete({ rule, from, to, values }: Edge) {
    const meaning = rule.make(...values);
    if (meaning) this.finish({ from, to, meaning });
  }

  private finish(phrase: Phrase) {
    if (this.budget-- <= 0 || this.isCrowded(phrase)) return;
    this.phrases.push(phrase);
    push(this.starting, phrase.from, phrase);
    for (const rule of this.grammar.byKind.get(phrase.meaning.is) ?? []) {
      const first = rule.steps[0];
      if (first) this.take({ rule, at: 0, from: phrase.from, to: phrase.from, values: [] }, first, phrase);
    }
  }

  // Two readings of one stretch are worth keeping, twenty are one reading built in twenty orders.
  private isCrowded({ to, meaning }: Phrase) {
    const key = `${to} ${meaning.is}`;
    const count = this.alike.get(key) ?? 0;
    this.alike.set(key, count + 1);
    return count >= MOST_ALIKE;
  }
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V) {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
