import { door, empty, found } from "@/app/api/door";
import { only } from "@/app/api/methods";
import { notFound, problem, refused } from "@/app/api/problem";
import { changeInput } from "@/db/task-input";
import * as tasks from "@/db/tasks";

export const GET = door({}, async ({ user, id }) => found(await tasks.find(user.id, { id })));

export const PATCH = door({ body: changeInput }, async ({ user, body }) => {
  const changed = await tasks.change(user.id, body, { who: "api" });
  if (!changed) return notFound();
  if ("refused" in changed) return refused(changed.refused);
  if ("stale" in changed)
    return problem(409, "The task has changed since you read this version.", { current: changed.stale });
  return found(changed);
});

export const DELETE = door({}, async ({ user, id }) => {
  const removed = await tasks.remove(user.id, { id }, { who: "api" });
  return removed ? empty() : notFound();
});

export const { POST, PUT, OPTIONS } = only("GET", "PATCH", "DELETE");
