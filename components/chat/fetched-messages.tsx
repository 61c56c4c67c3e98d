"use client";

import { Suspense, use, useState } from "react";
import * as chats from "@/components/chat/chats";
import { Messages } from "@/components/chat/messages";
import { MessagesSkeleton } from "@/components/chat/messages-skeleton";
import { OrphanedMessages } from "@/components/chat/orphaned-messages";
import { useTalk } from "@/components/chat/talk";
import { Button } from "@/components/ui/button";

type Props = {
  /** Undefined for a conversation that is not begun. */
  id: string | undefined;
  /** Whether the list of conversations has it: one that was missing and comes back into the list is asked for again. */
  listed: boolean;
  onNew: () => void;
};

const nothing: never[] = [];

/** A conversation's messages, asked for by the browser where this tab has none of them. */
export function FetchedMessages({ id, listed, onNew }: Props) {
  const { chat } = useTalk();
  const [asked, setAsked] = useState<{ id: string; listed: boolean; answer: Promise<chats.Fetched> }>();
  const wanted = chat.messages.length === 0 ? id : undefined;
  const ask = (id: string) => setAsked({ id, listed, answer: chats.history(id) });
  if (wanted && (asked?.id !== wanted || asked.listed !== listed)) ask(wanted);
  return (
    <Suspense fallback={<MessagesSkeleton />}>
      <Answered
        id={id}
        answer={wanted ? asked?.answer : undefined}
        onRetry={() => wanted && ask(wanted)}
        onNew={onNew}
      />
    </Suspense>
  );
}

type AnsweredProps = {
  id: string | undefined;
  answer: Promise<chats.Fetched> | undefined;
  onRetry: () => void;
  onNew: () => void;
};

function Answered({ id, answer, onRetry, onNew }: AnsweredProps) {
  const fetched = answer && use(answer);
  if (fetched === "missing")
    return (
      <>
        <Note action="New chat" onAct={onNew}>
          This conversation no longer exists.
        </Note>
        {id && <OrphanedMessages id={id} onNew={onNew} className="px-4 pb-4" />}
      </>
    );
  if (fetched === "unreachable")
    return (
      <Note action="Retry" onAct={onRetry}>
        Couldn’t load this conversation. Nothing is lost.
      </Note>
    );
  return <Messages stored={fetched?.messages ?? nothing} />;
}

function Note({ children, action, onAct }: { children: string; action: string; onAct: () => void }) {
  return (
    <div role="alert" data-missing className="flex flex-col items-start gap-3 p-4 text-soft">
      <p>{children}</p>
      <Button onClick={onAct}>{action}</Button>
    </div>
  );
}
