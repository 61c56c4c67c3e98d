import type { Context } from "@/language/calendar";
import type { Priority } from "@/language/quick-add";
import { type Clause, without } from "./clause";
import { readLevel } from "./levels";
import { type List, readList } from "./lists";
import { readSpans, type Span, type Times, widened } from "./times";

/** What a clause says beside its verb; `rest` is what none of these took, as written. */
export type Slots = {
  spans: Span[];
  list: Pick<List, "name" | "said"> | undefined;
  tags: string[];
  level: Priority | undefined;
  rest: Clause;
};

const TAG = /(?<!\S)#([\p{L}\p{N}_][\p{L}\p{N}\p{M}_\-/]*)/gu;

/** Takes apart what a clause says of lists, tags, priority and time; the last are read by `times`. Quoted words stay whole. */
export function readSlots(clause: Clause, context: Context, times: Times = readSpans): Slots {
  const list = readList(clause);
  const tags = [...clause.text.matchAll(TAG)];
  const level = readLevel(clause);
  const taken = [
    ...(list ? [list.stretch] : []),
    ...tags.map(({ index, 0: { length } }) => ({ start: index, end: index + length })),
    ...(level ? [level.stretch] : []),
  ];
  const spans = times(clause.text, context, taken);
  const rest = without(clause, [...taken, ...spans.map((span) => widened(clause.text, span))]);
  return { spans, list, tags: tags.map(([, name = ""]) => name), level: level?.level, rest: trimmed(rest) };
}

// What is left hanging when a list or a time has been taken out of a sentence's end or beginning.
function trimmed(clause: Clause): Clause {
  const text = clause.text
    .replace(/^[\s,:;.–-]+|[\s,:;–-]+$/g, "")
    .replace(/(?:\s+(?:on|at|by|for|in|to|from|of|with|and|the|as|off|is|are|please|due|that|,))+$/i, "")
    .replace(/^(?:(?:and|,|that|is|are|at)\s+)+/i, "");
  return without({ ...clause, text }, []);
}
