"use client";

import { CircleAlert } from "lucide-react";
import { usePathname, useRouter } from "next/navigation";
import * as chats from "@/components/chat/chats";
import { begin } from "@/components/chat/dock-state";
import * as draft from "@/components/chat/draft";
import { focusBox } from "@/components/chat/focus";
import { useTalk } from "@/components/chat/talk";
import type { Trouble } from "@/components/chat/trouble";
import { Button } from "@/components/ui/button";

/** What happened, what is safe, and what to do. */
export function TroubleNote({ trouble }: { trouble: Trouble }) {
  const { chat } = useTalk();
  const { text, retry, calm, ended } = trouble;
  const start = useStart();
  return (
    <div role={calm ? undefined : "alert"} className="flex items-start gap-2 text-small text-soft">
      {!calm && <CircleAlert size={14} strokeWidth={1.75} aria-hidden className="mt-px shrink-0 text-late" />}
      <p>
        {text}{" "}
        {retry && (
          <Button
            tone="link"
            className="font-medium"
            onClick={(event) => {
              focusBox(event.currentTarget);
              void chat.regenerate();
            }}
          >
            {retry}
          </Button>
        )}
        {ended && (
          <Button tone="link" className="font-medium" onClick={() => start(chats.takeBack(chat))}>
            Send it in a new chat
          </Button>
        )}
      </p>
    </div>
  );
}

/** Opens a new chat with words in its box. */
function useStart() {
  const router = useRouter();
  const isPage = usePathname().startsWith("/chat");
  return (text: string) => {
    draft.giveBack(undefined, text);
    if (isPage) router.push("/chat");
    else begin();
  };
}
