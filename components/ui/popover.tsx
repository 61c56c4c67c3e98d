"use client";

import { Popover as Base } from "@base-ui/react/popover";
import type { ReactElement, ReactNode } from "react";
import { unlessElsewhere } from "@/components/ui/final-focus";
import { Floating, useLandmark } from "@/components/ui/landmark";
import { useLayerRoot } from "@/components/ui/layers";

/** How everything that floats looks: lifted, one shadow, there in 140 ms. */
export const floating =
  "rounded border border-line bg-lift text-ink shadow-float outline-none transition-[opacity,translate] data-ending-style:opacity-0 data-starting-style:-translate-y-1 data-starting-style:opacity-0";

type Props = {
  /** The button that opens it. */
  trigger: ReactElement;
  /** The popup's accessible name. */
  label: string;
  children: ReactNode;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  align?: "start" | "center" | "end";
  /** Finds where the focus goes afterwards, when not to the button that opened it. */
  finalFocus?: () => HTMLElement | null;
  className?: string;
};

/** A small panel beside the button that opens it. Controlled when `open` is given. */
export function Popover({ trigger, label, children, open, onOpenChange, finalFocus, ...looks }: Props) {
  const { align = "start", className = "" } = looks;
  const layer = useLayerRoot({ open, onOpenChange });
  const container = useLandmark();
  return (
    <Base.Root {...layer}>
      <Base.Trigger render={trigger} />
      <Base.Portal container={container}>
        <Base.Positioner align={align} sideOffset={4} collisionPadding={8} className="z-40">
          <Base.Popup
            aria-label={label}
            finalFocus={unlessElsewhere(finalFocus)}
            className={`${floating} ${className}`}
          >
            <Floating>{children}</Floating>
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
