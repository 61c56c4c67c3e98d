"use client";

import { Plus } from "lucide-react";
import { usePathname, useRouter } from "next/navigation";
import { begin, useOpen } from "@/components/chat/dock-state";
import { IconButton } from "@/components/ui/icon-button";

/** Begins a conversation: in the dock where that is open, else on its own page. */
export function NewConversation() {
  const router = useRouter();
  const open = useOpen();
  const docked = !usePathname().startsWith("/chat") && open;
  return (
    <IconButton icon={Plus} label="New chat" size="small" onClick={() => (docked ? begin() : router.push("/chat"))} />
  );
}
