import type { Context } from "@/language/calendar";
import { type Clause, read, slice } from "./clause";
import { editOf } from "./edit";
import type { Sense } from "./grammar/rule";
import { strip } from "./lead";
import { chore } from "./lexicon";
import { type Reference, readReference } from "./reference";
import { type Request, readRequest } from "./request";

const JOINT = / (?:, )?(?:(?:and|then|also|plus) )+| , /g;
const CHORE = new RegExp(`^(?:${chore}) `);
const OWN = new Set<Sense>(["complete", "reopen", "delete", "skip", "rename", "rank", "tag", "untag", "change"]);
/** A verb that has not said its goal by then says one for all. */
const MOST = 12;
const LONGEST = 400;
const SEVERAL = 30;

/** Several requests in one clause. Not sure where all but the first may be part of a title. */
export type CarriedOver = { requests: Request[]; isSure: boolean };

/**
 * Several things said with one verb, each with a goal of its own: "rename milk to oat milk and bread to rye bread", "set the report to
 * priority 1 and the milk to 2". Undefined where the clause asks for one thing.
 */
export function carriedOver(part: Clause, context: Context): CarriedOver | undefined {
  const clause = strip(part);
  const joints = jointsOf(clause);
  const all = clause.plain.length;
  const begun = joints.slice(0, MOST).flatMap(({ end, next }) => {
    const request = readRequest(slice(clause, 0, end), context);
    const goal = goalOf(request, context);
    return goal && request.lead !== "" ? [{ request, goal, end, next }] : [];
  })[0];
  if (!begun) return undefined;
  const { request: first, goal } = begun;
  const follower = (from: number, to: number) => {
    const piece = slice(clause, from, to);
    const own = readRequest(piece, context);
    if (isOwn(own, context)) return { request: own, isSure: goal !== "title" };
    const request = after(first, piece, context);
    return request && { request, isSure: goal !== "title" || !CHORE.test(piece.plain) };
  };
  // Of tasks to be moved there may be several ("the dentist and the report to Friday"); a title goes on, and so do tags.
  const isGoal = (from: number) =>
    goal === "title" || (goal === "addTags" && !/^(?:the|my) /.test(clause.plain.slice(from)));
  const ends = [...joints, { end: all, next: all }].filter(({ end }) => end >= begun.end);
  const [whole, ...others] = piecesOf(ends, (from, to) => follower(from, to) !== undefined, isGoal);
  const found = others.flatMap(({ from, to }) => follower(from, to) ?? []);
  if (!whole || found.length === 0 || found.length < others.length) return undefined;
  const requests = [readRequest(slice(clause, 0, whole.to), context), ...found.map(({ request }) => request)];
  return { requests, isSure: found.every(({ isSure }) => isSure) };
}

type Joint = { end: number; next: number };

/**
 * The first request and those that follow it, as places in a clause; none where they are too many or too long to be read.
 * @param ends where each may end, that of the first one first.
 * @param isGoal whether what is no request belongs to the one before it, as "pepper" in "rename it to salt and pepper", or to the next.
 */
function piecesOf(
  [first, ...ends]: Joint[],
  isRequest: (from: number, to: number) => boolean,
  isGoal: (from: number) => boolean,
): Array<{ from: number; to: number }> {
  if (!first) return [];
  let last = { from: 0, to: first.end };
  const pieces = [last];
  let from = first.next;
  for (const { end, next } of ends) {
    if (end - from > LONGEST || pieces.length > SEVERAL) return [];
    const isOne = isRequest(from, end);
    if (isOne) {
      last = { from, to: end };
      pieces.push(last);
    } else if (isGoal(from)) last.to = end;
    else continue;
    from = next;
  }
  // What is left at the end is more of the last goal too: "tag it with work and urgent".
  last.to = ends.at(-1)?.end ?? last.to;
  return pieces;
}

/** What has no verb of its own, with that of a request before it: "the report to Monday", after "move the dentist to Friday". */
export function after(first: Request, piece: Clause, context: Context): Request | undefined {
  const goal = goalOf(first, context);
  // "Make the gym repeat every day and the bills every month" leaves out more than the verb.
  const leads = goal === "time" ? [first.lead, "change"] : [first.lead];
  return leads
    .map((lead) => readRequest(read(`${lead} ${levelled(piece, first).text}`), context))
    .find((request) => request.sense === first.sense && goal !== undefined && goalOf(request, context) === goal);
}

// What is to be remembered may well be two things to do.
const REMINDS = /^(?:remind|remember|note|do not)\b/;

/** What else is asked for behind a new task: "add milk and complete the report", if there is such a task. */
export function behindTitle(part: Clause, context: Context): CarriedOver | undefined {
  const clause = strip(part);
  if (REMINDS.test(clause.plain)) return undefined;
  for (const { end, next } of jointsOf(clause).slice(0, MOST)) {
    const rest = slice(clause, next);
    const own = readRequest(rest, context);
    if (!isOwn(own, context)) continue;
    const more = carriedOver(rest, context)?.requests ?? [own];
    return { requests: [readRequest(slice(clause, 0, end), context), ...more], isSure: false };
  }
  return undefined;
}

const isOwn = (request: Request, context: Context) =>
  OWN.has(request.sense) && request.lead !== "" && isNamed(targetOf(request, context));

/** Where one request may end and the next begin: not within a quotation, as far as the words on both sides show. */
const jointsOf = ({ plain, tokens }: Clause) =>
  [...plain.matchAll(JOINT)]
    .map(({ index, 0: { length } }) => ({ end: index, next: index + length }))
    .filter(
      ({ end, next }) => !(tokens.findLast(({ at }) => at < end)?.quote && tokens.find(({ at }) => at === next)?.quote),
    );

/** The tasks that a request is about. */
export function targetOf(request: Request, context: Context): Reference {
  const changes = goalOf(request, context) !== undefined;
  return readReference(changes ? editOf(request, context).target : request.body, context);
}

/** What kind of goal a request names for its tasks; undefined where it names none, or no tasks. */
function goalOf(request: Request, context: Context): string | undefined {
  const { sense, parts, body } = request;
  if (sense === "relabel" || sense === "recolour") return sense;
  if (sense === "nest") return isNamed(readReference(body, context)) && parts.goal ? sense : undefined;
  if (sense !== "change" && sense !== "rename" && sense !== "rank" && sense !== "tag") return undefined;
  if (sense === "rank" && !parts.level && !parts.number) return undefined;
  const edit = editOf(request, context);
  if (edit.kind === "missing" || !isNamed(readReference(edit.target, context))) return undefined;
  if (edit.kind === "deed") return edit.deed;
  if (edit.shift || edit.fields.dueDate || edit.fields.repeat || edit.clock) return "time";
  return Object.keys(edit.fields)[0];
}

const isNamed = ({ words, numbers, pronoun, list, view, priority, joined, parts }: Reference) =>
  words.length > 0 || numbers.length > 0 || Boolean(pronoun ?? list ?? view ?? priority ?? joined ?? parts);

const NUMBER = /^(?:priority )?[1-4]$|^p[1-4]$/;

// "The report to priority 1 and the milk to 2": the second number is a priority too.
function levelled(piece: Clause, { parts }: Request): Clause {
  const number = / (?:(?:to|as|at) )?([1-4])$/.exec(piece.plain);
  if (!number || !NUMBER.test((parts.level ?? parts.number)?.plain ?? "")) return piece;
  return read(`${slice(piece, 0, number.index).text} to priority ${number[1]}`);
}
