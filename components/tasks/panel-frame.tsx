"use client";

import { type ReactNode, useSyncExternalStore } from "react";
import { Sheet } from "@/components/ui/sheet";

/**
 * Where a task's details stand: beside the list where there is room for both, over its right edge where there is not, and in a
 * sheet on a phone. Escape closes it.
 */
export function PanelFrame({ onClose, children }: { onClose: () => void; children: ReactNode }) {
  const narrow = useNarrow();
  if (narrow) {
    return (
      <Sheet title="Task" side="bottom" open onOpenChange={(open) => !open && onClose()}>
        {children}
      </Sheet>
    );
  }
  return (
    <section
      aria-label="Task"
      ref={takeFocus}
      onKeyDown={(event) => {
        // What floats over it (a menu, a calendar) is no part of it in the document, and has an Escape of its own.
        const inside = event.currentTarget.contains(event.target as Node);
        if (event.key === "Escape" && inside && !event.defaultPrevented) onClose();
      }}
      className="absolute inset-y-0 right-0 z-20 hidden w-[380px] shrink-0 overflow-y-auto border-line border-l bg-paper shadow-float md:block @min-[760px]/view:static @min-[760px]/view:shadow-none"
    >
      {children}
    </section>
  );
}

/** Whoever came by key goes on by key; a click leaves the focus in the list. */
function takeFocus(panel: HTMLElement | null) {
  if (document.activeElement?.matches("[data-title]:focus-visible")) panel?.querySelector("textarea")?.focus();
}

const query = "(width < 860px)";

function useNarrow() {
  return useSyncExternalStore(
    (listener) => {
      const media = window.matchMedia(query);
      media.addEventListener("change", listener);
      return () => media.removeEventListener("change", listener);
    },
    () => window.matchMedia(query).matches,
    () => false,
  );
}
