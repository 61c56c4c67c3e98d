"use client";

import { useEffect, useEffectEvent } from "react";
import * as chats from "@/components/chat/chats";
import * as draft from "@/components/chat/draft";
import { useTalk } from "@/components/chat/talk";
import { UnsentLines } from "@/components/shell/unsent-lines";

/**
 * Messages that were sent before a reload, or from another tab, and are not known to have arrived. Sent again, each is answered once.
 * @param id undefined while the conversation is not begun.
 */
export function HeldMessages({ id }: { id: string | undefined }) {
  const { chat, messages, busy } = useTalk();
  const held = draft.useHeld(id);
  const isLoaded = id === undefined || messages.length > 0;
  const answered = messages.slice(0, messages.findLastIndex(({ role }) => role === "assistant") + 1);
  const arrived = held.filter(({ messageId }) => answered.some((message) => message.id === messageId));
  const unsent = isLoaded ? held.filter(({ messageId }) => messages.every((message) => message.id !== messageId)) : [];

  const clean = useEffectEvent(() => {
    for (const { messageId } of arrived) draft.release(messageId);
    for (const one of unsent) if (one.draft.isNew) void chats.releaseBegun(one);
  });
  const seen = [...arrived, ...unsent].map(({ messageId }) => messageId).join();
  useEffect(() => {
    if (seen) clean();
  }, [seen]);

  if (unsent.length === 0) return null;
  return (
    <div className="mx-3 mb-2">
      <UnsentLines
        lines={unsent}
        state="Not sent yet"
        step="Send"
        disabled={busy}
        onAdd={({ messageId, draft }) => void chats.send(chat, draft.text, messageId)}
        onDiscard={({ messageId }) => draft.release(messageId)}
      />
    </div>
  );
}
