"use client";

import type { Route } from "next";
import { useRouter } from "next/navigation";
import { useMemo } from "react";
import * as actions from "@/components/chat/actions";
import { begin, isShown } from "@/components/chat/dock-state";
import { tell } from "@/components/chat/news";
import { titleFieldOf } from "@/components/chat/title-field";
import { retry } from "@/components/shell/answer";
import * as drafts from "@/components/shell/drafts";
import type { Call } from "@/components/shell/send";
import { useWriting } from "@/components/tasks/writes";
import * as notices from "@/components/ui/notices";

export type Named = { id: string; title: string };

/** What one can do to a conversation from outside. Each can be undone, and says by itself what did not work. */
export function useConversations() {
  const router = useRouter();
  const { send } = useWriting();
  return useMemo(() => {
    function rename({ id, title: was }: Named, title: string) {
      const act = async (call: Call) => {
        const answer = await call(actions.rename, { id, title });
        const field = titleFieldOf(id);
        if (answer.ok && drafts.read(field)?.text.trim() === title) drafts.write(field, undefined);
        return answer;
      };
      return send({ act, said: `Renamed “${was}” to “${title}”` });
    }

    async function remove(conversation: Named) {
      const { id, title } = conversation;
      // At once: after the answer, one may be on the way to somewhere else already.
      if (window.location.pathname === `/chat/${id}`) router.push("/chat");
      const act = (call: Call) => call(actions.remove, { id });
      const answer = await send({ act, said: `Deleted “${title}”`, noticed: true, quiet: true });
      if (!answer.ok) {
        const step = retry(answer, () => void remove(conversation));
        return void notices.warn(`Couldn’t delete “${title}”. ${answer.message}`, step);
      }
      tell({ kind: "deleted", id });
      if (isShown(id)) begin();
    }

    const openPage = (id: string) => router.push(`/chat/${id}` as Route);
    return { rename, remove, openPage, openAll: () => router.push("/conversations") };
  }, [router, send]);
}
