import { randomUUID } from "node:crypto";
import * as conversations from "@/db/conversations";
import { you } from "@/db/testing-tasks";

/** A conversation of this user's that nothing was said in yet. */
export async function aConversation(userId: string, title?: string) {
  const conversation = await conversations.start(userId, { title }, you);
  if (!conversation) throw new Error("It was not started.");
  return conversation;
}

/** What a user says in a conversation, as `messages.save` takes it. */
export const says = (conversationId: string, text: string) => ({
  conversationId,
  id: randomUUID(),
  role: "user" as const,
  parts: [{ type: "text", text }],
});
