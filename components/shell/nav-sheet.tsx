"use client";

import type { ReactNode } from "react";
import { navSheet } from "@/components/shell/floats";
import { Sheet } from "@/components/ui/sheet";

/** The sidebar on a phone: it comes from the foot, where the thumb is. */
export function NavSheet({ children }: { children: ReactNode }) {
  return (
    <Sheet title="Menu" side="bottom" handle={navSheet}>
      {children}
    </Sheet>
  );
}
