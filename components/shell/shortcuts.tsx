"use client";

import { useRouter } from "next/navigation";
import { useEffect, useEffectEvent, useRef } from "react";
import { addSheet, keysHelp, palette } from "@/components/shell/floats";
import { anywhere, places, shortcutOf } from "@/components/shell/keymap";
import { useTasks } from "@/components/tasks/use-tasks";
import { insertText } from "@/components/ui/insert-text";
import { openNowOrOnMount } from "@/components/ui/open-on-mount";

/** How long "g" waits for the key that follows it, in milliseconds. */
const PATIENCE = 1500;

const goes = { go: { keys: ["g"], words: "" } } as const;
const follows = Object.fromEntries(places.map(({ href, key, name }) => [href, { keys: [key], words: name }] as const));

/** The keys that work on every page. A list's own keys are in `list-keys`, the assistant's is the dock's. */
export function Shortcuts() {
  const router = useRouter();
  const { undoLast, redoLast } = useTasks();
  const wentG = useRef(-PATIENCE);

  const press = useEffectEvent((event: KeyboardEvent) => {
    const waits = event.timeStamp - wentG.current < PATIENCE;
    wentG.current = -PATIENCE;
    const place = waits && places.find(({ href }) => href === shortcutOf(event, follows));
    if (place) return act(event, () => router.push(place.href));
    if (shortcutOf(event, goes)) wentG.current = event.timeStamp;
    switch (shortcutOf(event, anywhere)) {
      case "palette":
        return act(event, () => openNowOrOnMount(palette));
      case "undo": // in a field it is the field's
        return inField(event) ? undefined : act(event, undoLast);
      case "redo":
        return inField(event) ? undefined : act(event, redoLast);
      case "add":
        return act(event, focusQuickAdd);
      case "help":
        return act(event, () => openNowOrOnMount(keysHelp));
    }
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
  else openNowOrOnMount(addSheet);
}

/** Writes an example into the line, as typing would. */
export function fillQuickAdd(text: string) {
  const field = quickAddField();
  if (field) insertText(field, text, 0, field.value.length);
}
