"use client";

import { matches } from "@/components/ui/media";

/** Gives a box the focus where there is a keyboard; elsewhere it would throw one over half of the screen. */
export function focus(box: HTMLElement | null | undefined) {
  if (matches("(pointer: fine)")) box?.focus({ preventScroll: true });
}

/** What was pressed is about to go: the box to write in takes its focus, so that it is not lost. */
export function focusBox(pressed: HTMLElement) {
  focus(pressed.closest("[data-talk]")?.querySelector("textarea"));
}
