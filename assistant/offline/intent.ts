import type { Clause } from "./clause";
import { read, slice } from "./clause";
import { GRAMMAR } from "./grammar";
import type { Evidence, Sense } from "./grammar/rule";
import * as words from "./lexicon";

/** What a clause asks for, the part of it that says of what, and the command in front of both, empty where it begins with either. */
type Intent = { sense: Sense; body: Clause; parts: Record<string, Clause>; lead: string };

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
    let from = clause.plain.length;
    for (const [name, range] of Object.entries(match.indices?.groups ?? {})) {
      if (!range) continue;
      parts[name] = slice(clause, range[0], range[1]);
      from = Math.min(from, range[0]);
    }
    // Where a place or a time stood apart from the thing ("walnuts … on my shopping list"), both say of what.
    const body = parts.what && parts.rest ? read(`${parts.what.text} ${parts.rest.text}`) : (parts.what ?? clause);
    return { sense, body, parts, lead: slice(clause, 0, from).text };
  }
  return { sense: "none", body: clause, parts: {}, lead: "" };
}
