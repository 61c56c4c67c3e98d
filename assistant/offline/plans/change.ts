import { type Context, today } from "@/language/calendar";
import { call, findAll, given } from "../calls";
import { slice } from "../clause";
import { type Edit, editOf, fieldsFor, isForAll } from "../edit";
import { finish } from "../lexicon";
import { readReference } from "../reference";
import type { Request } from "../request";
import { resolveMany } from "../resolve";
import type { Query, Row } from "../results";
import type { Lookup, Outcome, Plan, Scene } from "../scene";
import { following, howFar, type Scope, scopeOf } from "../scope";
import { isWhole } from "../stems";
import { afterwards, again, due, failures, listing, quote, REFUSED, sentence, titles } from "../words";
import { carryOut } from "./tick";
import { unresolved } from "./unresolved";

/** Changes the tasks that the request means in the way that it says; asks for what is missing. */
export function* change(request: Request, scene: Scene, context: Context): Plan {
  const edit = editOf(request, context);
  const which = readReference(edit.target, context);
  const found = yield* resolveMany(which, scene, context);
  if (found.kind !== "tasks") return unresolved(found, request, which, context);
  return yield* carryEdit(request, edit, found.rows, context, found.all);
}

/** The same, for tasks that are known already, or are the first of `all` that fit. */
export function* carryEdit(request: Request, edit: Edit, rows: Row[], context: Context, all?: Query): Plan {
  if (edit.kind === "missing") {
    const ask = rows.length === 1 ? `When should ${titles(rows)} be?` : "When should they be?";
    return { say: edit.ask ?? ask, focus: rows, ...(all && { all }), pending: { kind: "when", request, rows } };
  }
  if (edit.kind === "deed") return yield* carryOut(edit.deed, request, rows, context, all);
  const { scope } = scopeOf(request.clause);
  const isSame = isForAll(edit) && scope !== "following";
  if (all && isSame) return yield* make(request, edit, rows, { filter: given(all), change: edit.fields }, context);
  const each = all ? yield* findAll(all) : { rows, more: false };
  if (each.more) return { say: "That’s more than 2,000 tasks, each with its own date to move. Nothing was changed." };
  const tasks = each.rows.map((row) => {
    const fields = fieldsFor(edit, row, context);
    return { id: row.id, ...(scope === "following" ? following(fields, row, context) : fields) };
  });
  return yield* make(request, edit, each.rows, { tasks }, context);
}

function* make(
  request: Request,
  edit: FieldsEdit,
  rows: Row[],
  input: Record<string, unknown>,
  context: Context,
): Plan {
  const result = yield* call("change_tasks", input);
  if (result.refused) return { say: REFUSED, focus: rows };
  const done = result.done.flatMap(({ task }) => task ?? []);
  const said = done.length > 0 ? told(edit, rows, done, result.doneInAll, scopeOf(request.clause).scope, context) : "";
  return { say: sentence(said, failures(result, rows)), focus: afterwards(result, rows), last: request };
}

type FieldsEdit = Edit & { kind: "fields" };

// "Set a meeting for Friday" is always a new one.
const SETTING = /^(?:set|put) (?!an? )/;

/** "Set buy stamps for Friday" moves the one open task of exactly that name; undefined where there is none, and it may be new. */
export function* changeNamesake(request: Request, scene: Scene, context: Context): Lookup<Outcome | undefined> {
  const finishing = FINISHING.exec(request.body.plain);
  if (finishing && MEANT.test(request.clause.plain)) return yield* finishLater(request, finishing[0], context, scene);
  if (!SETTING.test(request.clause.plain)) return undefined;
  const setting: Request = { ...request, sense: "change" };
  const edit = editOf(setting, context);
  if (edit.kind !== "fields" || !edit.fields.dueDate) return undefined;
  const which = readReference(edit.target, context);
  const found = yield* resolveMany(which, scene, context);
  const [row] = found.kind === "tasks" ? found.rows : [];
  return row && isWhole(which.words, row.title) ? yield* carryEdit(setting, edit, [row], context) : undefined;
}

const FINISHING = new RegExp(`^${finish} `);
const MEANT = new RegExp(`^(?:(?:i|we) .+? )?${finish} `);

/** "Finish the report by Friday" gives the report that day; undefined where there is none, and it may be new. */
function* finishLater(request: Request, verb: string, context: Context, scene: Scene): Lookup<Outcome | undefined> {
  const moving: Request = { ...request, sense: "change", body: slice(request.body, verb.length) };
  const edit = editOf(moving, context);
  if (edit.kind !== "fields" || !edit.fields.dueDate) return undefined;
  const which = readReference(edit.target, context);
  const found = yield* resolveMany(which, scene, context);
  if (found.kind === "none") return undefined;
  if (found.kind !== "tasks") return unresolved(found, moving, which, context);
  const outcome = yield* carryEdit(moving, edit, found.rows, context, found.all);
  // It may as well have been meant for done.
  const isToday = outcome.last && edit.fields.dueDate === today(context);
  return isToday ? { ...outcome, say: `${outcome.say} Already done? Say “it’s done”.` } : outcome;
}

function told(
  edit: FieldsEdit,
  before: Row[],
  after: Row[],
  inAll: number | undefined,
  scope: Scope | undefined,
  context: Context,
): string {
  const what = titles(after, inAll);
  const [first] = after;
  const { title, priority, tags, addTags, removeTags, dueDate, dueTime, repeat, description } = edit.fields;
  const done = new Set(after.map(({ id }) => id));
  const was = before.filter(({ id }) => done.has(id));
  if (title !== undefined) return `Renamed ${titles(was, inAll)} to ${quote(title)}.`;
  if (priority !== undefined)
    return priority === "none" ? `Removed the priority from ${what}.` : `Set ${what} to ${priority} priority.`;
  if (tags) return tags.length > 0 ? `Tagged ${what} with ${listing(tags)} only.` : `Removed all tags from ${what}.`;
  if (addTags) return `Tagged ${what} with ${listing(addTags)}.`;
  if (removeTags) return `Removed ${listing(removeTags)} from ${what}.`;
  if (description !== undefined)
    return description === null ? `Cleared the notes on ${what}.` : `Added a note to ${what}.`;
  if (dueDate === null) return `Removed the due date from ${what}.`;
  if (dueTime === null) return `Removed the time from ${what}.`;
  if (repeat === null) return `${what} won’t repeat any more.`;
  const far = first && was[0] ? howFar(was[0], first, scope, context) : "";
  const often = first?.repeat && repeat && !far ? `, ${again(first.repeat, context)}` : far;
  const days = new Set(after.map((row) => due(row, context)));
  return days.size === 1 && first
    ? `Moved ${what} to ${due(first, context)}${often}.`
    : `Moved ${listing(
        after.map((row) => `${quote(row.title)} to ${due(row, context)}`),
        6,
        inAll,
      )}.`;
}
