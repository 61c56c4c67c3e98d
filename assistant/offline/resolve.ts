import type { Context } from "@/language/calendar";
import { find, findAll } from "./calls";
import { rangeOf } from "./range";
import type { Reference } from "./reference";
import type { Query, Row, View } from "./results";
import type { Lookup, Scene } from "./scene";
import { isWhole, score } from "./stems";

/** What a reference came to: these tasks, one of several, none (with the nearest), too many to look through, or nothing to point at. */
export type Found =
  | { kind: "tasks"; rows: Row[] }
  | { kind: "several"; rows: Row[] }
  | { kind: "none"; near: Row[] }
  | { kind: "many" }
  | { kind: "unclear" };

/** The same, where the tasks may be `all` that fit a description, and only the first of them are known. */
export type Meant = Exclude<Found, { kind: "tasks" }> | { kind: "tasks"; rows: Row[]; all?: Query };

// Below this share of its telling words a title is another task's; near it, worth offering.
const FITS = 0.6;
const NEAR = 0.3;

/** Finds the tasks that a reference means: in the conversation where it points there, else by looking them up. */
export function* resolve(which: Reference, scene: Scene, context: Context, view: View = "open"): Lookup<Found> {
  const meant = yield* resolveMany(which, scene, context, view);
  if (meant.kind !== "tasks" || !meant.all) return meant;
  const { rows, more } = yield* findAll(meant.all);
  return more ? { kind: "many" } : { kind: "tasks", rows };
}

/** As `resolve`, for what can be done to all that fit a description without knowing each. */
export function* resolveMany(which: Reference, scene: Scene, context: Context, view: View = "open"): Lookup<Meant> {
  const pointed = pointedAt(which, scene);
  if (pointed) return pointed.kind === "tasks" ? yield* excepting(which, pointed) : pointed;
  if (which.parts) return yield* each(which.parts, scene, context, view);
  const mixed = which.joined?.some(({ all }) => all) && (yield* each(which.joined, scene, context, view));
  if (mixed && mixed.kind === "tasks") return mixed;
  const filtered = Boolean(which.span || which.list || which.view || which.priority);
  if (which.words.length === 0 && !filtered && !which.all && !which.next) return { kind: "unclear" };
  const looked = yield* lookUp(which, context, view);
  const isWhole = which.all && which.words.length === 0 && !which.except && !which.hours;
  if (looked.more && isWhole) return { kind: "tasks", rows: looked.rows, all: looked.query };
  const { rows: found, more } = looked.more ? yield* findAll(looked.query) : looked;
  if (more) return { kind: "many" };
  const rows = atHours(which, found);
  const kept = which.except ? rows.filter((row) => !excepted(which.except, row)) : rows;
  if (which.words.length === 0) return choose(which, kept);
  const tagged = which.all ? kept.filter(({ tags }) => tags.some((tag) => score(which.words, tag) === 1)) : [];
  if (tagged.length > 0) return { kind: "tasks", rows: tagged };
  const ranked = rank(which.words, kept);
  // No title holds all that was said: then it was several titles, if each is there.
  if (which.joined && (ranked[0]?.worth ?? 0) < 1) {
    if (mixed) return mixed;
    const several = yield* each(which.joined, scene, context, view);
    if (several.kind === "tasks" && several.rows.length === which.joined.length) return several;
  }
  const fitting = ranked.filter(({ worth }) => worth >= FITS);
  if (fitting.length === 0)
    return {
      kind: "none",
      near: ranked
        .filter(({ worth }) => worth >= NEAR)
        .slice(0, 3)
        .map(({ row }) => row),
    };
  if (which.all) return { kind: "tasks", rows: fitting.map(({ row }) => row) };
  return choose(which, best(which.words, fitting));
}

/** "Them", without what is excepted. */
function* excepting({ except }: Reference, pointed: Extract<Meant, { kind: "tasks" }>): Lookup<Meant> {
  if (!except) return pointed;
  const { rows, more } = pointed.all ? yield* findAll(pointed.all) : { rows: pointed.rows, more: false };
  return more ? { kind: "many" } : { kind: "tasks", rows: rows.filter((row) => !excepted(except, row)) };
}

