"use client";

import { Drawer as Base } from "@base-ui/react/drawer";
import { X } from "lucide-react";
import { type ReactElement, type ReactNode, useRef } from "react";
import { unlessElsewhere } from "@/components/ui/final-focus";
import { IconButton } from "@/components/ui/icon-button";
import { Floating } from "@/components/ui/landmark";
import { useLayerRoot } from "@/components/ui/layers";
import { useOpenOnMount } from "@/components/ui/open-on-mount";

const sides = {
  // Above it, the page's name and a notice have room.
  bottom: {
    viewport: "items-end",
    popup:
      "w-full max-h-[calc(100dvh-120px)] rounded-t border-t pb-[max(16px,env(safe-area-inset-bottom))] [transform:translateY(var(--drawer-swipe-movement-y))] data-starting-style:[transform:translateY(100%)] data-ending-style:[transform:translateY(100%)]",
  },
  // For a line to write in: at the foot of a phone, elsewhere where the palette is.
  line: {
    viewport: "items-end md:items-start md:justify-center md:p-4 md:pt-[12dvh]",
    popup:
      "w-full rounded-t border-t pb-[max(16px,env(safe-area-inset-bottom))] md:max-w-xl md:rounded md:border md:pb-1 [transform:translateY(var(--drawer-swipe-movement-y))] max-md:data-starting-style:[transform:translateY(100%)] max-md:data-ending-style:[transform:translateY(100%)] data-starting-style:opacity-0 data-ending-style:opacity-0",
  },
} as const;

type Props = {
  /** The accessible name; not shown, so that the content can have its own heading, unless it is `titled`. */
  title: string;
  /** Shows the title, with a button to close. */
  titled?: boolean;
  side: keyof typeof sides;
  trigger?: ReactElement;
  /** For triggers elsewhere on the page; made by `createSheetHandle`. */
  handle?: ReturnType<typeof createSheetHandle>;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  /** Finds where the focus goes afterwards, when not to what opened it. */
  finalFocus?: () => HTMLElement | null;
  /** The page's address says that it is open, so Back closes it by itself. */
  hasAddress?: boolean;
  children: ReactNode;
};

/** A panel that slides in from the foot and can be swiped away. */
export function Sheet({
  title,
  titled,
  side,
  trigger,
  handle,
  open,
  onOpenChange,
  finalFocus,
  hasAddress,
  children,
}: Props) {
  const { viewport, popup } = sides[side];
  const layer = useLayerRoot({ open, onOpenChange, hasAddress });
  useOpenOnMount(handle);
  // In the dialog, and not in the part of it that scrolls.
  const floats = useRef<HTMLDivElement>(null);
  return (
    <Base.Root handle={handle} {...layer} swipeDirection="down">
      {trigger && <Base.Trigger render={trigger} />}
      <Base.Portal>
        <Base.Backdrop className="backdrop" />
        <Base.Viewport className={`fixed inset-x-0 top-0 bottom-(--keyboard,0px) z-40 flex ${viewport}`}>
          <Base.Popup
            finalFocus={unlessElsewhere(finalFocus)}
            ref={measure}
            data-foot
            className={`flex flex-col border-line bg-paper shadow-float outline-none transition-transform duration-180 data-swiping:select-none ${popup}`}
          >
            <div className="min-h-0 overflow-y-auto overscroll-contain">
              {titled ? (
                <header className="flex items-center justify-between px-[18px] pt-3 pb-1">
                  <Base.Title className="font-semibold text-base">{title}</Base.Title>
                  <Base.Close render={<IconButton icon={X} label="Close" />} />
                </header>
              ) : (
                <Base.Title className="sr-only">{title}</Base.Title>
              )}
              <Base.Content>
                <Floating place={floats}>{children}</Floating>
              </Base.Content>
            </div>
            {/* A sheet takes the pointer to be swiped, and a menu’s row would never be clicked. */}
            <div ref={floats} data-base-ui-swipe-ignore />
          </Base.Popup>
        </Base.Viewport>
      </Base.Portal>
    </Base.Root>
  );
}

const atFoot = new Set<HTMLElement>();

/** Says in `--foot` how far the sheets at the foot reach, so that notices stay above them. */
function measure(popup: HTMLElement | null) {
  if (!popup) return;
  const say = () => {
    const heights = [...atFoot].map(({ offsetHeight }) => offsetHeight);
    document.documentElement.style.setProperty("--foot", heights.length > 0 ? `${Math.max(...heights)}px` : "");
  };
  atFoot.add(popup);
  const observer = new ResizeObserver(say);
  observer.observe(popup);
  return () => {
    observer.disconnect();
    atFoot.delete(popup);
    say();
  };
}

/** Lets a sheet be opened from anywhere: `openNowOrOnMount(handle)`. */
export const createSheetHandle = Base.createHandle<undefined>;
