import { type Context, today } from "@/language/calendar";
import { halfOf } from "@/language/dates/occasions";
import type { Half } from "@/language/dates/period";
import { timeOn } from "@/language/due";
import type { Priority } from "@/language/quick-add";
import { cut } from "@/language/text";
import { type Clause, read, slice, without, written } from "./clause";
import { dueOf } from "./due";
import { levelOf } from "./levels";
import { readList } from "./lists";
import { unquoted } from "./quotation-marks";
import { EXCEPT } from "./reference";
import type { Request } from "./request";
import type { Row } from "./results";
import { type Scope, scopeOf } from "./scope";
import { type Shift, shifted, shiftOf } from "./shift";
import { readSpans, type Span, widened } from "./times";
import { written as titled } from "./title";

export type Fields = {
  title?: string;
  description?: string | null;
  priority?: Priority;
  dueDate?: string | null;
  dueTime?: string | null;
  repeat?: string | null;
  repeatFrom?: "due" | "completion";
  tags?: string[];
  addTags?: string[];
  removeTags?: string[];
  scope?: Scope;
};

/** What is to become of the tasks that `target` names. */
export type Edit = { target: Clause } & (
  | { kind: "fields"; fields: Fields; shift?: Shift; clock?: Span; noteMore?: boolean }
  | { kind: "deed"; deed: "complete" | "delete" | "reopen" }
  | { kind: "missing"; ask?: string }
);

/** Reads a request to change something as the tasks that it names and what they are to become. */
export function editOf(request: Request, context: Context): Edit {
  const { sense, body, parts } = request;
  // "Stop repeating" is said of what has been spoken of.
  const target = body.plain === "" ? read("it") : body;
  const fields = (fields: Fields): Edit => ({ kind: "fields", target, fields });
  if (sense === "rename") return fields({ title: cut(titled(parts.title?.text ?? ""), 200) });
  if (sense === "rank") return fields({ priority: rankOf(request) });
  if (sense === "tag") return fields({ addTags: tagsIn(parts.tag?.text ?? "") });
  if (sense === "untag") return fields(parts.tag ? { removeTags: tagsIn(parts.tag.text) } : { tags: [] });
  if (sense === "describe")
    return { kind: "fields", target, fields: { description: parts.note?.text ?? "" }, noteMore: true };
  if (sense === "unset") return fields(emptied(parts.field?.plain ?? ""));
  return moveOf(request, context);
}

/** The fields of one task: a note is added to its notes, a shift counts from its own day, a mere time keeps it. */
export function fieldsFor(edit: Edit & { kind: "fields" }, row: Row, context: Context): Fields {
  const { fields, shift, clock, noteMore } = edit;
  if (shift) return shifted(row, shift, context);
  // "every week" goes on from the day that the task has; "every Monday" brings a day of its own.
  if (fields.repeat && row.dueDate && !/BY/.test(fields.repeat)) return { ...fields, dueDate: row.dueDate };
  // What is overdue is not moved about in the past.
  if (clock && row.dueDate && row.dueDate >= today(context))
    return { ...fields, dueDate: row.dueDate, dueTime: timeOn(row.dueDate, clock, context, half(row)) };
  if (noteMore && row.description) return { description: cut(`${row.description}\n${fields.description}`, 1000) };
  return fields;
}

/** Whether the fields are the same whatever the task; a shift counts from its day, a note is added to its notes. */
export const isForAll = ({ fields, shift, clock, noteMore }: Edit & { kind: "fields" }) =>
  !shift && !clock && !noteMore && !fields.repeat;

// "Make it eight" of what is at seven in the evening is still in the evening.
function half({ title, dueTime }: Row): Half | undefined {
  return dueTime && dueTime >= "18:00" ? "evening" : halfOf(title);
}

/** The edit that some times alone ask for: "Friday", "5pm", "every week". */
export function dueEdit(target: Clause, spans: Span[], context: Context): Edit | undefined {
  const [first] = spans;
  if (!first) return undefined;
  const due = dueOf(spans, context);
  return { kind: "fields", target, fields: due, ...(spans.every(({ isTimeOnly }) => isTimeOnly) && { clock: first }) };
}

const TOWARDS = /\b(?:to|until|till|for|on|by|at|into|onto|as|due)\b ?/g;

function moveOf({ body, parts, clause }: Request, context: Context): Edit {
  const to = parts.to && (/^\d+$/.test(parts.to.plain) ? `to ${parts.to.text}` : parts.to.text);
  const { clause: said } = scopeOf(to ? read(`${body.text} ${to}`) : body);
  const except = EXCEPT.exec(said.plain);
  if (!except || / (?:to|until|till|onto) /.test(except[1] ?? "")) return goalIn(said, clause, context);
  const kept = written(said, except.index, said.plain.length);
  const edit = goalIn(without(said, [kept]), clause, context);
  return { ...edit, target: read(`${edit.target.text} ${said.text.slice(kept.start)}`) };
}

