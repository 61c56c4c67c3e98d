import "server-only";
import type { ChatMessage } from "@/assistant/message";
import { titleOf } from "@/assistant/title";
import * as conversations from "@/db/conversations";
import * as turns from "@/db/turns";

/** What was said in a conversation of the user's, which is started when its id is new. */
export async function open(
  userId: string,
  { id, text }: { id: string; text: string },
): Promise<{ said: ChatMessage[]; title?: string } | undefined> {
  const said = await load(userId, id);
  const title = titleOf(text);
  if (!said) {
    const started = await conversations.start(userId, { id, title }, { who: "you" });
    return started && { said: [], title: started.title };
  }
  if (said.length > 0) return { said };
  const entitled = await conversations.entitle(userId, { id, title });
  return { said, ...(entitled && { title }) };
}

/** What was said in a conversation of the user's; of a reply whose process died it says so. */
export async function load(userId: string, id: string): Promise<ChatMessage[] | undefined> {
  await turns.bury(userId, { conversationId: id });
  const conversation = await conversations.find(userId, { id });
  return conversation?.messages as ChatMessage[] | undefined;
}
