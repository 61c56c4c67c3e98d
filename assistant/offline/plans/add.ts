import type { Context } from "@/language/calendar";
import { halfOf } from "@/language/dates/occasions";
import { cut, shorten } from "@/language/text";
import { call, find } from "../calls";
import { read, slice } from "../clause";
import { dueOf } from "../due";
import { buying, itemsOf } from "../items";
import { chore } from "../lexicon";
import type { Request } from "../request";
import type { Row } from "../results";
import type { Lookup, Plan } from "../scene";
import { readSlots, type Slots } from "../slots";
import { alike, score, stems } from "../stems";
import { readDueSpans, readSpans, type Span } from "../times";
import { isEmpty, titleOf, written } from "../title";
import { afterwards, again, are, count, due, failures, quote, REFUSED, sentence, titles } from "../words";

/** Adds what the request names: one task, or one for each thing on a list of things. */
export function* add(request: Request, context: Context): Plan {
  const half = halfOf(request.clause.plain);
  const body = ALARM.test(request.clause.plain) ? read(request.body.text.replace(FOR_HOUR, "at ")) : request.body;
  const said = readSlots(body, context, (...where) => readDueSpans(...where, half));
  const place = said.list || said.tags.length > 0 ? undefined : yield* placeBehind(request, said);
  if (place === "unknown") return yield* offer(request, context);
  const slots = place ?? said;
  const spans = [...slots.spans, ...often(request, context)];
  const wanted = titlesIn(request, slots);
  if (wanted.length === 0) return { say: asking(slots), pending: { kind: "title", request } };
  const tag = place?.list?.name ?? (slots.list?.name ? yield* tagFor(slots.list.name) : undefined);
  const there = request.absent ? yield* present(wanted, tag) : [];
  const fresh = wanted.filter((title) => !there.some((row) => score(stems(title), row.title) === 1));
  if (fresh.length === 0) return { say: `${titles(there)} ${are(there.length)} already on your list.`, focus: there };
  const tags = [...slots.tags, ...(tag ? [tag] : [])];
  const fields = {
    ...dueOf(spans, context, half),
    ...(tags.length > 0 && { tags }),
    ...(slots.level && { priority: slots.level }),
  };
  if (fresh.length > MOST)
    return { say: `That’s ${fresh.length} tasks, and I can add ${MOST} at a time. Nothing was added.` };
  const tasks = fresh.map((title) => ({ ...fitting(title), ...fields }));
  const result = yield* call("add_tasks", { tasks });
  if (result.refused) return { say: REFUSED };
  const rows = result.done.flatMap(({ task }) => task ?? []);
  const added = told(rows, result.doneInAll, tags, context);
  return { say: sentence(added, failures(result, [])), focus: afterwards(result, rows), last: request };
}

/** Proposes to add what may well be a task, or a question for another person. */
// biome-ignore lint/correctness/useYield: a plan that takes no call
export function* offer(request: Request, context: Context): Plan {
  const slots = readSlots(request.body, context);
  const [title] = titlesIn(request, slots);
  if (!title) return { say: asking(slots), pending: { kind: "title", request } };
  return {
    say: `Should I add ${quote(title)} to your tasks?`,
    pending: { kind: "confirm", request: { ...request, sense: "add" }, rows: [] },
  };
}

/** More than this are not added at once. */
const MOST = 200;
const LONGEST = 200;

/** What the tasks are to be called; none where the words name nothing. */
function titlesIn({ clause }: Request, slots: Slots): string[] {
  const isFor = BLOCKING.test(clause.plain) && slots.rest.text.startsWith("for ");
  const bare = titleOf(isFor ? slice(slots.rest, "for ".length) : slots.rest);
  if (MADE_LIST.test(clause.plain)) return itemsOn(slots);
  if (isEmpty(bare.plain)) return WAKING.test(clause.plain) && slots.spans.length > 0 ? ["Wake up"] : [];
  if (/^(?:remind|remember|do not)/.test(clause.plain) && !bare.plain.includes(",")) return [written(bare.text)];
  if (NEEDED.test(clause.plain) && bare.plain === slots.rest.plain) return [needed(bare.text)];
  return itemsOf(bare.text, slots.list?.name ?? (slots.list && ""))
    .map(written)
    .filter(Boolean);
}

// "block out Friday morning for deep work"
const BLOCKING = /^(?:block|reserve|set aside)\b/;
const HOLDING = /^(?:with|containing|including|that has) (?<what>.+)$/i;

// "a list for the barbecue with buns and sausages": on a list of its own each thing is one.
function itemsOn({ rest, list }: Slots): string[] {
  const what = HOLDING.exec(rest.text)?.groups?.what;
  return what && list?.name ? itemsOf(what, "shopping").map(written).filter(Boolean) : [];
}

