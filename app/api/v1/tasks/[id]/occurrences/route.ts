import { door, found } from "@/app/api/door";
import { only } from "@/app/api/methods";
import { occurrencesInput } from "@/db/task-input";
import * as tasks from "@/db/tasks";

export const GET = door({ query: occurrencesInput }, async ({ user, id, query }) =>
  found(await tasks.occurrences(user.id, { id, ...query })),
);

export const { POST, PUT, PATCH, DELETE, OPTIONS } = only("GET");
