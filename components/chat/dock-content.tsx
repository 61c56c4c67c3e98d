"use client";

import { SquarePen, X } from "lucide-react";
import { Conversation } from "@/components/chat/conversation";
import { begin, show, toggle, useShown, wasSummoned } from "@/components/chat/dock-state";
import { FetchedMessages } from "@/components/chat/fetched-messages";
import { History } from "@/components/chat/history";
import { MessagesSkeleton } from "@/components/chat/messages-skeleton";
import { anywhere } from "@/components/shell/keymap";
import { IconButton } from "@/components/ui/icon-button";

type Props = { model: string; conversations: Array<{ id: string; title: string }> };

/** The dock's head and its conversation. */
export function DockContent({ model, conversations }: Props) {
  const shown = useShown();
  const id = shown ?? undefined;
  const listed = conversations.find((conversation) => conversation.id === id);
  return (
    <>
      <header className="flex h-12 shrink-0 items-center gap-1 border-line border-b pr-3 pl-4">
        <History title={listed?.title ?? "New chat"} current={id} conversations={conversations} onShow={show} />
        <span className="flex-1" />
        <IconButton icon={SquarePen} label="New chat" onClick={begin} />
        <IconButton icon={X} label="Close assistant" keys={anywhere.assistant.keys[0]} onClick={toggle} />
      </header>
      {shown === null ? (
        <MessagesSkeleton />
      ) : (
        <Conversation id={id} model={model} eager={wasSummoned()} onStarted={show}>
          <FetchedMessages id={id} listed={listed !== undefined} onNew={begin} />
        </Conversation>
      )}
    </>
  );
}
