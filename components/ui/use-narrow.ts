"use client";

import { useSyncExternalStore } from "react";

/** Below `md` in globals.css, where what floats elsewhere comes in a sheet. */
const query = "(width < 53.75rem)";

/** Whether the window is as narrow as a phone's or a small tablet's. The server says that it is not. */
export function useNarrow(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => window.matchMedia(query).matches,
    () => false,
  );
}

function subscribe(listener: () => void) {
  const media = window.matchMedia(query);
  media.addEventListener("change", listener);
  return () => media.removeEventListener("change", listener);
}
