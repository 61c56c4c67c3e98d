"use client";

import { useSyncExternalStore } from "react";
import { type Chord, isApple, print } from "@/components/ui/chord";

/**
 * A key as printed on the keyboard that is here: "⌘K", or "Ctrl K" where there is no ⌘. A hint for sighted users
 * where there is a keyboard, unless `spoken`: the element that has the key says so by `aria-keyshortcuts`.
 */
export function Kbd({ children, spoken }: { children: Chord; spoken?: boolean }) {
  const apple = useSyncExternalStore(unchanging, isApple, () => true);
  return (
    <kbd
      aria-hidden={!spoken}
      className={`${spoken ? "" : "max-sm:hidden pointer-coarse:hidden"} inline-flex h-5 shrink-0 whitespace-nowrap min-w-5 items-center justify-center rounded-[5px] border border-line bg-lift px-1 font-sans text-small text-soft leading-none`}
    >
      {print(children, apple)}
    </kbd>
  );
}

const unchanging = () => () => {};
