"use client";

import { Messages } from "@/components/chat/messages";
import { MessagesSkeleton } from "@/components/chat/messages-skeleton";
import { useTalk } from "@/components/chat/talk";

const nothing: never[] = [];

/** What this tab knows of the conversation while the server's answer is under way; its shape when that is nothing. */
export function LiveMessages() {
  const { chat } = useTalk();
  return chat.messages.length > 0 ? (
    <div className="pt-12">
      <Messages stored={nothing} />
    </div>
  ) : (
    <MessagesSkeleton />
  );
}