const OFTEN =
  /\b(dai|week|month|year)ly (?:recurring |repeating )?(?:reminder|task|to do|event|alarm|appointment|meeting|chore|call)\b/;

/** How often "a weekly reminder" comes round, which is said before the thing and not of it. */
function often({ clause }: Request, context: Context): Span[] {
  const unit = OFTEN.exec(clause.plain)?.[1];
  return unit ? readSpans(`every ${unit === "dai" ? "day" : unit}`, context) : [];
}

// "make a list of names" names a list and nothing on it.
const MADE_LIST =
  /^(?:(?:please )?(?:make|create|start|give|get|set up|write|need|want|new)\b(?: me| us| up)?|i (?:need|want)) (?:(?:an?|the|new|another|quick|separate) )*(?:\S+ )?lists?\b/;
const ALARM = /\balarm\b/;
const FOR_HOUR = /\bfor (?=\d{1,2}(?: |$))/i;
const WAKING = /\b(?:wake|alarm)\b/;
const NEEDED = /^(?:i|we) (?:(?:need|want|could use|have to get)(?! to)|(?:are|am) (?:out of|low on|running))\b/;

// "a haircut" is got, "milk and bread" are bought.
function needed(text: string): string {
  return /^(?:an?|my|the) [^,]*$/i.test(text) && !/\band\b/.test(text) ? `Get ${text}` : buying(text);
}

// A title has its limit; what is beyond it goes to the notes, as written.
function fitting(title: string) {
  const short = shorten(title, LONGEST);
  return short === title ? { title } : { title: short, description: cut(title, 1000) };
}

/** The user's own spelling of a tag ("groceries" for "grocery"), or the name as it was said. */
function* tagFor(name: string): Lookup<string> {
  const { tags } = yield* call("list_tags");
  return tags.find((tag) => alike(tag.name, name))?.name ?? cut(name === "grocery" ? "groceries" : name, 50);
}

const BEHIND = /^(?<what>.+) (?:to|in|into|on|onto|under|as) (?:my |the )?(?<name>[^\s]+(?: [^\s]+){0,6})$/i;
const USUAL = /^(?:shopping|grocer(?:y|ies)|errands|chores|work|home|family|personal)$/i;
const NAMED_SO = new RegExp(
  `^(?:${chore}|trip|visit|reply|letter|email|note|ticket|tickets|flight|present|gift) `,
  "i",
);

/**
 * The list in "add milk to errands", where the words alone do not say that it is one: it is when there is such a tag, or it is
 * what lists are usually called. "unknown" when "add my wife to the account" may be meant for another person.
 */
function* placeBehind({ clause }: Request, slots: Slots): Lookup<Slots | "unknown" | undefined> {
  const { what = "", name = "" } = BEHIND.exec(titleOf(slots.rest).text)?.groups ?? {};
  if (!name || !/^(?:add|include|put|append|insert)\b/.test(clause.plain)) return undefined;
  const { tags } = yield* call("list_tags");
  const known = tags.find((tag) => alike(tag.name, name))?.name ?? (USUAL.test(name) ? name.toLowerCase() : undefined);
  if (known) return { ...slots, list: { name: known, said: name }, rest: read(what) };
  return slots.spans.length > 0 || NAMED_SO.test(what) || /^["“]/.test(what) ? undefined : "unknown";
}

function* present(wanted: string[], tag: string | undefined): Lookup<Row[]> {
  const rows: Row[] = [];
  for (const title of wanted.slice(0, 5)) {
    const { tasks } = yield* find({ q: stems(title)[0], tag });
    rows.push(...tasks.filter((row) => score(stems(title), row.title) === 1).slice(0, 1));
  }
  return rows;
}

function told(rows: Row[], inAll = rows.length, tags: string[], context: Context): string {
  const [first] = rows;
  if (!first) return "";
  const when = due(first, context);
  const often = first.repeat ? `, ${again(first.repeat, context)}` : "";
  const where = tags.length > 0 ? ` to ${tags.join(", ")}` : "";
  const what = rows.length === 1 ? titles(rows) : `${count(inAll)}${where}: ${titles(rows, inAll)}`;
  const rank = first.priority !== "none" ? `, ${first.priority} priority` : "";
  return `Added ${what}${rows.length === 1 ? where : ""}${when ? ` for ${when}` : ""}${often}${rank}.`;
}

function asking({ list, spans }: Slots): string {
  if (list?.name)
    return `What should I put on ${quote(list.name)}? Lists here are tags, so this one starts with its first task.`;
  return spans.length > 0 ? "What should I add for then?" : "What should I add?";
}
