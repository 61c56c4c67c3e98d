import { type Context, today } from "@/language/calendar";
import { find } from "../calls";
import type { Clause } from "../clause";
import { type Reference, readReference } from "../reference";
import type { Request } from "../request";
import { type Found, resolve } from "../resolve";
import type { Row } from "../results";
import type { Lookup, Outcome, Plan, Scene } from "../scene";
import { count, due, numbered, quote } from "../words";

/** Answers whether something has been done: "did I call the bank?", "is the report done?", "are the errands done?" */
export function* whether(deed: Clause, request: Request, scene: Scene, context: Context): Plan {
  const which = readReference(deed, context);
  const found = yield* resolve(which, scene, context, which.all ? "open" : "all");
  if (found.kind === "unclear" || found.kind === "many") return { say: "Which task do you mean?" };
  if (found.kind === "none") return { say: none(which), last: request };
  const isPointedAt = which.pronoun !== undefined || which.numbers.length > 0;
  const rows = isPointedAt ? yield* asTheyAre(found.rows) : found.rows;
  return { ...answer(found.kind, rows, context), last: request };
}

/** Rows that the conversation has spoken of, as they are by now: they may have been ticked off in the list. */
function* asTheyAre(rows: Row[]): Lookup<Row[]> {
  const now: Row[] = [];
  for (const row of rows) {
    const { tasks } = yield* find({ q: row.title, view: "all" });
    now.push(tasks.find(({ id }) => id === row.id) ?? row);
  }
  return now;
}

function none({ all, phrase }: Reference): string {
  return all ? "Yes, none of that is open." : `I couldn’t find anything like ${quote(phrase)} on your list.`;
}

function answer(kind: Found["kind"], rows: Row[], context: Context): Outcome {
  const isOne = new Set(rows.map(({ title }) => title)).size === 1;
  if (isOne) return { say: state(rows, context), listed: rows, focus: rows };
  if (kind === "several")
    return { say: `That could be ${count(rows)}:\n${numbered(rows, context)}`, listed: rows, focus: rows };
  const open = rows.filter(({ completed }) => !completed);
  const say = open.length === 0 ? "Yes, all of that is done." : `No, these are still open:\n${numbered(open, context)}`;
  return { say, listed: open, focus: open };
}

// What repeats is there twice: as it was done, and as it comes round again.
function state(rows: Row[], context: Context): string {
  const open = rows.find(({ completed }) => !completed);
  const title = quote(rows[0]?.title ?? "");
  if (!open) return `Yes, ${title} is done.`;
  const when = due(open, context);
  const comesAgain = rows.some(({ completed }) => completed) && (open.dueDate ?? "") > today(context);
  if (comesAgain) return `Yes, ${title} is done. It’s next due ${when}.`;
  return `No, ${title} is still open${when && `, due ${when}`}.`;
}
