"use client";

import { useSyncExternalStore } from "react";

const OFF = "single keys off";
const listeners = new Set<() => void>();
let remembered: boolean | undefined;

/** Whether letters alone are shortcuts. One may switch them off (WCAG 2.1.4): who dictates, or slips, sets off none by accident. */
export function areOn(): boolean {
  remembered ??= !stored();
  return remembered;
}

export function turn(on: boolean) {
  remembered = on;
  try {
    if (on) localStorage.removeItem(OFF);
    else localStorage.setItem(OFF, "1");
  } catch {
    // Kept for as long as this page lives.
  }
  for (const listener of listeners) listener();
}

export function useSingleKeys(): boolean {
  return useSyncExternalStore(subscribe, areOn, () => true);
}

function stored() {
  try {
    return localStorage.getItem(OFF) !== null;
  } catch {
    return false;
  }
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
