"use client";

import { useSyncExternalStore } from "react";
import { storage } from "@/components/chat/storage";

/** Unsent words by conversation, kept over a reload, for this tab alone. */
const drafts = storage("sessionStorage");
const listeners = new Set<() => void>();

/** What is typed and not sent in a conversation, or, without an id, in the one that is not begun yet. */
export function useDraft(id: string | undefined): [string, (text: string) => void] {
  const text = useSyncExternalStore(subscribe, () => read(id), none);
  return [text, (next) => write(id, next)];
}

/** A new conversation got its id: what was typed meanwhile goes with it. */
export function move(id: string) {
  write(id, read(undefined));
  write(undefined, "");
}

/** Words that could not be sent come back into the box, above what was typed since. */
export function giveBack(id: string | undefined, text: string) {
  write(id, [text, read(id)].filter(Boolean).join("\n"));
}

const none = () => "";

function key(id: string | undefined) {
  return `draft ${id ?? "new"}`;
}

function read(id: string | undefined) {
  return drafts.get(key(id)) ?? "";
}

function write(id: string | undefined, text: string) {
  drafts.put(key(id), text || undefined);
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
