import type { Chat } from "@ai-sdk/react";
import type { ChatMessage } from "@/assistant/message";
import * as chats from "@/components/chat/chats";
import { reachable } from "@/components/shell/reachability";

const PAUSE = 1500;
/** A reply that was not written for 15 s has died (assistant/message.ts). */
const PATIENCE = 18_000;

/**
 * Looks, one time after the other, for a reply that is being written elsewhere, until `signal` says to stop or the conversation is gone.
 * While the server cannot be reached it waits.
 * @param onLook is told after each look whether the reply has died.
 */
export async function catchUp(chat: Chat<ChatMessage>, signal: AbortSignal, onLook: (isLost: boolean) => void) {
  let still = 0;
  while (!signal.aborted) {
    const news = await chats.catchUp(chat);
    if (news === "unreachable") await reachable();
    if (signal.aborted) return;
    if (news === "missing") return onLook(true);
    still = news === true ? 0 : still + 1;
    onLook(still * PAUSE > PATIENCE);
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
  }
}
