import { door, empty, found } from "@/app/api/door";
import { only } from "@/app/api/methods";
import { notFound, problem } from "@/app/api/problem";
import { taken } from "@/app/api/v1/tags/taken";
import { changeInput } from "@/db/tag-input";
import * as tags from "@/db/tags";

export const GET = door({}, async ({ user, id }) => found(await tags.find(user.id, { id })));

export const PATCH = door({ body: changeInput }, async ({ user, body }) => {
  const changed = await tags.change(user.id, body, { who: "api" });
  if (!changed) return notFound();
  if ("taken" in changed) return taken(changed.taken);
  if ("stale" in changed)
    return problem(409, "The tag has changed since you read this version.", { current: changed.stale });
  return found(changed);
});

export const DELETE = door({}, async ({ user, id }) => {
  const removed = await tags.remove(user.id, { id }, { who: "api" });
  return removed ? empty() : notFound();
});

export const { POST, PUT, OPTIONS } = only("GET", "PATCH", "DELETE");
