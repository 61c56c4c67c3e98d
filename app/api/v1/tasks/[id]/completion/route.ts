import { door, found } from "@/app/api/door";
import * as tasks from "@/db/tasks";

export const PUT = door({}, async ({ user, id }) => found(await tasks.complete(user.id, { id }, { who: "api" })));

export const DELETE = door({}, async ({ user, id }) => found(await tasks.reopen(user.id, { id }, { who: "api" })));
