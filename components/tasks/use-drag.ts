"use client";

import { type DragEvent, useState } from "react";
import type { Drop } from "@/components/tasks/by-hand";

const rowOf = ({ target }: DragEvent) => (target instanceof Element ? target.closest<HTMLElement>("[data-row]") : null);

/**
 * Rows moved by the pointer, with what browsers have for it. By key it is Alt and an arrow, which works everywhere.
 * @param placed what comes of letting a row go there; undefined where it cannot be.
 * @returns the handlers for the list, and where the dragged row would be let go just now.
 */
export function useDrag<Place>(
  enabled: boolean,
  placed: (id: string, drop: Drop) => Place | undefined,
  onDrop: (place: Place) => void,
) {
  const [dragged, setDragged] = useState<string>();
  const [drop, setDrop] = useState<Drop>();

  function end() {
    setDragged(undefined);
    setDrop(undefined);
  }

  function over(event: DragEvent) {
    const row = rowOf(event);
    const beside = row?.dataset.row;
    if (!row || !beside || !dragged) return;
    const { top, height } = row.getBoundingClientRect();
    const after = event.clientY > top + height / 2;
    if (!placed(dragged, { beside, after })) return setDrop(undefined);
    event.preventDefault();
    if (drop?.beside !== beside || drop.after !== after) setDrop({ beside, after });
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
      const place = dragged && drop && placed(dragged, drop);
      if (place) onDrop(place);
      end();
    },
  };
  return { handlers: enabled ? handlers : {}, drop };
}
