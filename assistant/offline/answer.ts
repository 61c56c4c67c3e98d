import type { Context } from "@/language/calendar";
import { type Clause, read, slice } from "./clause";
import { dueEdit, editOf } from "./edit";
import type { Sense } from "./grammar/rule";
import { strip } from "./lead";
import { plan } from "./plan";
import { carryEdit } from "./plans/change";
import { carrySkip } from "./plans/skip";
import { carryOut } from "./plans/tick";
import { unresolved } from "./plans/unresolved";
import { readReference } from "./reference";
import { type Request, readRequest } from "./request";
import { resolve } from "./resolve";
import type { Row, View } from "./results";
import type { Pending, Plan, Scene } from "./scene";
import { score } from "./stems";
import { readSpans } from "./times";
import { REFUSED } from "./words";

/** How a message is to be taken as the answer to what was asked; undefined when it is none, but something new. */
export function answer(message: string, pending: Pending, scene: Scene, context: Context): Plan | undefined {
  const clause = read(message.trim());
  const { sense } = readRequest(clause, context);
  if (sense === "no" || sense === "stop" || NONE.test(clause.plain)) return say(REFUSED);
  if (pending.kind === "confirm") return confirmed(clause, sense === "yes", pending, scene, context);
  if (pending.kind === "which") return chosen(clause, sense === "yes", pending, context);
  if (ANEW.has(sense)) return undefined;
  if (pending.kind === "when") return timed(clause, pending, context);
  if (pending.request.sense !== "add") return pick(clause, pending.request, scene, context);
  return plan({ ...pending.request, body: named(clause, pending.request) }, scene, context);
}

function* pick(clause: Clause, request: Request, scene: Scene, context: Context): Plan {
  const which = readReference(strip(clause), context);
  const found = yield* resolve(which, scene, context, VIEWS[request.sense] ?? "open");
  return found.kind === "tasks" ? yield* act(request, found.rows, context) : unresolved(found, request, which, context);
}

const VIEWS: Partial<Record<Sense, View>> = { restore: "trash", reopen: "completed" };

const NONE = /^(?:none|neither|nothing|no one|not any|none of (?:them|these|those|the above))\b/;
// What is plainly a request of its own does not answer a question.
const ANEW = new Set([
  "show",
  "delete",
  "complete",
  "restore",
  "undo",
  "reopen",
  "help",
  "greet",
  "thanks",
  "clock",
  "rename",
]);

// biome-ignore lint/correctness/useYield: a plan that takes no call
function* say(text: string): Plan {
  return { say: text };
}

function confirmed(
  clause: Clause,
  yes: boolean,
  { request, rows }: Pending & { kind: "confirm" },
  scene: Scene,
  context: Context,
): Plan | undefined {
  const agreed = yes || /^(?:yes|yeah|yep|sure|ok|okay)\b/.test(clause.plain);
  if (!agreed) return undefined;
  if (rows.length > 0) return act(request, rows, context);
  const more = strip(clause).plain.replace(/^(?:yes|yeah|yep|sure|ok|okay)\b ?,? ?/, "");
  const body = readSpans(more, context).length > 0 ? read(`${request.body.text} ${more}`) : request.body;
  return plan({ ...request, body }, scene, context);
}

function chosen(
  clause: Clause,
  yes: boolean,
  { request, rows }: Pending & { kind: "which" },
  context: Context,
): Plan | undefined {
  const bare = strip(clause);
  const which = readReference(bare, context);
  if (which.numbers.length > 0) {
    const picked = which.numbers.flatMap((number) => rows.at(number > 0 ? number - 1 : number) ?? []);
    return picked.length > 0 ? act(request, picked, context) : undefined;
  }
  if (/^(?:all|both|every|each|all of (?:them|those|these)|both of them|them all)(?: |$)/.test(bare.plain))
    return act(request, rows, context);
  if (yes && rows.length === 1) return act(request, rows, context);
  const { hours } = which;
  const day = which.span?.isTimeOnly ? undefined : which.span?.day;
  const fitting = rows.filter(
    ({ title, dueDate, dueTime }) =>
      (which.words.length === 0 || score(which.words, title) >= 0.6) &&
      (!day || dueDate === day) &&
      (!hours || (dueTime !== null && dueTime >= hours.from && dueTime <= hours.to)),
  );
  const telling = which.words.length > 0 || day || hours;
  return telling && fitting.length === 1 ? act(request, fitting, context) : undefined;
}

function timed(clause: Clause, { request, rows }: Pending & { kind: "when" }, context: Context): Plan | undefined {
  const edit = dueEdit(clause, readSpans(clause.text, context), context);
  return edit && carryEdit(request, edit, rows, context);
}

// What was asked for by name: the answer's words with the times and lists that the request had already.
function named(clause: Clause, { body }: Request): Clause {
  const bare = strip(clause);
  const called = /^(?:it is |call it |a task called )/.exec(bare.plain);
  const words = called ? slice(bare, called[0].length) : bare;
  const rest = body.text
    .replace(/^(?:an? |the |my )?(?:new )?(?:reminder|task|item|to-?do|list|event|something|alarm|alert)\b/i, "")
    .trim();
  return read(`${words.text} ${rest}`.trim());
}

/** Carries out a request for tasks that the user has picked. */
export function act(request: Request, rows: Row[], context: Context): Plan {
  const { sense } = request;
  if (sense === "complete" || sense === "reopen" || sense === "delete" || sense === "restore")
    return carryOut(sense, request, rows, context);
  if (sense === "skip") return carrySkip(request, rows, context);
  return carryEdit(request, editOf(request, context), rows, context);
}
