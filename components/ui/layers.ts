"use client";

import { useEffect, useEffectEvent, useRef, useState } from "react";
import { layersHere } from "@/components/ui/history-layers";

/** Something over the page that Back closes. */
export function useLayer(isOpen: boolean, close: () => void) {
  const onBack = useEffectEvent(close);
  useEffect(() => (isOpen ? layersHere().add({ close: () => onBack() }) : undefined), [isOpen]);
}

type Root<Details extends unknown[]> = {
  open?: boolean | undefined;
  onOpenChange?: ((open: boolean, ...details: Details) => void) | undefined;
  /** The page's address says that it is open, so Back closes it by itself. */
  hasAddress?: boolean | undefined;
};

/** The same for one of Base UI's roots, whether it is controlled by `open` or not; the root takes what this returns. */
export function useLayerRoot<Details extends unknown[]>({
  open,
  onOpenChange,
  hasAddress = false,
}: Root<Details> = {}) {
  const actionsRef = useRef<{ close: () => void; unmount: () => void } | null>(null);
  const [isOpen, setOpen] = useState(false);
  useLayer(!hasAddress && (open ?? isOpen), () => actionsRef.current?.close());
  return {
    open,
    actionsRef,
    onOpenChange: (next: boolean, ...details: Details) => {
      setOpen(next);
      onOpenChange?.(next, ...details);
    },
  };
}
