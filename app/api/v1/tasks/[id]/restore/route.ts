import { door, found } from "@/app/api/door";
import * as tasks from "@/db/tasks";

export const POST = door({}, async ({ user, id }) => found(await tasks.restore(user.id, { id }, { who: "api" })));
