import type { Context } from "@/language/calendar";
import { cut } from "@/language/text";
import { call } from "../calls";
import { read } from "../clause";
import { readReference } from "../reference";
import type { Request } from "../request";
import { type Found, resolve } from "../resolve";
import type { Row } from "../results";
import type { Plan, Scene } from "../scene";
import { alike } from "../stems";
import { titleOf, written } from "../title";
import { afterwards, are, failures, quote, REFUSED, sentence, titles } from "../words";
import { unresolved } from "./unresolved";

const LONGEST = 200;

/** Puts tasks under another one, or adds a new one there; under a tag where only that is called so. */
export function* nest(request: Request, scene: Scene, context: Context): Plan {
  const goal = request.parts.goal ?? read("");
  const where = readReference(goal, context);
  const above = yield* resolve(where, scene, context);
  if (request.parts.new) {
    const [parent, ...others] = above.kind === "tasks" ? above.rows : [];
    return parent && others.length === 0 ? yield* addUnder(parent, request) : asked(above, request, goal.text, context);
  }
  const which = readReference(request.body, context);
  const found = yield* resolve(which, scene, context);
  if (found.kind !== "tasks") return asked(found, request, which.phrase, context);
  const [parent, ...others] = above.kind === "tasks" ? above.rows : [];
  if (parent && others.length === 0) return yield* put(found.rows, parent, request);
  const { tags } = yield* call("list_tags");
  const tag = tags.find(({ name }) => alike(name, where.phrase || goal.plain));
  if (!tag) return asked(above, request, where.phrase, context);
  return yield* change(found.rows, { addTags: [tag.name] }, (what) => `Tagged ${what} with ${tag.name}.`, request);
}

/** Makes subtasks tasks of their own. */
export function* unnest(request: Request, scene: Scene, context: Context): Plan {
  const which = readReference(request.body, context);
  const found = yield* resolve(which, scene, context);
  if (found.kind !== "tasks") return asked(found, request, which.phrase, context);
  const inner = found.rows.filter(({ parentId }) => parentId !== null);
  if (inner.length === 0) {
    const not = found.rows.length === 1 ? "isn’t a subtask" : "aren’t subtasks";
    return { say: `${titles(found.rows)} ${not}. Nothing was changed.`, focus: found.rows };
  }
  const said: Said = (what, number) => `${what} ${number === 1 ? "is no longer a subtask" : "are no longer subtasks"}.`;
  return yield* change(inner, { parentId: null }, said, request);
}

function* addUnder(parent: Row, request: Request): Plan {
  const title = cut(written(titleOf(request.parts.new ?? read("")).text), LONGEST);
  if (title === "") return { say: `What should I add under ${quote(parent.title)}?` };
  const result = yield* call("add_tasks", { tasks: [{ title, parentId: parent.id }] });
  if (result.refused) return { say: REFUSED };
  const rows = result.done.flatMap(({ task }) => task ?? []);
  const said = rows.length > 0 ? `Added ${titles(rows)} under ${quote(parent.title)}.` : "";
  return { say: sentence(said, failures(result, [])), focus: rows, last: request };
}

function* put(rows: Row[], parent: Row, request: Request): Plan {
  const others = rows.filter(({ id }) => id !== parent.id);
  if (others.length === 0) return { say: "A task can’t go under itself. Nothing was changed.", focus: rows };
  const said: Said = (what, number) => `${what} ${are(number)} now under ${quote(parent.title)}.`;
  return yield* change(others, { parentId: parent.id }, said, request);
}

/** What to say of the tasks that were changed: their titles, and how many they are. */
type Said = (what: string, number: number) => string;

function* change(rows: Row[], fields: object, said: Said, request: Request): Plan {
  const tasks = rows.map(({ id }) => ({ id, ...fields }));
  const result = yield* call("change_tasks", { tasks });
  if (result.refused) return { say: REFUSED, focus: rows };
  const done = result.done.flatMap(({ task }) => task ?? []);
  const number = result.doneInAll ?? done.length;
  const told = done.length > 0 ? said(titles(done, number), number) : "";
  return { say: sentence(told, failures(result, rows)), focus: afterwards(result, rows), last: request };
}

// With two tasks in the request an answer would not say which of them it is for, so nothing is left open.
function asked(found: Found, request: Request, phrase: string, context: Context) {
  if (found.kind === "tasks") return { say: `I couldn’t find a task like ${quote(phrase)}. Nothing was changed.` };
  const { say, listed } = unresolved(found, request, { ...readReference(read(phrase), context), phrase }, context);
  return { say, ...(listed && { listed }) };
}
