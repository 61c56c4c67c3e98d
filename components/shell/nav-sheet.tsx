"use client";

import type { ReactNode } from "react";
import { navSheet } from "@/components/shell/floats";
import { Sheet } from "@/components/ui/sheet";

/** The sidebar where there is no room for it: it slides in over the list. */
export function NavSheet({ children }: { children: ReactNode }) {
  return (
    <Sheet title="Menu" side="left" handle={navSheet}>
      {children}
    </Sheet>
  );
}
