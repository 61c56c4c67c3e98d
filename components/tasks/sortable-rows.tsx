"use client";

import { DndContext, DragOverlay, MouseSensor, TouchSensor, useDraggable, useSensor, useSensors } from "@dnd-kit/core";
import { type MouseEvent, type ReactNode, type TouchEvent, useRef, useState } from "react";
import type { Drop } from "@/components/tasks/by-hand";

type Props = {
  /** Beside which row the dragged one would be let go just now; undefined beside none. */
  onOver: (id: string, drop: Drop | undefined) => void;
  /** It was let go there, beside another row. */
  onDrop: (id: string, drop: Drop) => void;
  onCancel: () => void;
  children: ReactNode;
};

type Point = { x: number; y: number };

/** How long a finger rests on a row before it drags it rather than the page, in milliseconds and px. */
const press = { delay: 250, tolerance: 8 };

/**
 * Rows (`data-row`) that the mouse drags, and a finger after a long press; the page scrolls along at its edges. By key it is Alt and
 * an arrow, or the row's own menu.
 */
export function SortableRows({ onOver, onDrop, onCancel, children }: Props) {
  const [title, setTitle] = useState<string>();
  const dragged = useRef<string>(undefined);
  const pointer = useRef<Point>(null);
  const following = useRef<AbortController>(undefined);

  /** Where the pointer is: a drag of one move, as programs make it, ends before dnd-kit has told of any. */
  function follow() {
    following.current?.abort();
    following.current = new AbortController();
    const note = (event: globalThis.MouseEvent | globalThis.TouchEvent) => {
      const at = "touches" in event ? event.touches[0] : event;
      if (at) pointer.current = { x: at.clientX, y: at.clientY };
    };
    for (const type of ["mousemove", "touchmove"] as const)
      document.addEventListener(type, note, { capture: true, passive: true, signal: following.current.signal });
  }

  function end(done: () => void) {
    setTitle(undefined);
    done();
    dragged.current = undefined;
    following.current?.abort();
  }

  return (
    <DndContext
      id="rows"
      accessibility={silent}
      sensors={useSensors(
        useSensor(MouseSensor, { activationConstraint: { distance: 6 } }),
        useSensor(TouchSensor, { activationConstraint: press }),
      )}
      // Which row is under the pointer is asked of the page: that costs nothing for each row.
      collisionDetection={() => []}
      onDragStart={({ activatorEvent }) => {
        const row = rowOf(activatorEvent.target);
        dragged.current = row?.dataset.row;
        setTitle(row?.querySelector("[data-title]")?.textContent ?? "");
      }}
      onDragMove={() => dragged.current && onOver(dragged.current, dropAt(pointer.current))}
      onDragEnd={() =>
        end(() => {
          const drop = dropAt(pointer.current);
          if (dragged.current && drop && drop.beside !== dragged.current) onDrop(dragged.current, drop);
          else onCancel();
        })
      }
      onDragCancel={() => end(onCancel)}
    >
      <Draggable onStart={follow}>{children}</Draggable>
      <DragOverlay dropAnimation={null} className="pointer-events-none">
        {title !== undefined && (
          <div className="flex h-full items-center rounded border border-line bg-lift px-2 shadow-float">
            <span dir="auto" className="truncate pl-7.5">
              {title}
            </span>
          </div>
        )}
      </DragOverlay>
    </DndContext>
  );
}

// The list itself says what has moved.
const silent = {
  announcements: {
    onDragStart: () => undefined,
    onDragOver: () => undefined,
    onDragEnd: () => undefined,
    onDragCancel: () => undefined,
  },
};

function Draggable({ onStart, children }: { onStart: () => void; children: ReactNode }) {
  const { listeners, setNodeRef } = useDraggable({ id: "row" });
  const start = (name: "onMouseDown" | "onTouchStart") => (event: MouseEvent | TouchEvent) => {
    const row = rowOf(event.target);
    if (!row) return;
    setNodeRef(row);
    onStart();
    listeners?.[name]?.(event);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: for the pointer; keys have their own way
    <div
      onMouseDown={start("onMouseDown")}
      onTouchStart={start("onTouchStart")}
      className="pointer-coarse:select-none [-webkit-touch-callout:none]"
    >
      {children}
    </div>
  );
}

function dropAt(at: Point | null): Drop | undefined {
  const row = at && rowOf(document.elementFromPoint(at.x, at.y));
  if (!at || !row?.dataset.row) return undefined;
  const { top, height } = row.getBoundingClientRect();
  return { beside: row.dataset.row, after: at.y > top + height / 2 };
}

const rowOf = (target: EventTarget | null) =>
  target instanceof Element ? target.closest<HTMLElement>("[data-row]") : null;
