import type { Clause } from "./clause";
import { slice } from "./clause";
import { GRAMMAR, type Sense } from "./grammar";
import * as words from "./lexicon";

/** What a clause asks for, and the part of it that says of what. */
export type Intent = { sense: Sense; body: Clause; parts: Record<string, Clause> };

/** What the grammar may ask about a clause beyond its words. */
export type Evidence = {
  /** It speaks of a list, tasks, a calendar and the like. */
  topic: boolean;
  /** `language/` finds a day, a time or a repetition in it. */
  date: boolean;
};

const TOPIC = new RegExp(`\\b${words.topic}\\b`);

/**
 * Which act a clause (without its courtesies) asks for: the first rule of the grammar that fits it. `dated` is asked at most
 * once. A clause that no rule fits has the sense "none": the assistant then writes nothing.
 */
export function recognise(clause: Clause, dated: () => boolean): Intent {
  let date: boolean | undefined;
  const evidence: Evidence = {
    topic: TOPIC.test(clause.plain),
    get date() {
      date ??= dated();
      return date;
    },
  };
  for (const { sense, pattern, unless, when } of GRAMMAR) {
    const match = pattern.exec(clause.plain);
    if (!match || unless?.test(clause.plain) || (when && !when(evidence))) continue;
    const parts: Record<string, Clause> = {};
    for (const [name, range] of Object.entries(match.indices?.groups ?? {})) {
      if (range) parts[name] = slice(clause, range[0], range[1]);
    }
    return { sense, body: parts.what ?? clause, parts };
  }
  return { sense: "none", body: clause, parts: {} };
}
