import type { Context } from "@/language/calendar";
import { cut, isBlank } from "@/language/text";
import { answer } from "./answer";
import { asksToUndo } from "./asks-to-undo";
import type { Quote } from "./clause";
import { correct } from "./correct";
import { targetOf } from "./ellipsis";
import { type Exchange, inTurn, together } from "./in-turn";
import { listed } from "./listed";
import { IT, readAll } from "./message";
import { plan } from "./plan";
import { askAbout } from "./plans/quotation";
import { quoted } from "./quotation-marks";
import { ownWords, withoutBlocks } from "./quoted";
import { HARMLESS, type Request } from "./request";
import { resolve } from "./resolve";
import type { Result } from "./results";
import type { Call, Outcome, Plan, Scene } from "./scene";
import { MOST, split } from "./split";
import { listing, quote, UNCLEAR } from "./words";

/** Longer messages are read as far as this; requests don't come beyond it. */
const LONGEST = 10_000;

/** A whole message that only asks. "Why don't you move it to Friday?" and "how about moving it?" are more than that. */
const WONDERING =
  /^\s*(?:what (?:if|happens (?:if|when))|how (?:do|does|did|can|could|would|should|to)\b|who\b|why\b(?! (?:do not|don['’]t|not)\b))[^.!\n]*\?\s*$/iu;
const ONLY_ASKED = "That’s a question, so I haven’t changed anything. If you want me to do it, tell me to.";
const UNDO_ALONE = "To take something back, say “undo” on its own.";

/** Responds to a message: as an answer or a correction where it is one, else request by request. */
export function* respond(message: string, scene: Scene, context: Context, replied: string): Exchange {
  const { pending, ...open } = scene;
  const whole = cut(message, LONGEST);
  const beside = withoutBlocks(whole, (before, lines) => listed(before, lines, context));
  const meant = isBlank(beside) ? withoutBlocks(whole, (_, lines) => quoted(lines.join("; "))) : beside;
  const isQuoted = split(meant)[0]?.tokens[0]?.quote !== undefined;
  const answered = pending && !(isQuoted && pending.kind === "confirm") && answer(meant, pending, open, context);
  const taken = answered || (isQuoted ? undefined : correct(meant, open, context));
  if (taken) return yield* inTurn([[() => taken]], open);
  const { requests: known, unknown } = readAll(meant, context);
  const all = yield* settled(known, open, context);
  const undoes = all.some(({ sense }) => sense === "undo") && asksToUndo(whole, context);
  const unsure: Quote = ownWords(whole) === undefined ? "unclear" : "quoted";
  const requests = all.map((one) => (one.sense === "undo" && !undoes ? { quote: unsure, ...one } : one));
  if (requests.length === 0) return { say: UNCLEAR, scene: open };
  const isWondering = WONDERING.test(whole);
  const acts = requests.filter(({ sense }) => !HARMLESS.has(sense));
  // "Complete the report and undo that": what is taken back is done by an earlier message, and would be another thing.
  const lateUndo = acts.slice(1).filter(({ sense }) => sense === "undo");
  const isHeld = (request: Request) =>
    !HARMLESS.has(request.sense) && (request.quote !== undefined || isWondering || lateUndo.includes(request));
  const groups = grouped(requests.filter((request) => !isHeld(request))).map((group) =>
    group.map((request) => (now: Scene) => plan(request, now, context, replied)),
  );
  const left = [
    isWondering
      ? { say: acts.length > 0 ? ONLY_ASKED : "" }
      : askAbout(
          requests.filter((request) => isHeld(request) && !lateUndo.includes(request)),
          context,
        ),
    { say: !isWondering && lateUndo.length > 0 ? UNDO_ALONE : "" },
    { say: notUnderstood(unknown) },
  ];
  const response = yield* inTurn([...groups, left.map((one) => () => said(one))], open);
  const more = split(meant).length > MOST;
  return more
    ? { ...response, say: `${response.say}\n\nThat was a lot at once, so I only did the first ${MOST} things.` }
    : response;
}

// biome-ignore lint/correctness/useYield: a plan that takes no call
function* said(outcome: Outcome): Plan {
  return outcome;
}

// What points back ("and delete it") has to wait for what it points to; all else may look things up at the same time.
function grouped(requests: Request[]): Request[][] {
  const groups: Request[][] = [];
  for (const request of requests) {
    const last = groups.at(-1);
    const waits = IT.test(request.body.plain) || request.sense === "undo";
    if (last && !waits) last.push(request);
    else groups.push([request]);
  }
  return groups;
}

function notUnderstood(requests: Request[]): string {
  const all = listing(requests.map(({ clause }) => quote(clause.text)));
  return all && `I didn’t understand ${all}, so I left that out.`;
}

/** Each request as one or as several, whichever names tasks that are there. */
function* settled(requests: Request[], scene: Scene, context: Context): Generator<Call[], Request[], Result[]> {
  const all: Request[] = [];
  for (const request of requests) {
    const { several = [] } = request;
    const found = yield* together(several.slice(1).map((one) => resolve(targetOf(one, context), scene, context)));
    const areThere = several.length > 0 && found.every(({ kind }) => kind === "tasks" || kind === "several");
    all.push(...(areThere ? several : [request]));
  }
  return all;
}
