import type { Meaning, Rule } from "./grammar";

type Kind = Meaning["is"];

/** Rules that begin alike, by what must come next: nothing, a word, or a phrase of some kind. */
type Opening = { alone: Rule[]; byWord: Map<string, Rule[]>; byKind: Map<Kind, Rule[]> };

/**
 * The rules, found by what they begin with (a word, or a kind of meaning) and by what must follow, so that a rule is only
 * tried where its second step can be met.
 */
export class Grammar {
  private readonly words = new Map<string, Opening>();
  private readonly kinds = new Map<Kind, Opening>();

  constructor(rules: Rule[]) {
    for (const rule of rules) {
      const [first] = rule.steps;
      if (!first) continue;
      if ("words" in first) for (const word of first.words) add(this.words, word, rule);
      else add(this.kinds, first.is, rule);
    }
  }

  /** The rules that begin with a word and may go on with the word or the kinds of phrases that follow it. */
  afterWord(word: string, next: string | undefined, kinds: Iterable<Kind>): Rule[] {
    return after(this.words.get(word), next, kinds);
  }

  /** The same for rules that begin with a kind of phrase. */
  afterKind(kind: Kind, next: string | undefined, kinds: Iterable<Kind>): Rule[] {
    return after(this.kinds.get(kind), next, kinds);
  }
}

function after(opening: Opening | undefined, next: string | undefined, kinds: Iterable<Kind>): Rule[] {
  if (!opening) return [];
  const found = [opening.alone, opening.byWord.get(next ?? "") ?? []];
  for (const kind of kinds) found.push(opening.byKind.get(kind) ?? []);
  return found.flat();
}

function add<K>(openings: Map<K, Opening>, key: K, rule: Rule) {
  const opening: Opening = openings.get(key) ?? { alone: [], byWord: new Map(), byKind: new Map() };
  openings.set(key, opening);
  const second = rule.steps[1];
  if (!second) opening.alone.push(rule);
  else if ("is" in second) push(opening.byKind, second.is, rule);
  else for (const word of second.words) push(opening.byWord, word, rule);
}

/** Adds to a list in a map of lists. */
export function push<K, V>(map: Map<K, V[]>, key: K, value: V) {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
