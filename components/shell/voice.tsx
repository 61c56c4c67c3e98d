"use client";

import { useSyncExternalStore } from "react";
import { Sentence } from "@/components/ui/sentence";

let words = "";
const listeners = new Set<() => void>();

/** Tells those who listen rather than look what was just done. What a notice says needs no second voice. */
export function say(text: string) {
  // The same words twice would not be read again.
  words = words === text ? `${text}\u00a0` : text;
  for (const listener of listeners) listener();
}

/** The page's one live region; stands once, in the shell. */
export function Voice() {
  const spoken = useSyncExternalStore(
    subscribe,
    () => words,
    () => "",
  );
  return (
    <p aria-live="polite" aria-atomic className="sr-only">
      <Sentence>{spoken}</Sentence>
    </p>
  );
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
