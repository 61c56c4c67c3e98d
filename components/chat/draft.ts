"use client";

import { useSyncExternalStore } from "react";

/** Unsent words by conversation; the tab's own storage keeps them over a reload. */
const drafts = new Map<string, string>();
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

const none = () => "";

function key(id: string | undefined) {
  return `draft ${id ?? "new"}`;
}

function read(id: string | undefined): string {
  const known = drafts.get(key(id));
  if (known !== undefined) return known;
  const kept = stored(key(id));
  drafts.set(key(id), kept);
  return kept;
}

function write(id: string | undefined, text: string) {
  drafts.set(key(id), text);
  try {
    if (text) sessionStorage.setItem(key(id), text);
    else sessionStorage.removeItem(key(id));
  } catch {
    // Storage can be switched off or full; the draft then lives as long as the page.
  }
  for (const listener of listeners) listener();
}

function stored(name: string) {
  try {
    return sessionStorage.getItem(name) ?? "";
  } catch {
    return "";
  }
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
