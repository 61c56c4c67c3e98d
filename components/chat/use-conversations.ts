"use client";

import type { Route } from "next";
import { useRouter } from "next/navigation";
import { useMemo } from "react";
import * as actions from "@/components/chat/actions";
import * as chats from "@/components/chat/chats";
import { begin, isShown } from "@/components/chat/dock-state";
import { type Answer, unreachable } from "@/components/shell/answer";
import { newId } from "@/components/shell/new-id";
import * as notices from "@/components/ui/notices";

export type Named = { id: string; title: string };

/** What one can do to a conversation from outside. Each says by itself what did not work, and offers to try again. */
export function useConversations() {
  const router = useRouter();
  return useMemo(() => {
    async function rename({ id }: Named, title: string) {
      await attempt(() => actions.rename(newId(), { id, title }));
    }

    async function remove({ id, title }: Named) {
      // At once: after the answer, one may be on the way to somewhere else already.
      if (window.location.pathname === `/chat/${id}`) router.push("/chat");
      const done = await attempt(() => actions.remove(newId(), { id }));
      if (!done) return;
      chats.forget(id);
      if (isShown(id)) begin();
      const undo = () => void attempt(() => actions.restore(newId(), { id }));
      notices.say(`Deleted “${title}”`, { label: "Undo", act: undo });
    }

    return { rename, remove, openPage: (id: string) => router.push(`/chat/${id}` as Route) };
  }, [router]);
}

/** @returns Whether it worked; else the user was told. */
async function attempt(act: () => Promise<Answer>): Promise<boolean> {
  const answer = await act().catch(() => unreachable);
  if (!answer.ok) notices.warn(answer.message, { label: "Retry", act: () => void attempt(act) });
  return answer.ok;
}
