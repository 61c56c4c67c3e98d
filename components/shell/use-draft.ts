"use client";

import { useState, useSyncExternalStore } from "react";
import type { Draft } from "@/components/shell/draft";
import * as drafts from "@/components/shell/drafts";

/** What a field has that is not saved, how to write it, and whether it was found there: it was not typed since the field is here. */
export function useDraft<D extends Draft>(field: string) {
  const now = useSyncExternalStore(
    drafts.subscribe,
    () => drafts.all().get(field),
    () => undefined,
  );
  const [first] = useState(now);
  function put(draft: D | undefined, isFound = false) {
    drafts.keepUnseen(field, now, draft);
    drafts.write(field, draft, isFound);
  }
  return [now?.draft as D | undefined, put, now !== undefined && (now.isFound || now === first)] as const;
}

/** The same for a field that has nothing but its words: empty, it keeps nothing. */
export function useText(field: string) {
  const [draft, put, isFound] = useDraft(field);
  const write = (text: string, isFound = false) => put(text ? { text } : undefined, isFound);
  return [draft?.text ?? "", write, isFound] as const;
}

/** The drafts whose field begins so, oldest first. */
export function useDrafts<D extends Draft>(beginning: string): Array<{ field: string; draft: D; isFound: boolean }> {
  const matching = () =>
    [...drafts.all()].filter(([field]) => field.startsWith(beginning)).sort(([, a], [, b]) => a.at - b.at);
  // A text, so that it is the same as long as they are; empty while the page takes over what the server drew.
  const now = useSyncExternalStore(
    drafts.subscribe,
    () =>
      matching()
        .map(([field, { at }]) => `${field} ${at}`)
        .join(),
    () => "",
  );
  if (!now) return [];
  return matching().map(([field, { draft, isFound }]) => ({ field, draft: draft as D, isFound }));
}