function goalIn(whole: Clause, clause: Clause, context: Context): Edit {
  const shift = shiftOf(whole, clause.plain);
  if (shift) return { kind: "fields", target: without(whole, [shift.stretch]), fields: {}, shift };
  const goal = goalOf(whole, context);
  if (goal) return dueEdit(goal.target, goal.spans, context) ?? { kind: "missing", target: goal.target };
  const spans = readSpans(whole.text, context);
  const last = spans.at(-1);
  if (last && aimed(whole, last)) {
    const goals = spans.filter((span) => span === last || touching(whole.text, span, last));
    const target = without(
      whole,
      goals.map((span) => widened(whole.text, span)),
    );
    return dueEdit(target, goals, context) ?? { kind: "missing", target };
  }
  return elsewhere(whole, clause) ?? { kind: "missing", target: whole };
}

// A part of whatever day it is on: "to the afternoon".
const PART = /^(?:the )?(morning|afternoon|evening|night)(?: instead)?$/;

// "today's tasks to tomorrow" is no range of days: what stands behind the last "to" and is nothing but a time is where to.
function goalOf(whole: Clause, context: Context): { target: Clause; spans: Span[] } | undefined {
  const to = [...whole.plain.matchAll(/ (?:to|until|till|onto) /g)].at(-1);
  if (!to) return undefined;
  const behind = slice(whole, to.index + to[0].length);
  const part = PART.exec(behind.plain)?.[1];
  if (part) {
    const spans = readSpans(`in the ${part}`, context).map((span) => ({ ...span, isTimeOnly: true }));
    return { target: slice(whole, 0, to.index), spans };
  }
  const spans = readSpans(behind.text, context);
  const left = without(
    behind,
    spans.map((span) => widened(behind.text, span)),
  ).plain;
  return spans.length > 0 && /^(?:instead|please|now)?$/.test(left)
    ? { target: slice(whole, 0, to.index), spans }
    : undefined;
}

// A time is where to, and not which, when nothing but more of it comes behind.
function aimed(whole: Clause, span: Span): boolean {
  const behind = whole.text
    .slice(span.end)
    .replace(/^[\s,.'’]*(?:instead|please|now|s\b)?/i, "")
    .trim();
  return behind === "" || /\b(?:to|until|till|for|on|by|at)\s+(?:the )?$/i.test(whole.text.slice(0, span.start));
}

function touching(text: string, span: Span, last: Span): boolean {
  return span.end <= last.start && /^[\s,]*(?:at|on|by|in|@|,)?[\s,]*$/i.test(text.slice(span.end, last.start));
}

/** "to the errands list", "to the trash", "to high": a change of something else than the time. */
function elsewhere(whole: Clause, clause: Clause): Edit | undefined {
  const to = [...whole.plain.matchAll(TOWARDS)].find(({ 0: word }) => /^(?:to|as|into|onto)/.test(word));
  if (!to) return undefined;
  const goal = whole.plain.slice(to.index + to[0].length);
  const target = without(whole, [written(whole, to.index, whole.plain.length)]);
  const { text } = slice(whole, to.index + to[0].length);
  if (/^(?:the )?(?:trash|bin)$/.test(goal)) return { kind: "deed", target, deed: "delete" };
  if (/^(?:done|completed?|finished)$/.test(goal)) return { kind: "deed", target, deed: "complete" };
  if (/^(?:a )?(?:high|medium|low|no|top|urgent)(?: priority)?$/.test(goal))
    return { kind: "fields", target, fields: { priority: levelOf(goal) } };
  const list = readList(read(`to ${text}`));
  const name =
    list?.name ||
    (/^(?:move|shift|switch|push|put)\b/.test(clause.plain) && /^(?:the |my )?[^ ]+$/.test(goal)
      ? goal.replace(/^(?:the|my) /, "")
      : "");
  if (name) return { kind: "fields", target, fields: { addTags: [name.replace(/^#/, "")] } };
  return /^(?:change|edit|update|correct|modify|alter)\b/.test(clause.plain)
    ? { kind: "fields", target, fields: { title: cut(titled(text), 200) } }
    : undefined;
}

function rankOf({ parts, clause }: Request): Priority {
  const level = parts.level ?? parts.number;
  if (level) return levelOf(level.plain);
  return /^(?:lower|decrease|reduce)/.test(clause.plain) ? "low" : "high";
}

function tagsIn(text: string): string[] {
  return text
    .split(/\s*(?:,|\band\b|&)\s*/)
    .map((name) => cut(unquoted(unquoted(name).replace(/^#/, "")).replace(/["“”]/g, "").trim(), 50))
    .filter(Boolean);
}

function emptied(field: string): Fields {
  if (/priority/.test(field)) return { priority: "none" };
  if (/tag/.test(field)) return { tags: [] };
  if (/note|description/.test(field)) return { description: null };
  if (/repe|recur/.test(field)) return { repeat: null };
  return field === "time" ? { dueTime: null } : { dueDate: null, dueTime: null, repeat: null };
}
