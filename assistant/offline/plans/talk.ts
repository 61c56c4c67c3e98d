import { type Context, describeDue, wallClock } from "@/language/calendar";
import { cut } from "@/language/text";
import { call } from "../calls";
import type { Sense } from "../grammar/rule";
import type { Request } from "../request";
import type { Outcome, Plan, Scene } from "../scene";
import { readSpans } from "../times";
import { BEYOND, count, HELP, listing, quote, UNCLEAR } from "../words";

/** Takes back what was done for the latest message that changed something. */
export function* undo(scene: Scene): Plan {
  const { undone, undoneInAll, conflict, error, refused } = yield* call("undo_turn");
  if (refused || error)
    return { say: error ? `I couldn’t undo that: ${cut(error, 160)}` : "All right, I’ll leave it as it is." };
  if (conflict) return { say: `I couldn’t undo that: ${conflict}` };
  if (undone.length === 0) return { say: "There’s nothing to undo: I haven’t changed anything in this conversation." };
  const names = [...new Set(undone.map(({ title }) => title))].filter(Boolean).map(quote);
  const all = undoneInAll ?? names.length;
  return { say: `Undone: ${names.length > 0 ? listing(names, 6, all) : count(undone, "change")}.`, focus: scene.focus };
}

/** What time or day it is, or which weekday a day falls on. Other places' clocks are beyond it. */
export function clock({ clause }: Request, context: Context): Outcome {
  const now = wallClock(context);
  const time = now.toPlainTime().toString({ smallestUnit: "minute" });
  const [span] = readSpans(clause.text, context);
  if (/\bin (?!the\b|a\b|\d)[a-z]+(?: [a-z]+)?$/.test(clause.plain) || /\btime ?zone|difference\b/.test(clause.plain))
    return { say: BEYOND };
  const day = span?.day ?? now.toPlainDate().toString();
  const said = describeDue({ dueDate: day, dueTime: null }, context);
  if (/\b(?:time|hour|clock)\b/.test(clause.plain) && !span?.day?.localeCompare(day))
    return { say: `It’s ${time}, ${said}.` };
  if (day === now.toPlainDate().toString()) return { say: `Today is ${said}, and it’s ${time}.` };
  return { say: `That’s ${said}.` };
}

const SAYINGS: Partial<Record<Sense, string>> = {
  help: HELP,
  greet: "Hello! What would you like to get done?",
  thanks: "You’re welcome.",
  yes: "I’m not waiting for an answer. If you mean a question above, ask me again and use its buttons.",
  no: "All right, I’ll leave everything as it is.",
  stop: "All right, nothing was changed.",
};

/** The answer to what is no request about tasks. */
export function chat({ sense, clause }: Request, replied: string): Outcome {
  if (sense === "again") return { say: replied || "I haven’t said anything yet." };
  const saying = SAYINGS[sense];
  if (saying) return { say: saying };
  return {
    say: /^(?:what|who|why|how|where|which|when|is|are|does|did|can)\b|\b(?:open|play|call|send|search|find|tell|show)\b/.test(
      clause.plain,
    )
      ? BEYOND
      : UNCLEAR,
  };
}
