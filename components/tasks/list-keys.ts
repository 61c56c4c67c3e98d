"use client";

import { type RefObject, useEffect, useEffectEvent } from "react";
import { isTyping } from "@/components/shell/is-typing";

const steps: Record<string, number> = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 };

/**
 * The keys of a list of rows. j, k and the arrows move between titles; every other key presses the control of the focused row
 * that names it in `aria-keyshortcuts`, so that a key and its button never part ways.
 * @param onMove a row was asked to move by hand, up (-1) or down (1), with Alt and an arrow.
 */
export function useListKeys(list: RefObject<HTMLElement | null>, onMove: (id: string, by: -1 | 1) => unknown) {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (isTyping(event) || !list.current) return;
    const rows = [...list.current.querySelectorAll<HTMLElement>("[data-row]")];
    const at = rows.findIndex((row) => row.contains(document.activeElement));
    const row = rows[at];
    const step = steps[event.key];
    if (step && event.altKey) {
      if (!row?.dataset.row) return;
      event.preventDefault();
      onMove(row.dataset.row, step > 0 ? 1 : -1);
    } else if (step) {
      // Elsewhere the arrows scroll.
      if (at < 0 && event.key.startsWith("Arrow")) return;
      event.preventDefault();
      focusRow(rows[at < 0 ? 0 : Math.min(Math.max(at + step, 0), rows.length - 1)]);
    } else if (row) pressControl(row, event);
  });

  // The document is where keys arrive when nothing has the focus. A hidden view's effects are off, so only one list listens.
  useEffect(() => {
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, []);
}

function pressControl(row: HTMLElement, event: KeyboardEvent) {
  const onTitle = event.target instanceof HTMLElement && "title" in event.target.dataset;
  const key = event.key === " " && onTitle ? "x" : event.key.length === 1 ? event.key.toLowerCase() : event.key;
  const control = row.querySelector<HTMLElement>(`[aria-keyshortcuts~="${CSS.escape(key)}"]`);
  if (!control) return;
  event.preventDefault();
  control.click();
}

function focusRow(row: HTMLElement | undefined) {
  row?.querySelector<HTMLElement>("[data-title]")?.focus();
}
