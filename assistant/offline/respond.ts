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
import { quoted } from "./quotation-marks";
import { ownWords, withoutBlocks } from "./quoted";
import type { Request } from "./request";
import { resolve } from "./resolve";
import type { Result } from "./results";
import type { Call, Outcome, Plan, Scene } from "./scene";
import { MOST, split } from "./split";
import { withhold } from "./withhold";
import { listing, quote, UNCLEAR } from "./words";

/** Longer messages are read as far as this; requests don't come beyond it. */
const LONGEST = 10_000;

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
  const { now, said: withheld } = withhold(requests, whole, context);
  const groups = grouped(now).map((group) =>
    group.map((request) => (scene: Scene) => plan(request, scene, context, replied)),
  );
  const left = [withheld, { say: notUnderstood(unknown) }];
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

/** Each request as one, or as several if those name tasks that are there. */
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