/** Several names in one breath: each is looked for, and all must be found. */
function* each(parts: Reference[], scene: Scene, context: Context, view: View): Lookup<Found> {
  const rows: Row[] = [];
  for (const part of parts) {
    const found = yield* resolve(part, scene, context, view);
    if (found.kind !== "tasks") return found;
    rows.push(...found.rows.filter(({ id }) => !rows.some((row) => row.id === id)));
  }
  return { kind: "tasks", rows };
}

function pointedAt(which: Reference, scene: Scene): Meant | undefined {
  const { numbers, pronoun } = which;
  if (numbers.length > 0) {
    const shown = scene.listed.length > 0 ? scene.listed : scene.focus;
    const rows = numbers.flatMap((number) => shown.at(number > 0 ? number - 1 : number) ?? []);
    return rows.length > 0 ? { kind: "tasks", rows } : { kind: "unclear" };
  }
  if (pronoun === "one") {
    if (scene.focus.length === 0) return { kind: "unclear" };
    return scene.focus.length === 1 ? { kind: "tasks", rows: scene.focus } : { kind: "several", rows: scene.focus };
  }
  if (pronoun !== "many") return undefined;
  const { focus, all } = scene;
  return focus.length > 0 ? { kind: "tasks", rows: focus, ...(all && { all }) } : { kind: "unclear" };
}

type Looked = { rows: Row[]; more: boolean; query: Query };

/** Asks for the tasks narrowly first, and for all of them when that finds none with such a name. */
function* lookUp(which: Reference, context: Context, view: View): Lookup<Looked> {
  const range = which.span && !which.span.isTimeOnly ? rangeOf(which.span, context) : undefined;
  const filters: Query = {
    view: which.view ?? view,
    tag: which.list,
    priority: which.priority,
    dueFrom: range?.from,
    dueTo: range?.to,
  };
  const isNamed = which.words.length > 0;
  const word = which.words.toSorted((a, b) => b.length - a.length)[0];
  const narrow = yield* look({ ...filters, q: word });
  const some = isNamed ? narrow.more || narrow.rows.some((row) => score(which.words, row.title) >= FITS) : true;
  if (some && narrow.rows.length > 0) return narrow;
  if (filters.tag) {
    const named = yield* look({ ...filters, tag: undefined, q: isNamed ? undefined : filters.tag });
    if (named.rows.length > 0 || !isNamed) return named;
  }
  return isNamed ? yield* look({ view: filters.view }) : narrow;
}

function* look(query: Query): Lookup<Looked> {
  const { tasks, more } = yield* find(query);
  return { rows: tasks, more, query };
}

// "The 5pm call" is the one at five; where none is, the name alone has to tell.
function atHours({ hours, words }: Reference, rows: Row[]): Row[] {
  if (!hours) return rows;
  const then = rows.filter(({ dueTime }) => dueTime !== null && dueTime >= hours.from && dueTime <= hours.to);
  const named = then.some((row) => score(words, row.title) >= FITS);
  return words.length === 0 || named ? then : rows;
}

function rank(words: string[], rows: Row[]) {
  return rows.map((row) => ({ row, worth: score(words, row.title) })).sort((a, b) => b.worth - a.worth);
}

// The one of exactly this name before those that only hold it, then those that hold the most of it.
function best(words: string[], ranked: Array<{ row: Row; worth: number }>): Row[] {
  const exact = ranked.filter(({ row }) => isWhole(words, row.title));
  const top = ranked[0]?.worth ?? 0;
  return (exact.length > 0 ? exact : ranked.filter(({ worth }) => worth > top - 0.15)).map(({ row }) => row);
}

function choose(which: Reference, rows: Row[]): Found {
  if (rows.length === 0) return { kind: "none", near: [] };
  const [first] = rows;
  if (which.next && first) return { kind: "tasks", rows: [first] };
  return which.all || rows.length === 1 ? { kind: "tasks", rows } : { kind: "several", rows };
}

function excepted(except: Reference | undefined, row: Row): boolean {
  if (!except) return false;
  // "All but the dentist and the report": what may be one name or several is kept either way.
  const several = [...(except.parts ?? []), ...(except.joined ?? [])];
  if (several.some((each) => excepted(each, row))) return true;
  return except.words.length > 0 && score(except.words, row.title) >= FITS;
}
