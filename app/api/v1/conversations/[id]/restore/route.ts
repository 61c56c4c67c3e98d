import { door, found } from "@/app/api/door";
import * as conversations from "@/db/conversations";

export const POST = door({}, async ({ user, id }) =>
  found(await conversations.restore(user.id, { id }, { who: "api" })),
);
