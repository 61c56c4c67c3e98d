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
  const [shown, hide] = useOptimistic(conversations, without);
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
            hide={hide}
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

const without = (conversations: Named[], id: string) => conversations.filter((conversation) => conversation.id !== id);

function useCurrent(): string | undefined {
  const onPage = usePathname().startsWith("/chat");
  const { id } = useParams<{ id?: string }>();
  const shown = useShown();
  const open = useOpen();
  if (onPage) return id;
  return open ? (shown ?? undefined) : undefined;
}
