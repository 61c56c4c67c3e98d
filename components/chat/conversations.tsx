"use client";

import Link from "next/link";
import { useParams, usePathname } from "next/navigation";
import { useOptimistic } from "react";
import { ConversationRow } from "@/components/chat/conversation-row";
import { useOpen, useShown } from "@/components/chat/dock-state";
import type { Named } from "@/components/chat/use-conversations";
import { navSheet } from "@/components/shell/floats";

/** The conversations in the sidebar, newest first. The one in sight, on its page or in the dock, is marked. */
export function Conversations({ conversations }: { conversations: Named[] }) {
  const [shown, change] = useOptimistic(conversations, apply);
  const current = useCurrent();
  if (shown.length === 0) return <p className="px-2 text-small text-soft">Your conversations will appear here.</p>;
  return (
    <>
      <ul className="flex flex-col">
        {shown.map((conversation) => (
          <ConversationRow
            key={conversation.id}
            conversation={conversation}
            current={conversation.id === current}
            onChange={change}
          />
        ))}
      </ul>
      <Link
        href="/conversations"
        className="flex h-8 pointer-coarse:h-11 items-center rounded px-2 text-accent-ink text-small hover:bg-paper"
        onNavigate={() => navSheet.close()}
      >
        All conversations
      </Link>
    </>
  );
}

/** How the list will look: with another title, or without the conversation. */
export type ListChange = { id: string; title: string | null };

function apply(conversations: Named[], { id, title }: ListChange): Named[] {
  if (title === null) return conversations.filter((conversation) => conversation.id !== id);
  return conversations.map((conversation) => (conversation.id === id ? { id, title } : conversation));
}

function useCurrent(): string | undefined {
  const onPage = usePathname().startsWith("/chat");
  const { id } = useParams<{ id?: string }>();
  const shown = useShown();
  const open = useOpen();
  if (onPage) return id;
  return open ? (shown ?? undefined) : undefined;
}
