import { door, empty, found } from "@/app/api/door";
import { only } from "@/app/api/methods";
import { notFound } from "@/app/api/problem";
import { renameInput } from "@/db/conversation-input";
import * as conversations from "@/db/conversations";
import * as turns from "@/db/turns";

export const GET = door({}, async ({ user, id }) => {
  await turns.bury(user.id, { conversationId: id });
  return found(await conversations.find(user.id, { id }));
});

export const PATCH = door({ body: renameInput }, async ({ user, body }) =>
  found(await conversations.rename(user.id, body, { who: "api" })),
);

export const DELETE = door({}, async ({ user, id }) => {
  const removed = await conversations.remove(user.id, { id }, { who: "api" });
  return removed ? empty() : notFound();
});

export const { POST, PUT, OPTIONS } = only("GET", "PATCH", "DELETE");
