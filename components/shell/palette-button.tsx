"use client";

import { Search } from "lucide-react";
import { navSheet, palette } from "@/components/shell/floats";
import { anywhere } from "@/components/shell/keymap";
import { ariaKeys } from "@/components/ui/chord";
import { Kbd } from "@/components/ui/kbd";
import { openNowOrOnMount } from "@/components/ui/open-on-mount";

/** Looks like a field to search in, and opens the palette that is one. */
export function PaletteButton() {
  return (
    <button
      type="button"
      aria-keyshortcuts={ariaKeys(anywhere.palette.keys)}
      onClick={() => {
        navSheet.close();
        openNowOrOnMount(palette);
      }}
      className="flex min-h-8 pointer-coarse:min-h-11 w-full items-center gap-2 overflow-hidden rounded border border-line bg-lift px-2 text-soft hover:text-ink"
    >
      <Search size={16} strokeWidth={1.75} aria-hidden className="shrink-0" />
      <span className="min-w-0 flex-1 truncate text-left">Search or jump to</span>
      <Kbd>{anywhere.palette.keys[0]}</Kbd>
    </button>
  );
}
