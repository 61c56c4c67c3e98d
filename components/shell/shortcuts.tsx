"use client";

import { useRouter } from "next/navigation";
import { useEffect, useEffectEvent, useRef } from "react";
import { addSheet, keysHelp, palette } from "@/components/shell/floats";
import { isTyping } from "@/components/shell/is-typing";
import { assistant, search, views } from "@/components/shell/views";
import { useTasks } from "@/components/tasks/use-tasks";

/** The keys that work on every page. A list's own keys are in `list-keys`, the assistant's ⌘J is the dock's. */
export function Shortcuts() {
  const router = useRouter();
  const { undoLast, redoLast } = useTasks();
  const wentG = useRef(0);

  const press = useEffectEvent((event: KeyboardEvent) => {
    const command = event.metaKey || event.ctrlKey;
    const key = event.key.toLowerCase();
    if (command && key === "k") return act(event, () => palette.open(null));
    if (command && key === "z" && !inField(event)) return act(event, event.shiftKey ? redoLast : undoLast);
    if (event.ctrlKey && key === "y" && !inField(event)) return act(event, redoLast);
    if (isTyping(event) || event.altKey) return;
    const after = event.timeStamp - wentG.current < 1500;
    wentG.current = 0;
    const place = [...views, search, assistant].find((view) => after && view.key === key);
    if (place) act(event, () => router.push(place.href));
    else if (key === "g") wentG.current = event.timeStamp;
    else if (key === "q" || key === "n") act(event, focusQuickAdd);
    else if (key === "/") act(event, () => palette.open(null));
    else if (key === "?") act(event, () => keysHelp.open(null));
  });

  useEffect(() => {
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, []);
  return null;
}

function act(event: KeyboardEvent, does: () => void) {
  event.preventDefault();
  does();
}

function inField({ target }: KeyboardEvent) {
  return target instanceof Element && target.matches("input, textarea, [contenteditable='true']");
}

/** The visible page's line to write in. */
export function quickAddField(): HTMLInputElement | undefined {
  const fields = [...document.querySelectorAll<HTMLInputElement>("input[data-quick-add]")];
  return fields.find((one) => one.checkVisibility());
}

/** Goes to the line to write in, or opens the sheet with one where the page has none. */
export function focusQuickAdd() {
  const field = quickAddField();
  if (field) field.focus();
  else addSheet.open(null);
}

/** Writes an example into the line, as typing would. */
export function fillQuickAdd(text: string) {
  const field = quickAddField();
  if (!field) return;
  field.focus();
  field.select();
  document.execCommand("insertText", false, text);
}
