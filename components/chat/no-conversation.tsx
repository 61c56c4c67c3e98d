"use client";

import Link from "next/link";
import { useParams, useRouter } from "next/navigation";
import { useEffect } from "react";
import { isShown, show } from "@/components/chat/dock-state";
import { tell } from "@/components/chat/news";
import { OrphanedMessages } from "@/components/chat/orphaned-messages";
import { Button } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";

/** What stands on the page of a conversation that is not there; nothing leads to it again by itself. */
export function NoConversation() {
  const { id } = useParams<{ id: string }>();
  const router = useRouter();
  useEffect(() => {
    tell({ kind: "deleted", id });
    if (isShown(id)) show(undefined);
  }, [id]);
  return (
    <div data-missing className="px-4 pt-5 md:pt-[26px]">
      <h1 className="font-semibold text-name tracking-[-0.01em]">Conversation not found</h1>
      <Empty
        action={
          <Button render={<Link href="/chat" />} nativeButton={false}>
            New chat
          </Button>
        }
      >
        It may have been deleted.
      </Empty>
      <OrphanedMessages id={id} onNew={() => router.push("/chat")} />
    </div>
  );
}
