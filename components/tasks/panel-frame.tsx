"use client";

import { type ReactNode, useEffect, useEffectEvent, useRef } from "react";
import { inList, shortcutOf } from "@/components/shell/keymap";
import { isChord } from "@/components/ui/chord";
import { NARROW, useMedia } from "@/components/ui/media";
import { Sheet } from "@/components/ui/sheet";

type Props = {
  /** The page's address does not say yet that it is open. */
  isOpening?: boolean;
  onClose: () => void;
  children: ReactNode;
};

/**
 * Where a task's details stand: beside the list where there is room for both; where there is not, over the assistant, or over the
 * list's right edge when that is closed; in a sheet on a phone. Escape closes it.
 */
export function PanelFrame({ isOpening, onClose, children }: Props) {
  const narrow = useMedia(NARROW);
  if (narrow) {
    return (
      <Sheet title="Task" side="bottom" open hasAddress={!isOpening} onOpenChange={(open) => !open && onClose()}>
        {/* As high as it can be from the start: it must not grow under the finger when the subtasks come. */}
        <div data-task-panel className="min-h-[calc(100dvh-136px)]">
          {children}
        </div>
      </Sheet>
    );
  }
  return <Beside onClose={onClose}>{children}</Beside>;
}

function Beside({ onClose, children }: Props) {
  const panel = useRef<HTMLElement>(null);
  // What floats over it (a menu, a calendar) and what is written elsewhere (to the assistant) have an Escape of their own.
  const press = useEffectEvent((event: KeyboardEvent) => {
    const inside = event.target instanceof Node && panel.current?.contains(event.target);
    const closes = inside
      ? isChord(event, inList.close.keys[0]) && !event.defaultPrevented
      : shortcutOf(event, inList) === "close";
    if (closes) onClose();
  });
  useEffect(() => {
    // Opened by key, the focus moves in; a click leaves the focus in the list.
    if (document.activeElement?.matches("[data-row] :focus-visible")) panel.current?.querySelector("textarea")?.focus();
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, []);
  return (
    <section
      ref={panel}
      aria-label="Task"
      data-task-panel
      className="task-panel absolute inset-y-0 z-35 hidden w-[392px] shrink-0 overflow-y-auto border-line border-l bg-paper shadow-float md:block print:block print:w-full @min-[47.5rem]/view:static @min-[47.5rem]/view:z-auto @min-[47.5rem]/view:w-[380px] @min-[47.5rem]/view:shadow-none"
    >
      {children}
    </section>
  );
}
