import type { Priority } from "@/language/quick-add";
import { readPriorities } from "@/language/quick-add/priorities";
import { type Clause, written } from "./clause";
import type { Stretch } from "./stretch";

const LEVELS: Array<[RegExp, Priority]> = [
  [
    /(?:^|(?<= ))(?:(?:with|at|as|of|is|a|an) )*(?:(?:high|highest|top|urgent) priority|priority (?:high|1)|p1|urgent(?:ly)?)(?= |$)/d,
    "high",
  ],
  [/(?:^|(?<= ))(?:(?:with|at|as|of|a) )*(?:(?:medium|normal) priority|priority (?:medium|2)|p2)(?= |$)/d, "medium"],
  [/(?:^|(?<= ))(?:(?:with|at|as|of|a) )*(?:(?:low|lowest) priority|priority (?:low|3)|p3)(?= |$)/d, "low"],
  [/(?:^|(?<= ))(?:(?:with|as) )*(?:no priority|priority none)(?= |$)/d, "none"],
];

/** The priority that a clause names, "with high priority" or "!high", and where it does. */
export function readLevel(clause: Clause): { level: Priority; stretch: Stretch } | undefined {
  const typed = readPriorities(clause.text).find(({ text }) => /^!\w/.test(text));
  if (typed) return { level: typed.priority, stretch: { start: typed.start, end: typed.end } };
  for (const [pattern, level] of LEVELS) {
    const at = pattern.exec(clause.plain)?.indices?.[0];
    if (at) return { level, stretch: written(clause, at[0], at[1]) };
  }
  return undefined;
}

/** A priority out of the word that names it: "urgent" is high, "p3" low. */
export function levelOf(word: string): Priority {
  if (/high|top|urgent|important|critical|^(?:p|priority )?1$/.test(word)) return "high";
  if (/medium|normal|^(?:p|priority )?2$/.test(word)) return "medium";
  return /low|^(?:p|priority )?3$/.test(word) ? "low" : "none";
}
