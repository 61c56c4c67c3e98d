"use client";

import { ArrowDown } from "lucide-react";
import { type ReactNode, useEffect, useEffectEvent } from "react";
import * as chats from "@/components/chat/chats";
import { Composer } from "@/components/chat/composer";
import { remember } from "@/components/chat/dock-state";
import * as draft from "@/components/chat/draft";
import { HeldMessages } from "@/components/chat/held-messages";
import { listen, type News } from "@/components/chat/news";
import { useStick } from "@/components/chat/stick";
import { TalkProvider, useTalk } from "@/components/chat/talk";
import { Button } from "@/components/ui/button";

type Props = {
  /** Undefined for a conversation that is not begun. */
  id: string | undefined;
  model: string;
  /** It has begun, while it was in sight. */
  onStarted: (id: string) => void;
  /** Takes the focus when it appears. */
  eager?: boolean;
  /** The messages, and on a page their heading. */
  children: ReactNode;
};

/** One conversation: what was said, scrolled to its end, and the box to say more. */
export function Conversation(props: Props) {
  return (
    <TalkProvider id={props.id}>
      <Thread {...props} />
    </TalkProvider>
  );
}

function Thread({ id, model, onStarted, eager = false, children }: Props) {
  const { chat } = useTalk();
  const { scroller, content, note, atEnd, toEnd } = useStick(chat);
  const begun = chats.begun(chat);
  // The last one looked at is the one that the dock shows, whichever page it was looked at on; what is not there has not begun, and
  // what was deleted elsewhere has ended since this was rendered.
  useEffect(() => {
    if (begun && chats.begun(chat)) remember(begun);
  }, [begun, chat]);
  // Of one that is in sight no more, what is typed now is none of its words.
  const follow = useEffectEvent((news: News) => {
    if (news.kind !== "started" || news.id !== chat.id) return;
    draft.move(news.id);
    onStarted(news.id);
  });
  useEffect(() => listen(follow), []);
  return (
    <div data-talk className="group/talk flex min-h-0 flex-1 flex-col">
      <div ref={scroller} onScroll={note} className="min-h-0 flex-1 overflow-y-auto overscroll-contain">
        <div ref={content} className="mx-auto w-full max-w-[720px]">
          {children}
        </div>
      </div>
      {/* What is not there cannot be written to. A page that was left may still say so, out of sight. */}
      <div className="relative mx-auto w-full max-w-[720px] group-has-[[data-missing]:not([style*=none],[style*=none]_*)]/talk:hidden">
        {!atEnd && (
          <Button onClick={toEnd} className="-translate-x-1/2 absolute bottom-full left-1/2 mb-2 shadow-float">
            <ArrowDown size={14} strokeWidth={1.75} aria-hidden /> Jump to latest
          </Button>
        )}
        <HeldMessages id={id ?? begun} />
        <Composer id={id} model={model} eager={eager} onSend={toEnd} />
      </div>
    </div>
  );
}
