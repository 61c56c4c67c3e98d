"use client";

import { PanelRight } from "lucide-react";
import { useRouter } from "next/navigation";
import { lastPage, PHONE, toggle, useOpen } from "@/components/chat/dock-state";
import { IconButton } from "@/components/ui/icon-button";

/** Opens and closes the assistant beside the list; on a phone, goes to its page. */
export function DockToggle() {
  const open = useOpen();
  const toggleDock = useDockToggle();
  return (
    <IconButton
      icon={PanelRight}
      label={open ? "Close the assistant" : "Open the assistant"}
      keys="⌘J"
      tone={open ? "on" : "quiet"}
      aria-expanded={open}
      aria-controls="dock"
      aria-keyshortcuts="Meta+J Control+J"
      onClick={toggleDock}
    />
  );
}

export function useDockToggle(): () => void {
  const router = useRouter();
  return () => (window.matchMedia(PHONE).matches ? router.push(lastPage()) : toggle());
}
