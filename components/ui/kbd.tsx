"use client";

import { useSyncExternalStore } from "react";

/**
 * A key as printed on the keyboard that is here: "Esc", and for "⌘K" where there is no ⌘ "Ctrl K". A hint for sighted users, unless
 * `spoken`: the element that has the key says so by `aria-keyshortcuts`.
 */
export function Kbd({ children, spoken }: { children: string; spoken?: boolean }) {
  const isApple = useSyncExternalStore(unchanging, looksLikeApple, () => true);
  return (
    <kbd
      aria-hidden={!spoken}
      className="inline-flex h-5 max-sm:hidden pointer-coarse:hidden shrink-0 whitespace-nowrap min-w-5 items-center justify-center rounded-[5px] border border-line bg-lift px-1 font-sans text-small text-soft leading-none"
    >
      {isApple ? children : children.replace("⌘", "Ctrl ")}
    </kbd>
  );
}

const unchanging = () => () => {};
const looksLikeApple = () => /Mac|iPhone|iPad/.test(navigator.platform);
