import type { Meaning, Rule } from "./grammar";
import type { Token } from "./tokens";

/** Rules that begin alike: those of one step, those that any phrase may follow, and the others by their next word. */
type Opening = { alone: Rule[]; open: Rule[]; followed: Map<string, Rule[]> };

/**
 * The rules, found by what they begin with (a word, or a kind of meaning) and by the word that must follow, so that a rule is
 * only tried where its second step can be met.
 */
export class Grammar {
  private readonly words = new Map<string, Opening>();
  private readonly kinds = new Map<string, Opening>();

  constructor(rules: Rule[]) {
    for (const rule of rules) {
      const [first] = rule.steps;
      if (!first) continue;
      if ("words" in first) for (const word of first.words) add(this.words, word, rule);
      else add(this.kinds, first.is, rule);
    }
  }

  /** The rules that begin with a word and may go on with `next`. */
  afterWord(word: string, next: Token | undefined): Rule[] {
    return after(this.words.get(word), next);
  }

  /** The rules that begin with a kind of meaning and may go on with `next`. */
  afterKind(kind: Meaning["is"], next: Token | undefined): Rule[] {
    return after(this.kinds.get(kind), next);
  }
}

function after(opening: Opening | undefined, next: Token | undefined): Rule[] {
  if (!opening) return [];
  if (!next) return opening.alone;
  const followed = opening.followed.get(next.text);
  return followed ? [...opening.open, ...followed] : opening.open;
}

function add(openings: Map<string, Opening>, key: string, rule: Rule) {
  const opening: Opening = openings.get(key) ?? { alone: [], open: [], followed: new Map() };
  openings.set(key, opening);
  const second = rule.steps[1];
  if (!second) opening.alone.push(rule);
  if (!second || "is" in second) opening.open.push(rule);
  else for (const word of second.words) opening.followed.set(word, [...(opening.followed.get(word) ?? []), rule]);
}
