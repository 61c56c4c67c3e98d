import type { Context } from "@/language/calendar";
import { type Clause, read, slice } from "./clause";
import { after, behindTitle, carriedOver } from "./ellipsis";
import { retracts } from "./grammar/refusing";
import { HERS, type Sense } from "./grammar/rule";
import { itemsOf } from "./items";
import { type Request, readRequest } from "./request";
import { readSlots } from "./slots";
import { MOST, split } from "./split";
import { isDated } from "./times";

/** All that a message asks for, in order, with what belongs together joined. */
export const readMessage = (message: string, context: Context) => readAll(message, context).requests;

/** The same, and what of it asks for something that the assistant doesn’t know, beside what it does know. */
export function readAll(message: string, context: Context): { requests: Request[]; unknown: Request[] } {
  const parts = split(message).slice(0, MOST);
  const last = parts.at(-1);
  // "Undo that. Actually, don't": nothing of it is asked for any more.
  if (last && parts.length > 1 && !last.tokens[0]?.quote && retracts(last.plain))
    return { requests: [{ ...readRequest(last, context), sense: "no" }], unknown: [] };
  const all: Request[] = [];
  for (const part of parts) all.push(...requestsIn(part, all.at(-1), context));
  const requests = all.reduce<Request[]>((before, request) => {
    const last = before.at(-1);
    return last ? [...before.slice(0, -1), ...join(last, request)] : [request];
  }, []);
  const isActing = ({ sense }: Request) => !IDLE.has(sense);
  if (!requests.some(isActing)) return { requests: requests.slice(0, 1), unknown: [] };
  const asks = requests.filter(({ quote, clause }) => !quote && !STATEMENT.test(clause.plain));
  return {
    requests: requests.filter((one) => isActing(one) || (one.sense === "offer" && asks.includes(one))),
    unknown: asks.filter(({ sense }) => sense === "none"),
  };
}

// What tells something, and so needs no answer beside something that is asked for.
const STATEMENT = new RegExp(
  `^(?:${HERS}|he|she|they|it|this|that|these|those|there|here|my|our|his|her|their|your|the|an?|some|every\\w*|no\\w*|today|tomorrow|yesterday|tonight|so|very|too|oh|ah|sorry|oops|because|since|as|if|when|after|before|by the way|btw|fyi|hope\\w*|good|great|nice|bad|not|(?!what|which|who|when|where|why|how)[a-z]+ (?:is|are|was|were|has|have|had|will|would|said|says|wrote|writes|asked|asks|told|tells|wants?|needs?|does|did))\\b`,
);

// "Move the dentist to Friday. The report to Monday."
const GOAL = new RegExp(`^(?!(?:${HERS}|he|she|they|it|there) ).+ (?:to|until|till) `);

function requestsIn(part: Clause, before: Request | undefined, context: Context): Request[] {
  const request = readRequest(part, context);
  const more = before?.lead && request.lead === "" && GOAL.test(part.plain) && after(before, part, context);
  if (more) return [more];
  const several = request.sense === "add" ? behindTitle(part, context) : carriedOver(part, context);
  if (!several) return apart(request, context);
  return several.isSure ? several.requests : [{ ...request, several: several.requests }];
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
  if (!points || first.quote || second.quote) return [first, second];
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
