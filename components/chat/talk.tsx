"use client";

import { type Chat, useChat } from "@ai-sdk/react";
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from "react";
import type { ChatMessage } from "@/assistant/message";
import { catchUp } from "@/components/chat/catch-up";
import * as chats from "@/components/chat/chats";
import { type Trouble, troubleOf } from "@/components/chat/trouble";
import * as session from "@/components/shell/session";

export type Talk = {
  chat: Chat<ChatMessage>;
  messages: ChatMessage[];
  /** An answer is being written, here or somewhere else. */
  busy: boolean;
  /** The user's last message, when it is sent only once the present answer is there. */
  waiting: ChatMessage | undefined;
  trouble: Trouble | undefined;
};

const Current = createContext<Talk | undefined>(undefined);

/** Lets what lies inside it take part in one conversation; without an id, in a new one. */
export function TalkProvider({ id, children }: { id: string | undefined; children: ReactNode }) {
  const chat = useOpened(id);
  const { messages, status, error } = useChat({ chat, throttle: 40 });
  const here = status === "submitted" || status === "streaming";
  const replying = messages.findLast(({ role }) => role === "assistant")?.metadata?.state === "running";
  const elsewhere = !here && (replying || troubleOf(error)?.conflict === true);
  const lost = useCatchUp(chat, elsewhere);
  const waiting = chats.waitingIn(messages);
  useSending(chat, here || elsewhere ? undefined : waiting);
  useSignInAgain(chat, troubleOf(error)?.signedOut === true);
  const talk = useMemo<Talk>(() => {
    const busy = here || (elsewhere && !lost);
    return { chat, messages, busy, waiting, trouble: busy ? undefined : troubleOf(error, messages.at(-1)) };
  }, [chat, messages, error, here, elsewhere, lost, waiting]);
  return <Current value={talk}>{children}</Current>;
}

/** @throws Error outside of `<TalkProvider>`, which is a mistake of ours. */
export function useTalk(): Talk {
  const talk = useContext(Current);
  if (!talk) throw new Error("useTalk needs <TalkProvider> around it.");
  return talk;
}

/** The chat stays the same one when a new conversation gets its id, so that nothing jumps at the first answer. */
function useOpened(id: string | undefined) {
  const [opened, setOpened] = useState(() => ({ id, chat: chats.open(id) }));
  if (opened.id === id) return opened.chat;
  const chat = id !== undefined && opened.chat.id === id ? opened.chat : chats.open(id);
  setOpened({ id, chat });
  return chat;
}

/** The reply is being written by another tab, or was asked for before a reload: looks for it until it is there or has died. */
function useCatchUp(chat: Chat<ChatMessage>, wanted: boolean): boolean {
  const [lost, setLost] = useState(false);
  useEffect(() => {
    if (!wanted) return;
    const gone = new AbortController();
    void catchUp(chat, gone.signal, setLost);
    return () => {
      gone.abort();
      setLost(false);
    };
  }, [chat, wanted]);
  return lost;
}

/** Sends what has waited, now that nothing is being answered. */
function useSending(chat: Chat<ChatMessage>, waiting: ChatMessage | undefined) {
  useEffect(() => {
    if (waiting) chats.sendWaiting(chat, waiting);
  }, [chat, waiting]);
}

/** What could not be sent because the session had ended is sent once the same user is signed in again. */
function useSignInAgain(chat: Chat<ChatMessage>, wanted: boolean) {
  useEffect(() => {
    if (!wanted) return;
    let isHere = true;
    void session.again().then(() => isHere && void chat.regenerate());
    return () => {
      isHere = false;
    };
  }, [chat, wanted]);
}
