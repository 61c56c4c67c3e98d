"use client";

import { Ellipsis, MessagesSquare, Pencil, SquarePen, Trash2 } from "lucide-react";
import { useConversations } from "@/components/chat/use-conversations";
import { useRename } from "@/components/chat/use-rename";
import { IconButton, IconLink } from "@/components/ui/icon-button";
import { Menu, MenuItem } from "@/components/ui/menu";

type Props = {
  /** Undefined while the conversation is not begun. */
  id?: string;
  title: string;
};

/** A conversation's heading on its page: the title, and what one can do to it. */
export function Heading({ id, title }: Props) {
  const { remove } = useConversations();
  const renaming = useRename(id, title);
  return (
    <header className="sticky top-0 z-20 flex min-h-12 items-center gap-1 bg-paper px-4 py-2">
      {renaming.field("-ml-2 flex-1") || (
        <h1 dir="auto" className="min-w-0 flex-1 truncate text-left font-semibold">
          {renaming.title}
        </h1>
      )}
      {id && (
        <>
          <Menu trigger={<IconButton icon={Ellipsis} label="More" />}>
            <MenuItem icon={Pencil} onClick={renaming.begin}>
              Rename
            </MenuItem>
            <MenuItem icon={Trash2} danger onClick={() => void remove({ id, title })}>
              Delete
            </MenuItem>
          </Menu>
          <IconLink icon={MessagesSquare} label="All conversations" href="/conversations" />
          <IconLink icon={SquarePen} label="New chat" href="/chat" />
        </>
      )}
    </header>
  );
}
