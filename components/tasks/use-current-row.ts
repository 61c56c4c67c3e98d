"use client";

import { type FocusEvent, type RefObject, useLayoutEffect, useRef, useState } from "react";

/**
 * The one row of a list that Tab goes to: the last that had the focus. When that goes or moves, the focus is not lost with it:
 * it stays with the row wherever that stands now, and passes from one that is gone to the one that is in its place.
 * @param ids the rows' ids, in their order.
 * @returns the id of the current row, and the handlers for the list.
 */
export function useCurrentRow(list: RefObject<HTMLElement | null>, ids: string[]) {
  const [last, setLast] = useState({ id: ids[0], at: 0 });
  const hasFocus = useRef(false);

  const found = ids.indexOf(last.id ?? "");
  const at = found < 0 ? Math.max(0, Math.min(last.at, ids.length - 1)) : found;
  const id = ids[at];
  if (id !== last.id || at !== last.at) setLast({ id, at });

  // A row that leaves the page takes the focus along, and what floats over it too, without a word.
  useLayoutEffect(() => {
    if (id && hasFocus.current && document.activeElement === document.body)
      list.current?.querySelector<HTMLElement>(`[data-row="${CSS.escape(id)}"] [data-title]`)?.focus();
  });

  // One may be here before the page listens.
  useLayoutEffect(() => {
    const row = list.current?.contains(document.activeElement) && rowOf(document.activeElement);
    if (!row) return;
    hasFocus.current = true;
    setLast(({ at }) => ({ id: row, at }));
  }, [list]);

  const handlers = {
    onFocus({ target }: FocusEvent<HTMLElement>) {
      hasFocus.current = true;
      const row = rowOf(target);
      if (row) setLast(({ at }) => ({ id: row, at }));
    },
    onBlur() {
      hasFocus.current = false;
    },
  };
  return { current: id, handlers };
}

const rowOf = (element: Element | null) => element?.closest<HTMLElement>("[data-row]")?.dataset.row;
