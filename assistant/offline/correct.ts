import type { Context } from "@/language/calendar";
import { cut } from "@/language/text";
import { act } from "./answer";
import { call } from "./calls";
import { type Clause, read, slice } from "./clause";
import { dueEdit } from "./edit";
import { isRefusal } from "./grammar/refusing";
import type { Sense } from "./grammar/rule";
import { readMessage } from "./message";
import { placesIn } from "./places";
import { plan } from "./plan";
import { carryEdit } from "./plans/change";
import { unresolved } from "./plans/unresolved";
import { readReference } from "./reference";
import type { Request } from "./request";
import { resolve } from "./resolve";
import type { Plan, Scene } from "./scene";
import { scopeOf } from "./scope";
import { readSlots } from "./slots";
import { isEmpty, written } from "./title";

const OPENING =
  /^(?:(?:no|nope|sorry|oops|wait|actually|hmm|hold on|not that|not quite|not [^ ,]+(?: [^ ,]+)? ,|wrong|my mistake|correction|rather|i mean|i meant|i said|oh|,|and)(?= |$) ?)+(?:(?:(?:make|change) (?:it|that)(?: to)?|it should be|that should be|it is|should be|on|for|to|please|,)(?= |$) ?)*/;
// "it should have been Friday": only of times and the like, for "it should be fun" corrects nothing.
const SHOULD = /^(?:it|that|this) (?:should|was supposed to|was meant to|ought to)(?: be| have been) (?=.)/;
const MADE = /^(?:make|change|move) (?:it|that) (?:to |for |on )?(?=.)/;
const CLOSING = /(?: ,)? (?:instead|rather|i meant|i mean)$| (?:, )?not (?:on |at |to )?[^ ]+(?: [^ ]+)?$/;
const FOLLOWING = /^(?:and |what about |how about |and what about |and how about |and for |same for )(?:for |on |in )?/;

/** How a message is to be taken as a correction of, or a variation on, what was done last; undefined when it is neither. */
export function correct(message: string, scene: Scene, context: Context): Plan | undefined {
  const clause = read(message.trim());
  const last = scene.deeds.at(-1)?.request;
  // "move it to Fridays from now on" is a wish of its own.
  if (!last || scopeOf(clause).scope || isRefusal(clause.plain)) return undefined;
  if (last.sense === "show") return varied(clause, last, scene, context);
  const rest = corrected(clause) ?? (isTime(clause, context) ? clause : undefined);
  if (!rest || rest.plain === "") return undefined;
  const [own, ...more] = readMessage(rest.text, context);
  if (more.length > 0) return undefined;
  if (own && OWN.has(own.sense)) return plan(own.body.plain ? own : { ...own, body: read("it") }, scene, context);
  if (SHOULD.test(clause.plain) && !isEmpty(readSlots(rest, context).rest.plain)) return undefined;
  return corrects(rest, MORE.test(clause.plain), last, scene, context);
}

// "No wait, undo that", "and tag it family": what has a verb of its own is done as it says.
const OWN = new Set<Sense>([
  "undo",
  "delete",
  "complete",
  "reopen",
  "restore",
  "skip",
  "change",
  "rename",
  "rank",
  "describe",
  "tag",
  "untag",
  "unset",
]);

/** A message that says when and nothing else: "tomorrow at 5", "every week". */
function isTime(clause: Clause, context: Context): boolean {
  const { spans, rest } = readSlots(clause, context);
  return spans.length > 0 && rest.plain === "";
}

function corrected(clause: Clause): Clause | undefined {
  const opening = OPENING.exec(clause.plain) ?? SHOULD.exec(clause.plain) ?? MADE.exec(clause.plain);
  const closing = CLOSING.exec(clause.plain);
  if (!opening && !closing) return undefined;
  return slice(
    clause,
    opening?.[0].length ?? 0,
    closing && closing.index > (opening?.[0].length ?? 0) ? closing.index : undefined,
  );
}

// "And bread tomorrow" is one more, where "and at five" is of the one that there is.
const MORE = /^(?:and|,)(?: (?:and|,))* (?!(?:make|change) )/;

function corrects(rest: Clause, isMore: boolean, last: Request, scene: Scene, context: Context): Plan | undefined {
  const slots = readSlots(rest, context);
  const dated = scene.deeds.findLast(({ request }) => request.sense === "add" || request.sense === "change");
  const rows = scene.focus;
  const bare = isEmpty(slots.rest.plain) || /^(?:the|it|that|this|one)$/.test(slots.rest.plain);
  if (bare && rows.length > 0) {
    const due = dated && dueEdit(rest, slots.spans, context);
    if (due) return carryEdit(dated.request, due, dated.rows, context);
    if (slots.level)
      return carryEdit(last, { kind: "fields", target: rest, fields: { priority: slots.level } }, rows, context);
    const name = slots.tags[0] ?? slots.list?.name;
    if (name) return carryEdit(last, { kind: "fields", target: rest, fields: { tags: [name] } }, rows, context);
  }
  if (slots.rest.tokens.length > 8 || isMore) return undefined;
  if (last.sense === "add" && rows.length === 1) {
    const fields = { title: cut(written(slots.rest.text), 200) };
    return carryEdit(last, { kind: "fields", target: rest, fields }, rows, context);
  }
  return last.sense === "add" ? undefined : instead(rest, last, scene, context);
}

/** Takes the last deed back and does it to the task that was meant. */
function* instead(rest: Clause, last: Request, scene: Scene, context: Context): Plan {
  const which = readReference(rest, context);
  const found = yield* resolve(
    which,
    scene,
    context,
    last.sense === "restore" ? "trash" : last.sense === "reopen" ? "completed" : "open",
  );
  if (found.kind !== "tasks") return unresolved(found, last, which, context);
  yield* call("undo_turn");
  return yield* act(last, found.rows, context);
}

function varied(clause: Clause, last: Request, scene: Scene, context: Context): Plan | undefined {
  if (placesIn(clause.plain).length > 0) return plan({ ...last, clause, body: clause, parts: {} }, scene, context);
  const opening = FOLLOWING.exec(clause.plain) ?? OPENING.exec(clause.plain);
  if (!opening && !isTime(clause, context)) return undefined;
  const rest = slice(clause, opening?.[0].length ?? 0);
  const { spans, list, tags } = readSlots(rest, context);
  if (last.parts.deed && spans.length === 0) return plan({ ...last, parts: { deed: rest } }, scene, context);
  if (spans.length === 0 && !list && tags.length === 0 && rest.tokens.length > 2) return undefined;
  const place = spans.length === 0 && !list ? read(`on my ${rest.text} list`) : rest;
  return plan({ ...last, clause: read(`what is there ${place.text}`), body: place, parts: {} }, scene, context);
}
