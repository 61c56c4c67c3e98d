"use client";

import { type ReactNode, useSyncExternalStore } from "react";

/**
 * For what shows only under a pointer or the focus and works only by script, such as a row's menus. The server leaves it out (there,
 * menus and tooltips that nobody saw took more than all the rest of a page), and the browser adds it as it takes the page over.
 */
export function InBrowser({ children }: { children: ReactNode }) {
  const isHere = useSyncExternalStore(
    unchanging,
    () => true,
    () => false,
  );
  return isHere && children;
}

const unchanging = () => () => {};
