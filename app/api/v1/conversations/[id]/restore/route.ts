import { door, found } from "@/app/api/door";
import { only } from "@/app/api/methods";
import * as conversations from "@/db/conversations";

export const POST = door({}, async ({ user, id }) =>
  found(await conversations.restore(user.id, { id }, { who: "api" })),
);

export const { GET, HEAD, PUT, PATCH, DELETE, OPTIONS } = only("POST");
