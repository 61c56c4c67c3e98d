"use client";

import { Drawer as Base } from "@base-ui/react/drawer";
import type { ReactElement, ReactNode } from "react";

const sides = {
  bottom: {
    swipe: "down",
    viewport: "items-end",
    popup:
      "w-full max-h-[88dvh] rounded-t border-t pb-[max(16px,env(safe-area-inset-bottom))] [transform:translateY(var(--drawer-swipe-movement-y))] data-starting-style:[transform:translateY(100%)] data-ending-style:[transform:translateY(100%)]",
  },
  // For a line to write in: at the foot of a phone, elsewhere where the palette is.
  line: {
    swipe: "down",
    viewport: "items-end md:items-start md:justify-center md:p-4 md:pt-[12dvh]",
    popup:
      "w-full rounded-t border-t pb-[max(16px,env(safe-area-inset-bottom))] md:max-w-xl md:rounded md:border md:pb-1 [transform:translateY(var(--drawer-swipe-movement-y))] max-md:data-starting-style:[transform:translateY(100%)] max-md:data-ending-style:[transform:translateY(100%)] data-starting-style:opacity-0 data-ending-style:opacity-0",
  },
  left: {
    swipe: "left",
    viewport: "justify-start",
    popup:
      "h-full w-64 max-w-[85vw] border-r [transform:translateX(var(--drawer-swipe-movement-x))] data-starting-style:[transform:translateX(-100%)] data-ending-style:[transform:translateX(-100%)]",
  },
  right: {
    swipe: "right",
    viewport: "justify-end",
    popup:
      "h-full w-[400px] max-w-full border-l [transform:translateX(var(--drawer-swipe-movement-x))] data-starting-style:[transform:translateX(100%)] data-ending-style:[transform:translateX(100%)]",
  },
} as const;

type Props = {
  /** The accessible name; not shown, so that the content can have its own heading. */
  title: string;
  side: keyof typeof sides;
  trigger?: ReactElement;
  /** For triggers elsewhere on the page; made by `createSheetHandle`. */
  handle?: ReturnType<typeof createSheetHandle>;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  children: ReactNode;
};

/** A panel that slides in from an edge and can be swiped away. */
export function Sheet({ title, side, trigger, handle, open, onOpenChange, children }: Props) {
  const { swipe, viewport, popup } = sides[side];
  return (
    <Base.Root handle={handle} open={open} onOpenChange={onOpenChange} swipeDirection={swipe}>
      {trigger && <Base.Trigger render={trigger} />}
      <Base.Portal>
        <Base.Backdrop className="backdrop" />
        <Base.Viewport className={`fixed inset-0 z-40 flex ${viewport}`}>
          <Base.Popup
            data-foot={side === "bottom" || side === "line" || undefined}
            className={`overflow-y-auto overscroll-contain border-line bg-paper shadow-float outline-none transition-transform duration-180 data-swiping:select-none ${popup}`}
          >
            <Base.Title className="sr-only">{title}</Base.Title>
            <Base.Content>{children}</Base.Content>
          </Base.Popup>
        </Base.Viewport>
      </Base.Portal>
    </Base.Root>
  );
}

/** Lets a sheet be opened from anywhere: `handle.open(null)`. */
export const createSheetHandle = Base.createHandle<undefined>;
