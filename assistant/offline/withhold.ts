import type { Context } from "@/language/calendar";
import { askAbout } from "./plans/quotation";
import { HARMLESS, type Request } from "./request";
import type { Outcome } from "./scene";

/** A whole message that only asks. "Why don't you move it to Friday?" and "how about moving it?" are more than that. */
const WONDERING =
  /^\s*(?:what (?:if|happens (?:if|when))|how (?:do|does|did|can|could|would|should|to)\b|who\b|why\b(?! (?:do not|don['’]t|not)\b))[^.!\n]*\?\s*$/iu;
const ONLY_ASKED = "That’s a question, so I haven’t changed anything. If you want me to do it, tell me to.";
const UNDO_ALONE = "To take something back, say “undo” on its own.";

/**
 * What of a message's requests is done now. The rest is understood and not done: what is quoted, or may be; all of a question; and an undo
 * behind another act ("complete the report and undo that"), which would take back what an earlier message did.
 * @returns these requests, and what is said of the others.
 */
export function withhold(requests: Request[], message: string, context: Context): { now: Request[]; said: Outcome } {
  const acts = requests.filter(({ sense }) => !HARMLESS.has(sense));
  const without = (some: Request[]) => requests.filter((request) => !some.includes(request));
  if (acts.length > 0 && WONDERING.test(message)) return { now: without(acts), said: { say: ONLY_ASKED } };
  const late = acts.slice(1).filter(({ sense }) => sense === "undo");
  const quoted = acts.filter((request) => request.quote && !late.includes(request));
  const asked = askAbout(quoted, context);
  const says = [asked.say, late.length > 0 ? UNDO_ALONE : ""].filter(Boolean);
  return { now: without([...late, ...quoted]), said: { ...asked, say: says.join("\n\n") } };
}
