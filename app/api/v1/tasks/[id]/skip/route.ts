import { door, found } from "@/app/api/door";
import { refused } from "@/app/api/problem";
import * as tasks from "@/db/tasks";

export const POST = door({}, async ({ user, id }) => {
  const skipped = await tasks.skip(user.id, { id }, { who: "api" });
  return skipped && "refused" in skipped ? refused(skipped.refused) : found(skipped);
});
