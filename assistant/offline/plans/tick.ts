import type { Context } from "@/language/calendar";
import { call, given } from "../calls";
import { type Reference, readReference } from "../reference";
import type { Request } from "../request";
import { type Meant, resolveMany } from "../resolve";
import type { Query, Result, Row, View } from "../results";
import type { Lookup, Plan, Scene } from "../scene";
import { afterwards, due, failures, listing, quote, REFUSED, sentence, titles } from "../words";
import { restoreTag, tagIn } from "./restore-tag";
import { unresolved } from "./unresolved";

type Deed = "complete" | "reopen" | "delete" | "restore";

const DEEDS: Record<Deed, { tool: string; views: View[]; said: (what: string) => string }> = {
  complete: { tool: "complete_tasks", views: ["open"], said: (what) => `Done: ${what}.` },
  reopen: { tool: "reopen_tasks", views: ["completed"], said: (what) => `Reopened ${what}.` },
  delete: { tool: "delete_tasks", views: ["open", "all"], said: (what) => `Moved ${what} to Trash.` },
  restore: { tool: "restore_tasks", views: ["trash", "completed"], said: (what) => `Restored ${what}.` },
};

/** Completes, reopens, deletes or restores the tasks that the request means; a tag is restored too. */
export function* tick(deed: Deed, request: Request, scene: Scene, context: Context): Plan {
  const tag = deed === "restore" ? tagIn(request) : undefined;
  if (tag) return yield* restoreTag(tag, request);
  const which = readReference(request.body, context);
  const { found, view } = yield* lookFor(deed, which, scene, context);
  if (found.kind !== "tasks") return unresolved(found, request, which, context);
  const meant = deed === "restore" && isOnlyDone(which, view, scene) ? "reopen" : deed;
  return yield* carryOut(meant, request, found.rows, context, found.all);
}

/** What is to be brought back was completed, and not deleted: the tasks that "those" means were completed just now. */
function isOnlyDone({ pronoun, numbers }: Reference, view: View, { deeds }: Scene): boolean {
  const isPointed = pronoun !== undefined || numbers.length > 0;
  return isPointed ? deeds.some(({ request }) => request.sense === "complete") : view === "completed";
}

/** The same, for tasks that are known already, or are the first of `all` that fit. */
export function* carryOut(deed: Deed, request: Request, rows: Row[], context: Context, all?: Query): Plan {
  const result = yield* call(DEEDS[deed].tool, all ? { filter: given(all) } : { ids: rows.map(({ id }) => id) });
  if (result.refused) return { say: REFUSED, focus: rows, ...(all && { all }) };
  const done = result.done.flatMap(({ task }) => task ?? []);
  const said = done.length > 0 ? DEEDS[deed].said(titles(done, result.doneInAll)) : "";
  return {
    say: sentence(said, comingAgain(result, context), failures(result, rows)),
    focus: afterwards(result, rows),
    last: request,
  };
}

function comingAgain({ done }: Result, context: Context): string {
  const next = done.flatMap((one) => (one.next?.dueDate ? one.next : []));
  const parts = next.map(
    (row) => `${done.length === 1 ? "It’s" : `${quote(row.title)} is`} next due ${due(row, context)}`,
  );
  return parts.length === 0 ? "" : `${listing(parts)}.`;
}

/** Looks in one place after another. What only comes near ends the search, unless it is for something to bring back. */
function* lookFor(deed: Deed, which: Reference, scene: Scene, context: Context): Lookup<{ found: Meant; view: View }> {
  let looked: { found: Meant; view: View } = { found: { kind: "unclear" }, view: "all" };
  for (const view of DEEDS[deed].views) {
    looked = { found: yield* resolveMany(which, scene, context, view), view };
    const { found } = looked;
    if (found.kind !== "none" || (found.near.length > 0 && deed !== "restore")) return looked;
  }
  return looked;
}
