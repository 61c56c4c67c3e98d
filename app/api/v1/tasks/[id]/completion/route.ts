import { door, found } from "@/app/api/door";
import { only } from "@/app/api/methods";
import * as tasks from "@/db/tasks";

export const PUT = door({}, async ({ user, id }) => found(await tasks.complete(user.id, { id }, { who: "api" })));

export const DELETE = door({}, async ({ user, id }) => found(await tasks.reopen(user.id, { id }, { who: "api" })));

export const { GET, HEAD, POST, PATCH, OPTIONS } = only("PUT", "DELETE");
