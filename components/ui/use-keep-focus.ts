"use client";

import { type RefObject, useLayoutEffect } from "react";
import { matches } from "@/components/ui/media";

const FIELD = "textarea, input:not([type=hidden])";
const PLACE = "main, [role=dialog], [data-task-panel]";

/**
 * Keeps the keyboard’s focus when an element goes that has it, for a browser drops it: it moves to the same button of the next entry of
 * the list, or, without one, to the field, the heading or the part of the page that the element belongs to.
 */
export function useKeepFocus(element: RefObject<HTMLElement | null>) {
  useLayoutEffect(() => {
    const going = element.current;
    return () => {
      if (going?.contains(document.activeElement)) moveOn(going);
    };
  }, [element]);
}

/** Gives the focus to the field that a button acts on. */
export function focusFieldOf(button: HTMLElement) {
  belongingTo(button)?.focus();
}

function moveOn(going: HTMLElement) {
  const at = buttonsOf(going).findIndex((button) => button.matches(":focus"));
  const entry = going.matches("li") ? (going.nextElementSibling ?? going.previousElementSibling) : null;
  const next = (entry && buttonsOf(entry)[at]) ?? belongingTo(going);
  if (!next || (next.matches(FIELD) && !matches("(pointer: fine)"))) return; // it would throw a keyboard over half of the screen
  if (next.tabIndex < 0) next.tabIndex = -1; // what has none can have the focus by this
  next.focus();
}

const buttonsOf = (entry: Element) => [...entry.querySelectorAll("button")];

function belongingTo(element: HTMLElement): HTMLElement | undefined {
  for (let around = element.parentElement; around; around = around.parentElement) {
    const [first] = [FIELD, "h1, h2"].flatMap((kind) => shown(around, kind));
    if (first) return first;
    if (around.matches(PLACE)) return around;
  }
}

function shown(around: HTMLElement, kind: string) {
  return [...around.querySelectorAll<HTMLElement>(kind)].filter((one) => one.checkVisibility());
}
