import { door, empty } from "@/app/api/door";
import { only } from "@/app/api/methods";
import { stop } from "@/assistant/running";
import { oneInput } from "@/db/task-input";

/**
 * Stops the reply that is being written in a conversation, in whichever process that is; what it has said and done stays.
 * 204 whether there was one or not: it may just have ended, and whose conversation it is, nobody learns.
 */
export const POST = door({ body: oneInput }, async ({ user, body }) => {
  await stop(user.id, { conversationId: body.id });
  return empty();
});

export const { GET, HEAD, PUT, PATCH, DELETE, OPTIONS } = only("POST");
