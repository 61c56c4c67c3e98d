"use client";

import { PanelRight } from "lucide-react";
import { useRouter } from "next/navigation";
import { lastPage, toggle, useOpen } from "@/components/chat/dock-state";
import { anywhere } from "@/components/shell/keymap";
import { ariaKeys } from "@/components/ui/chord";
import { IconButton } from "@/components/ui/icon-button";
import { matches, PHONE } from "@/components/ui/media";

/** The button for the assistant beside the list. */
export function DockToggle() {
  const open = useOpen();
  const toggleDock = useDockToggle();
  return (
    <IconButton
      icon={PanelRight}
      label={open ? "Close assistant" : "Open assistant"}
      keys={anywhere.assistant.keys[0]}
      tone={open ? "on" : "quiet"}
      aria-expanded={open}
      aria-controls="dock"
      aria-keyshortcuts={ariaKeys(anywhere.assistant.keys)}
      onClick={toggleDock}
    />
  );
}

/** Opens and closes the dock; on a phone, goes to the page of its conversation. */
export function useDockToggle(): () => void {
  const router = useRouter();
  return () => (matches(PHONE) ? router.push(lastPage()) : toggle());
}
