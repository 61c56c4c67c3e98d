import { randomUUID } from "node:crypto";
import { newTurn, type Person } from "@/assistant/new-turn";
import type { Turn } from "@/assistant/tools/turn";
import * as conversations from "@/db/conversations";
import * as messages from "@/db/messages";
import * as turns from "@/db/turns";

/** A turn that has begun: the user has written a message in a conversation, and its reply is claimed. */
export async function aTurn(person: Person, said = "Hello"): Promise<Turn> {
  const conversation = await conversations.start(person.id, { title: said }, { who: "you" });
  if (!conversation) throw new Error("The conversation was not started.");
  const conversationId = conversation.id;
  const parts = [{ type: "text" as const, text: said }];
  const question = { conversationId, id: randomUUID(), role: "user" as const, parts };
  await messages.save(person.id, question);
  const reply = { id: randomUUID(), conversationId, run: randomUUID() };
  const claimed = await turns.begin(person.id, { ...reply, from: [], metadata: { turnId: question.id } });
  if ("refused" in claimed) throw new Error("The reply was not claimed.");
  return newTurn(person, { ...reply, isSignedIn: claimed.isSignedIn }, [question], []);
}
