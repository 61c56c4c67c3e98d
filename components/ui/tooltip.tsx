"use client";

import { Tooltip as Base } from "@base-ui/react/tooltip";
import type { ReactElement } from "react";
import { Kbd } from "@/components/ui/kbd";
import { useLandmark } from "@/components/ui/landmark";

type Props = {
  /** What the element is or does; the element itself must carry the same accessible name. */
  label: string;
  keys?: string;
  side?: "top" | "bottom" | "left" | "right";
  children: ReactElement;
};

/** Says a control's name, and its key, when one rests on it. */
export function Tooltip({ label, keys, side = "bottom", children }: Props) {
  const container = useLandmark();
  return (
    <Base.Root>
      <Base.Trigger render={children} delay={500} />
      <Base.Portal container={container}>
        <Base.Positioner side={side} sideOffset={6} className="z-50">
          <Base.Popup className="flex items-center gap-2 rounded border border-line bg-lift px-2 py-1 text-small text-ink shadow-float transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0">
            {label}
            {keys && <Kbd>{keys}</Kbd>}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
