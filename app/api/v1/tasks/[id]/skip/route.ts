import { door, found } from "@/app/api/door";
import { only } from "@/app/api/methods";
import { refused } from "@/app/api/problem";
import { skipInput } from "@/db/task-input";
import * as tasks from "@/db/tasks";

/** `?dueDate=` names the occurrence: a body was never asked for here, and may not be from now on. */
export const POST = door({ query: skipInput.omit({ id: true }).strip() }, async ({ user, id, query }) => {
  const skipped = await tasks.skip(user.id, { ...query, id }, { who: "api" });
  return skipped && "refused" in skipped ? refused(skipped.refused) : found(skipped);
});

export const { GET, HEAD, PUT, PATCH, DELETE, OPTIONS } = only("POST");
