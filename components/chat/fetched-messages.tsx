"use client";

import { use, useState } from "react";
import * as chats from "@/components/chat/chats";
import { Messages } from "@/components/chat/messages";
import { useTalk } from "@/components/chat/talk";
import { Button } from "@/components/ui/button";

type Props = {
  /** Undefined for a conversation that is not begun. */
  id: string | undefined;
  onNew: () => void;
};

const nothing: never[] = [];

/** A conversation's messages, asked for by the browser. */
export function FetchedMessages({ id, onNew }: Props) {
  const { chat } = useTalk();
  const [, tryAgain] = useState(0);
  if (!id || chat.messages.length > 0) return <Messages stored={nothing} />;
  const fetched = use(chats.history(id));
  if (fetched === "missing")
    return (
      <Note action="New chat" onAct={onNew}>
        This conversation is no longer there.
      </Note>
    );
  if (fetched === "unreachable")
    return (
      <Note action="Retry" onAct={() => tryAgain((times) => times + 1)}>
        The conversation could not be loaded. Nothing in it is lost.
      </Note>
    );
  return <Messages stored={fetched.messages} />;
}

function Note({ children, action, onAct }: { children: string; action: string; onAct: () => void }) {
  return (
    <div role="alert" data-missing className="flex flex-col items-start gap-3 p-4 text-soft">
      <p>{children}</p>
      <Button onClick={onAct}>{action}</Button>
    </div>
  );
}
