"use client";

import { type RefObject, useEffect, useEffectEvent } from "react";
import { inList, shortcutOf } from "@/components/shell/keymap";

const steps = { next: 1, previous: -1, moveUp: -1, moveDown: 1 } as const;

/**
 * The keys of a list of rows. j, k and the arrows move between titles; every other key presses the control of the focused row
 * that names it in `aria-keyshortcuts`, so that a key and its button never part ways.
 * @param onMove a row was asked to move by hand, up (-1) or down (1), with Alt and an arrow.
 */
export function useListKeys(list: RefObject<HTMLElement | null>, onMove: (id: string, by: -1 | 1) => unknown) {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (!list.current) return;
    const name = shortcutOf(event, isOnTitle(event) ? onTitle : inList);
    if (!name) return;
    const rows = [...list.current.querySelectorAll<HTMLElement>("[data-row]")];
    const at = rows.findIndex((row) => row.contains(document.activeElement));
    const row = rows[at];
    if (name === "moveUp" || name === "moveDown") {
      if (!row?.dataset.row) return;
      event.preventDefault();
      onMove(row.dataset.row, steps[name]);
    } else if (name === "next" || name === "previous") {
      // Elsewhere the arrows scroll.
      if (at < 0 && event.key.startsWith("Arrow")) return;
      event.preventDefault();
      focusRow(rows[at < 0 ? 0 : Math.min(Math.max(at + steps[name], 0), rows.length - 1)]);
    } else {
      const control = row?.querySelector<HTMLElement>(`[aria-keyshortcuts~="${CSS.escape(inList[name].keys[0])}"]`);
      if (!control) return;
      event.preventDefault();
      control.click();
    }
  });

  // The document is where keys arrive when nothing has the focus. A hidden view's effects are off, so only one list listens.
  useEffect(() => {
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, []);
}

// A title is no button, so Space is free to tick it off.
const onTitle = { ...inList, complete: { ...inList.complete, keys: ["x", " "] } } as const;

const isOnTitle = ({ target }: KeyboardEvent) => target instanceof HTMLElement && "title" in target.dataset;

function focusRow(row: HTMLElement | undefined) {
  row?.querySelector<HTMLElement>("[data-title]")?.focus();
}
