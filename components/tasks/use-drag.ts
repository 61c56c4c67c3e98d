"use client";

import { type DragEvent, useRef, useState } from "react";
import type { Drop } from "@/components/tasks/by-hand";

const rowOf = ({ target }: DragEvent) => (target instanceof Element ? target.closest<HTMLElement>("[data-row]") : null);

/**
 * Rows moved by the pointer, with what browsers have for it. By key it is Alt and an arrow, which works everywhere.
 * @param goes whether a row goes where it is let go; only there a line shows it.
 * @returns the handlers for the list, and where the dragged row would go just now.
 */
export function useDrag(goes: (id: string, drop: Drop) => boolean, onDrop: (id: string, drop: Drop) => void) {
  const [dragged, setDragged] = useState<string>();
  const [drop, setDrop] = useState<Drop>();
  const last = useRef<Drop>(undefined);

  function end() {
    setDragged(undefined);
    setDrop(undefined);
  }

  function over(event: DragEvent) {
    const row = rowOf(event);
    const beside = row?.dataset.row;
    if (!row || !beside || !dragged) return;
    const { top, height } = row.getBoundingClientRect();
    const next = { beside, after: event.clientY > top + height / 2 };
    event.preventDefault();
    last.current = next;
    if (!goes(dragged, next)) return setDrop(undefined);
    if (drop?.beside !== beside || drop.after !== next.after) setDrop(next);
  }

  const handlers = {
    onDragStart: (event: DragEvent) => {
      event.dataTransfer.effectAllowed = "move";
      setDragged(rowOf(event)?.dataset.row);
    },
    onDragOver: over,
    onDragEnd: end,
    onDrop: (event: DragEvent) => {
      event.preventDefault();
      if (dragged && last.current && last.current.beside !== dragged) onDrop(dragged, last.current);
      end();
    },
  };
  return { handlers, drop };
}
