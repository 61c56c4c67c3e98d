import type { Context } from "@/language/calendar";
import { call } from "../calls";
import { rangeOf } from "../range";
import { type Reference, readReference } from "../reference";
import type { Request } from "../request";
import { resolve } from "../resolve";
import type { Row } from "../results";
import type { Plan, Scene } from "../scene";
import { scopeOf } from "../scope";
import { afterwards, due, failures, listing, quote, REFUSED, sentence } from "../words";
import { unresolved } from "./unresolved";

/** Leaves out the present occurrence of the tasks that the request means; one that is on another day than it says is left alone. */
export function* skip(request: Request, scene: Scene, context: Context): Plan {
  const which = readReference(scopeOf(request.body).clause, context);
  const found = yield* resolve(which, scene, context);
  if (found.kind !== "tasks") return unresolved(found, request, which, context);
  const other = found.rows.find((row) => !isThen(row, which, context));
  if (other) return { say: elsewhen(other, context), focus: found.rows };
  return yield* carrySkip(request, found.rows, context);
}

/** The same, for tasks that are known already. */
export function* carrySkip(request: Request, rows: Row[], context: Context): Plan {
  const result = yield* call("skip_tasks", { ids: rows.map(({ id }) => id) });
  if (result.refused) return { say: REFUSED, focus: rows };
  const done = result.done.flatMap(({ task }) => task ?? []);
  const next = done.map((row) => `${quote(row.title)}, next ${due(row, context)}`);
  const said = done.length > 0 ? `Skipped ${listing(next, 6, result.doneInAll)}.` : "";
  return { say: sentence(said, failures(result, rows)), focus: afterwards(result, rows), last: request };
}

function isThen({ dueDate }: Row, { span }: Reference, context: Context): boolean {
  const range = span && !span.isTimeOnly ? rangeOf(span, context) : undefined;
  if (!range || !dueDate) return true;
  return dueDate <= range.to && (!range.from || dueDate >= range.from);
}

const elsewhen = (row: Row, context: Context) =>
  `${quote(row.title)} is next due ${due(row, context)}, and I can only skip that one. Nothing was changed.`;
