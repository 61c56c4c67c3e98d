"use client";

import { type KeyboardEvent, type RefObject, useEffect, useEffectEvent, useRef, useState } from "react";
import { isChord } from "@/components/ui/chord";
import { insertText } from "@/components/ui/insert-text";
import type { Tag } from "@/db/tags";
import { complete, completing } from "@/language/quick-add/completion";

type Place = { text: string; caret: number };

/**
 * Completes the tag that is being written after "#" in a field. Where that is, the field is asked each time: text comes by
 * dictation, emoji pickers and extensions too, which tell of no key and no caret.
 */
export function useTagCompletion(field: RefObject<HTMLInputElement | null>, tags: Tag[]) {
  /** Where one writes, as the field said last. Which tag that is, is found anew as tags come and go. */
  const [place, setPlace] = useState<Place>();
  /** Where the tag begins whose completions were sent away. */
  const [closedAt, setClosedAt] = useState<number>();
  const highlighted = useRef<Tag>(undefined);
  const names = tags.map(({ name }) => name);
  const tag = place && completing(place.text, place.caret, names);
  const suggested = tag?.names.flatMap((name) => tags.find((one) => one.name === name) ?? []) ?? [];
  const isOpen = suggested.length > 0 && tag?.start !== closedAt;

  function written(): Place | undefined {
    const { value: text = "", selectionStart, selectionEnd } = field.current ?? {};
    return selectionEnd != null && selectionStart === selectionEnd ? { text, caret: selectionEnd } : undefined;
  }

  // React's own `onSelect` misses what no key or mouse did: it does not hear "selectionchange" where it renders the whole document.
  const onSelect = useEffectEvent(() => {
    if (document.activeElement === field.current) setPlace(written());
  });
  useEffect(() => {
    document.addEventListener("selectionchange", onSelect);
    return () => document.removeEventListener("selectionchange", onSelect);
  }, []);

  function take(name: string) {
    const now = written();
    const tag = now && completing(now.text, now.caret, names);
    if (!field.current || !tag) return;
    const { value } = field.current;
    const line = complete(value, tag, name, names);
    // What stands behind the caret then is only moved, but for the space before it.
    const behind = line.text.length - line.caret;
    insertText(field.current, line.text.slice(tag.start, line.caret), tag.start, value.length - behind);
  }

  return {
    suggested,
    isOpen,
    take,
    /** To be called after each edit. */
    follow: () => setPlace(written()),
    /** To be called when the field is left. */
    close: () => setPlace(undefined),
    onOpenChange: (open: boolean, { reason }: { reason: string }) => {
      if (open) return;
      if (reason === "escape-key") setClosedAt(tag?.start);
      else setPlace(undefined);
    },
    onItemHighlighted: (item: Tag | undefined) => {
      highlighted.current = item;
    },
    takeByTab: (event: KeyboardEvent) => {
      if (!isChord(event.nativeEvent, "Tab") || !isOpen || !highlighted.current) return;
      event.preventDefault();
      take(highlighted.current.name);
    },
  };
}
