"use client";

import { useCallback, useSyncExternalStore } from "react";

/** On a touch screen Enter breaks the line, since its keyboard has no Shift+Enter; a button sends. */
export const TOUCH = "(pointer: coarse)";

/** Whether a media query holds. The server says that it does not. */
export function useMedia(query: string): boolean {
  const subscribe = useCallback(
    (listener: () => void) => {
      const media = window.matchMedia(query);
      media.addEventListener("change", listener);
      return () => media.removeEventListener("change", listener);
    },
    [query],
  );
  return useSyncExternalStore(
    subscribe,
    () => window.matchMedia(query).matches,
    () => false,
  );
}
