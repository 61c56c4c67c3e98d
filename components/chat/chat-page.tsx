"use client";

import type { Route } from "next";
import { useParams, useRouter } from "next/navigation";
import type { ReactNode } from "react";
import { Conversation } from "@/components/chat/conversation";

type Props = {
  model: string;
  /** The messages, from the page. */
  children: ReactNode;
};

/** The assistant as a page: the conversation that the address names, or a new one, which gets its address when it begins. */
export function ChatPage({ model, children }: Props) {
  const { id } = useParams<{ id?: string }>();
  const router = useRouter();
  return (
    // Below, the phone's tabs have their place.
    <div className="flex min-h-0 min-w-0 flex-1 flex-col pb-[calc(3.3125rem+env(safe-area-inset-bottom))] in-data-keyboard:pb-(--keyboard) md:pb-0">
      <Conversation id={id} model={model} eager onStarted={(id) => router.replace(`/chat/${id}` as Route)}>
        {children}
      </Conversation>
    </div>
  );
}
