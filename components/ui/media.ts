"use client";

import { useCallback, useSyncExternalStore } from "react";

/** On a touch screen Enter breaks the line, since its keyboard has no Shift+Enter; a button sends. */
export const TOUCH = "(pointer: coarse)";
/** Below `md` in globals.css, where what floats elsewhere comes in a sheet. */
export const NARROW = "(width < 53.75rem)";
/** Below this one, there is no room for two things: the assistant is a page of its own. */
export const PHONE = "(width < 40rem)";
/** From this width on the dock stands beside the list (`lg` in globals.css); below, it slides over it. */
export const BESIDE = "(width >= 68.75rem)";

/** Whether a media query holds just now. */
export const matches = (query: string) => window.matchMedia(query).matches;

/** Whether a media query holds. The server says that it does not. */
export function useMedia(query: string): boolean {
  const subscribe = useCallback((listener: () => void) => onMedia(query, listener), [query]);
  return useSyncExternalStore(
    subscribe,
    () => matches(query),
    () => false,
  );
}

/** Calls `act` whenever the answer of a media query changes. @returns how to stop that. */
export function onMedia(query: string, act: () => void): () => void {
  const media = window.matchMedia(query);
  media.addEventListener("change", act);
  return () => media.removeEventListener("change", act);
}
