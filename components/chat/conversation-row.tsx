"use client";

import { Ellipsis, Pencil, Trash2 } from "lucide-react";
import type { Route } from "next";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { startTransition } from "react";
import { show, useOpen } from "@/components/chat/dock-state";
import { type Named, useConversations } from "@/components/chat/use-conversations";
import { useRename } from "@/components/chat/use-rename";
import { IconButton } from "@/components/ui/icon-button";
import { InBrowser } from "@/components/ui/in-browser";
import { Menu, MenuItem } from "@/components/ui/menu";

type Props = {
  conversation: Named;
  current: boolean;
  /** Lets the row disappear while it is being deleted. */
  hide: (id: string) => void;
};

/** One conversation in the sidebar. Where the dock is open beside a list it opens there, else on its own page. */
export function ConversationRow({ conversation, current, hide }: Props) {
  const { id } = conversation;
  const { remove } = useConversations();
  const { title, begin, field } = useRename(id, conversation.title);
  const open = useOpen();
  const docked = !usePathname().startsWith("/chat") && open;

  function drop() {
    startTransition(async () => {
      hide(id);
      await remove(conversation);
    });
  }

  const renaming = field("w-full");
  if (renaming) return <li className="flex min-h-8 items-center">{renaming}</li>;
  return (
    <li className="group relative flex min-h-8 items-center pointer-coarse:min-h-11 rounded hover:bg-paper">
      <Link
        href={`/chat/${id}` as Route}
        aria-current={current ? "page" : undefined}
        onNavigate={(event) => {
          if (!docked) return;
          event.preventDefault();
          show(id);
        }}
        className={`flex min-h-[inherit] min-w-0 flex-1 items-center rounded px-2 group-hover:pr-8 pointer-coarse:pr-11 group-has-data-popup-open:pr-8 ${current ? "text-ink" : "text-soft hover:text-ink"}`}
      >
        <span dir="auto" className="truncate">
          {title}
        </span>
      </Link>
      <span className="absolute right-1 opacity-0 pointer-coarse:right-0 focus-within:opacity-100 group-hover:opacity-100 has-data-popup-open:opacity-100 pointer-coarse:opacity-100">
        <InBrowser>
          <Menu trigger={<IconButton icon={Ellipsis} label="More" name={`More for ${title}`} size="small" />}>
            <MenuItem icon={Pencil} onClick={begin}>
              Rename
            </MenuItem>
            <MenuItem icon={Trash2} danger onClick={drop}>
              Delete
            </MenuItem>
          </Menu>
        </InBrowser>
      </span>
    </li>
  );
}
