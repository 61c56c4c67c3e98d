import { type Context, today } from "@/language/calendar";
import { askedAbout } from "../asked";
import { call, find, findAll } from "../calls";
import { rangeOf } from "../range";
import type { Reference } from "../reference";
import type { Request } from "../request";
import { resolve } from "../resolve";
import type { Query, Row } from "../results";
import type { Lookup, Plan, Scene } from "../scene";
import { count, due, numbered, quote, titles } from "../words";
import { whether } from "./whether";

/** Answers a question about the list: which tasks there are, how many, when one is due, whether it is there. */
export function* show(request: Request, scene: Scene, context: Context): Plan {
  const { plain } = request.clause;
  if (/\b(?:tags|lists)\b/.test(plain) && !/\bon (?:my|the) lists\b/.test(plain)) return yield* showTags(request);
  const { deed } = request.parts;
  if (deed) return yield* whether(deed, request, scene, context);
  const which = askedAbout(request, context);
  if (which.numbers.length > 0 || which.pronoun) {
    const found = yield* resolve(which, scene, context, "all");
    if (found.kind === "tasks") return { say: numbered(found.rows, context), focus: found.rows, listed: found.rows };
  }
  const looked = yield* lookUp(which, plain, context);
  if (UNDATED.test(plain)) {
    const { rows, more } = looked.query ? yield* findAll(looked.query) : { rows: looked.rows, more: false };
    const undated = rows.filter(({ dueDate }) => dueDate === null);
    const listed = { rows: undated, inAll: undated.length };
    const said = answer(request, which, listed, context);
    return { ...said, say: more ? `Among your first 2,000 tasks: ${said.say}` : said.say, last: request };
  }
  return { ...answer(request, which, looked, context), last: request };
}

/** What was found: the first ones, how many there are in all, and what they have in common where these are not all. */
type Looked = { rows: Row[]; inAll: number; query?: Query };

const UNDATED = /\b(?:with no|without(?: an?)?|have no|has no) (?:due )?(?:dates?|days?|deadlines?)\b/;

function* lookUp(which: Reference, plain: string, context: Context): Lookup<Looked> {
  const range = which.span && rangeOf(which.span, context);
  const now = today(context);
  const isToday = range?.from === now && range.to === now;
  const query: Query = {
    view:
      which.view ??
      (isToday && which.words.length === 0
        ? "today"
        : /\b(?:upcoming|coming up)\b/.test(plain) && !range
          ? "upcoming"
          : undefined),
    tag: which.list,
    priority: which.priority,
    ...(!isToday && range && { dueFrom: range.from, dueTo: range.to }),
  };
  if (which.words.length > 0) {
    const found = yield* resolve({ ...which, all: true }, { focus: [], listed: [], deeds: [] }, context, query.view);
    const rows = found.kind === "tasks" ? found.rows : [];
    return { rows, inAll: rows.length };
  }
  const looked = yield* look(query);
  if (looked.rows.length > 0 || !query.tag) return looked;
  // A list that is no tag may be a word in the titles.
  return yield* look({ ...query, tag: undefined, q: query.tag });
}

function* look(query: Query): Lookup<Looked> {
  const { tasks: rows, total, more } = yield* find(query);
  return { rows, inAll: total ?? rows.length, ...(more && { query }) };
}

function answer({ clause }: Request, which: Reference, { rows, inAll, query }: Looked, context: Context) {
  const about = scope(which, context);
  const [first] = rows;
  if (!first) return { say: nothing(which, about), listed: [], focus: [] };
  const many = count(inAll);
  const them = { listed: rows, focus: rows, ...(query && { all: query }) };
  const soonest = rows.slice(0, 1);
  if (/\bnext\b(?! (?:week|month|year|few|two|three|\d))/.test(clause.plain) && !which.span) {
    return {
      say: `Next is ${titles(soonest)}${due(first, context) ? `, ${due(first, context)}` : ", with no due date"}.`,
      listed: rows,
      focus: soonest,
    };
  }
  if (/^how many\b/.test(clause.plain)) return { say: `You have ${many}${about}.`, ...them };
  if (rows.length === 1) return { say: single(clause.plain, which, first, about, context), ...them };
  return { say: `${many}${about}:\n${numbered(rows, context, inAll)}`, ...them };
}

function single(plain: string, which: Reference, row: Row, about: string, context: Context): string {
  const when = due(row, context);
  const title = quote(row.title);
  if (/^when\b|\b(?:what|which) (?:time|day)\b/.test(plain))
    return when ? `${title} is due ${when}.` : `${title} has no due date.`;
  const state = row.completed ? "done" : when;
  const fact = state ? `${title}, ${state}.` : `${title}.`;
  if (which.words.length === 0) return `One task${about}: ${fact}`;
  return `${/^(?:is|are|do|does|did|have|has|was|were)\b/.test(plain) ? "Yes: " : ""}${fact}`;
}

function nothing(which: Reference, about: string): string {
  if (which.words.length > 0)
    return `I couldn’t find anything like ${quote(which.phrase)}${which.span ? about : ""} on your list.`;
  return about ? `There’s nothing${about}.` : "Your list is empty.";
}

/** What the rows were narrowed to, to be said after "3 tasks". */
function scope(which: Reference, context: Context): string {
  const range = which.span && rangeOf(which.span, context);
  const from = range?.from && due({ dueDate: range.from, dueTime: null }, context);
  const to = range && range.to !== range.from ? due({ dueDate: range.to, dueTime: null }, context) : undefined;
  return [
    which.view === "overdue"
      ? " overdue"
      : which.view === "completed"
        ? " completed"
        : which.view === "trash"
          ? " in Trash"
          : "",
    which.list ? ` on ${which.list}` : "",
    which.priority ? ` with ${which.priority} priority` : "",
    which.words.length > 0 ? ` like ${quote(which.phrase)}` : "",
    from ? (to ? ` from ${from} to ${to}` : ` for ${from}`) : to ? ` until ${to}` : "",
  ].join("");
}

function* showTags(request: Request): Plan {
  const { tags } = yield* call("list_tags");
  if (tags.length === 0)
    return { say: "You have no tags yet. Lists here are tags: “add milk to shopping” creates one." };
  const lines = tags.map((tag) => `- ${tag.name}: ${tag.taskCount} open`);
  return { say: `Your lists are tags:\n${lines.join("\n")}`, last: request };
}
