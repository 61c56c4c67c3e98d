"use client";

import { useLayoutEffect } from "react";
import type { ChatMessage } from "@/assistant/message";
import * as chats from "@/components/chat/chats";
import { Invitation } from "@/components/chat/invitation";
import { Progress } from "@/components/chat/progress";
import { Reply } from "@/components/chat/reply";
import { useTalk } from "@/components/chat/talk";
import { textOf } from "@/components/chat/text";
import { TroubleNote } from "@/components/chat/trouble-note";
import { WaitingNote } from "@/components/chat/waiting-note";

/** A conversation's messages, oldest first. `stored` is what the server had when this was asked for. */
export function Messages({ stored }: { stored: ChatMessage[] }) {
  const { chat, messages, busy, waiting, trouble } = useTalk();
  useLayoutEffect(() => chats.seed(chat, stored), [chat, stored]);
  const shown = messages.length > 0 ? messages : stored;
  const last = shown.at(-1);
  // What waits for the newest reply stands below it.
  const newest = waiting ? shown.at(-2) : last;
  if (!last)
    return (
      <>
        <Invitation />
        {trouble && (
          <div className="px-4 pb-4">
            <TroubleNote trouble={trouble} />
          </div>
        )}
      </>
    );
  return (
    <div role="log" aria-label="Conversation" aria-busy={busy} className="flex flex-col gap-4 px-4 pt-5 pb-4">
      {shown.map((message) =>
        message.role === "user" ? (
          <Question key={message.id} text={textOf(message)} />
        ) : (
          <Reply key={message.id} message={message} last={message === newest} />
        ),
      )}
      {busy && last.role === "user" && !waiting && <Progress message={undefined} />}
      {waiting && <WaitingNote />}
      {trouble && <TroubleNote trouble={trouble} />}
    </div>
  );
}

function Question({ text }: { text: string }) {
  return (
    <article
      aria-label="You"
      dir="auto"
      className="ml-12 self-end whitespace-pre-wrap break-words rounded rounded-br-[2px] bg-accent-wash px-3 py-2 [overflow-wrap:anywhere]"
    >
      {text}
    </article>
  );
}
