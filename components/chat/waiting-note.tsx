"use client";

import { Clock } from "lucide-react";
import * as chats from "@/components/chat/chats";
import { focusBox } from "@/components/chat/focus";
import { useTalk } from "@/components/chat/talk";
import { Button } from "@/components/ui/button";

/** Under a message that is sent when the answer before it is there. */
export function WaitingNote() {
  const { chat } = useTalk();

  function edit(pressed: HTMLElement) {
    focusBox(pressed);
    chats.giveBack(chat);
  }

  return (
    <div role="status" className="flex items-center justify-end gap-2 text-small text-soft">
      <Clock size={14} strokeWidth={1.75} aria-hidden className="shrink-0" />
      <p>Waiting for an answer in another window</p>
      <Button tone="link" className="font-medium" onClick={(event) => edit(event.currentTarget)}>
        Edit
      </Button>
      <Button
        tone="link"
        className="font-medium"
        onClick={(event) => {
          focusBox(event.currentTarget);
          chats.takeBack(chat);
        }}
      >
        Remove
      </Button>
    </div>
  );
}
