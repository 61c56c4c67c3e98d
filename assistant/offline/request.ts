import type { Context } from "@/language/calendar";
import { type Clause, read, slice, without, written } from "./clause";
import { retracts } from "./grammar/refusing";
import type { Sense } from "./grammar/rule";
import { MUSING } from "./grammar/undoing";
import { recognise } from "./intent";
import { itemsOf } from "./items";
import { strip } from "./lead";
import { straighten } from "./order";
import { readSlots } from "./slots";
import { correctVerb } from "./spelling";
import { MOST, split } from "./split";
import { isDated } from "./times";

/** One thing that a message asks for, as far as its words go; which tasks it is about has yet to be looked up. */
export type Request = {
  sense: Sense;
  /** The clause without its courtesies. */
  clause: Clause;
  /** The part that says of what. */
  body: Clause;
  /** What else the grammar named in it: "title", "tag", "note", "level", "to", "field". */
  parts: Record<string, Clause>;
  /** Only if it is not there yet: "if not, add it". */
  absent: boolean;
};

const ABSENT =
  /(?:^|(?<= ))(?:only )?(?:if (?:it|they|that|there|i|we) (?:is|are|do|does|have|has) not(?: (?:already|yet|there|on|have|in|it|any|listed|the|my|shopping|list|one|them))*|if not(?: already)?(?: (?:on|in|there|the|my|list))*)(?= |$)(?: ,)?/;

// What a clause asks for shows at its beginning; beyond it there can only be more of a title.
const TELLING = 400;
const LONGEST = 1_500;
const ADDS = new Set<Sense>(["add", "offer"]);

/** Reads one clause of a message. */
export function readRequest(whole: Clause, context: Context): Request {
  const part = slice(whole, 0, LONGEST);
  const greeting = recognise(part, () => false);
  if (greeting.sense === "greet" || greeting.sense === "thanks") return { ...greeting, clause: part, absent: false };
  const bare = mended(strip(straighten(strip(spoken(part)))));
  const condition = ABSENT.exec(bare.plain);
  const clause = condition
    ? strip(without(bare, [written(bare, condition.index, condition.index + condition[0].length)]))
    : bare;
  const short = slice(clause, 0, TELLING);
  const meant = recognise(short, () => isDated(short.text, context));
  const isMused =
    (meant.sense === "undo" && MUSING.test(part.plain)) ||
    (whole.asked && (meant.sense === "undo" || meant.sense === "complete"));
  const intent = isMused ? { ...meant, sense: "none" as const } : meant;
  const beyond = clause.text.slice(clause.text.indexOf(short.text) + short.text.length);
  const body = beyond && ADDS.has(intent.sense) ? read(intent.body.text + beyond) : intent.body;
  return { ...intent, body, clause: short, absent: condition !== null };
}

const WITHOUT_SUBJECT = /^(?:need (?!not\b)|got to |have to |have got to |want to |must |ought to |supposed to )/;

// Spoken English leaves the "I" out: "need milk", "gotta call mum", "gonna visit Tom on Friday".
function spoken(clause: Clause): Clause {
  const bare = strip(clause);
  if (/^(?:going|supposed|meant) to /.test(bare.plain)) return read(`I am ${bare.text}`);
  return WITHOUT_SUBJECT.test(bare.plain) ? read(`I ${bare.text}`) : clause;
}

// A verb may be misspelt, or be an "-ing" after "would you mind", where nothing but a verb can stand.
function mended(clause: Clause): Clause {
  const [first] = clause.tokens;
  const verb = first && correctVerb(first.word);
  return !first || !verb || verb === first.word ? clause : read(verb + clause.text.slice(first.end));
}

/** All that a message asks for, in order, with what belongs together joined. */
export function readMessage(message: string, context: Context): Request[] {
  const parts = split(message).slice(0, MOST);
  const last = parts.at(-1);
  // "Undo that. Actually, don't": nothing of it is asked for any more.
  if (last && parts.length > 1 && retracts(last.plain)) return [{ ...readRequest(last, context), sense: "no" }];
  const requests = parts
    .flatMap((part) => apart(readRequest(part, context), context))
    .reduce<Request[]>((before, request) => {
      const last = before.at(-1);
      return last ? [...before.slice(0, -1), ...join(last, request)] : [request];
    }, []);
  const acting = requests.filter(({ sense }) => !IDLE.has(sense));
  return acting.length > 0 ? acting : requests.slice(0, 1);
}

/** What is to be added on several days is several requests: "add call Ann tomorrow and email Bob on Friday". */
function apart(request: Request, context: Context): Request[] {
  if (request.sense !== "add") return [request];
  const { text } = request.body;
  const tasks = itemsOf(text, undefined);
  const parts = tasks.length > 1 ? tasks : text.split(/\s*(?:[,;]|\band\b)\s*/i);
  const days = parts.filter((part) => isDated(part, context));
  const isList = tasks.length > 1 ? days.length > 1 : parts.every((part) => isDatedThing(part, context));
  return isList && parts.length > 1 ? parts.map((part) => ({ ...request, body: read(part) })) : [request];
}

function isDatedThing(part: string, context: Context) {
  const { spans, rest } = readSlots(read(part), context);
  return spans.length > 0 && rest.plain !== "";
}

// What says nothing of its own beside something that does: "thanks, and add milk".
const IDLE = new Set<Sense>(["none", "offer", "yes", "no", "greet", "thanks", "stop", "again"]);

export const IT = /^(?:it|that|this|them|those|these|both)(?= |$)/;

const ACTED = new Set<Sense>([
  "show",
  "add",
  "change",
  "complete",
  "delete",
  "reopen",
  "restore",
  "rename",
  "rank",
  "tag",
]);

/** Two neighbours as one where the second speaks of the first's "it": "do I have milk, if not add it". */
function join(first: Request, second: Request): Request[] {
  const points = IT.test(second.body.plain) || second.body.plain === "";
  if (!points) return [first, second];
  const beyond = second.body.plain.replace(IT, "").trim();
  const subject =
    second.sense === "complete" &&
    !ACTED.has(first.sense) &&
    /^(?<who>.+?) (?:is|are|was|were|has|have)\b/.exec(first.clause.plain);
  if (subject) return [{ ...second, body: slice(first.clause, 0, subject.groups?.who?.length ?? 0) }];
  if (first.sense === "delete" && second.sense === "change") return [aimed(second, first, beyond)];
  if (first.sense === "complete" && (second.sense === "delete" || second.sense === "complete")) return [first];
  if (first.sense === "delete" && (second.sense === "delete" || second.sense === "complete")) return [first];
  if (second.sense !== "add") return [first, second];
  // "my flight is on the third, put it in my calendar": what was told is what is to be put there.
  if (first.sense === "none" && beyond !== second.body.plain)
    return [{ ...aimed(second, first, beyond), sense: "add" }];
  if (first.sense === "show" || first.sense === "offer") return [{ ...aimed(second, first, beyond), sense: "add" }];
  return first.sense === "add" && beyond === "" && !second.absent ? [first] : [first, second];
}

// The second request, about what the first one spoke of.
function aimed(request: Request, of: Request, beyond: string): Request {
  const what =
    of.sense === "show"
      ? (/^(?:is|are|do i have|does|did i put|have i got|was|were|do we have) (.+)$/.exec(of.body.plain)?.[1] ??
        of.body.plain)
      : "";
  const from = what
    ? of.body.text.slice(of.body.tokens.find(({ at }) => at === of.body.plain.length - what.length)?.start ?? 0)
    : of.body.text;
  return { ...request, body: read(`${from} ${beyond}`.trim()) };
}
