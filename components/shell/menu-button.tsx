"use client";

import { Menu } from "lucide-react";
import { navSheet } from "@/components/shell/floats";
import { IconButton } from "@/components/ui/icon-button";

/** Brings the sidebar where it has slid away, between a phone's width and a desk's. */
export function MenuButton() {
  return (
    <span className="max-md:hidden lg:hidden">
      <IconButton icon={Menu} label="Menu" onClick={() => navSheet.open(null)} />
    </span>
  );
}
