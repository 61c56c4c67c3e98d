"use client";

import type { Route } from "next";
import { useParams, useRouter } from "next/navigation";
import { type ReactNode, useEffect } from "react";
import { Conversation } from "@/components/chat/conversation";
import * as draft from "@/components/chat/draft";
import { listen } from "@/components/chat/news";

type Props = {
  model: string;
  /** The messages, from the page. */
  children: ReactNode;
};

/** The assistant as a page: the conversation that the address names, or a new one, which gets its address when it begins. */
export function ChatPage({ model, children }: Props) {
  const { id } = useParams<{ id?: string }>();
  const router = useRouter();
  useEffect(
    () =>
      listen((news) => {
        if (news.kind !== "started") return;
        draft.move(news.id);
        router.replace(`/chat/${news.id}` as Route);
      }),
    [router],
  );
  return (
    // Below, the phone's tabs have their place.
    <div className="flex min-h-0 min-w-0 flex-1 flex-col pb-[calc(3.3125rem+env(safe-area-inset-bottom))] in-data-keyboard:pb-(--keyboard) md:pb-0">
      <Conversation id={id} model={model} eager>
        {children}
      </Conversation>
    </div>
  );
}
