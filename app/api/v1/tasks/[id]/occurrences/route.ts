import { door, found } from "@/app/api/door";
import { occurrencesInput } from "@/db/task-input";
import * as tasks from "@/db/tasks";

export const GET = door({ query: occurrencesInput }, async ({ user, id, query }) =>
  found(await tasks.occurrences(user.id, { id, ...query })),
);
