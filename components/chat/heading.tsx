"use client";

import { Ellipsis, MessagesSquare, Pencil, SquarePen, Trash2 } from "lucide-react";
import { startTransition, useOptimistic, useState } from "react";
import { TitleField } from "@/components/chat/title-field";
import { useConversations } from "@/components/chat/use-conversations";
import { IconButton, IconLink } from "@/components/ui/icon-button";
import { Menu, MenuItem } from "@/components/ui/menu";

type Props = {
  /** Undefined while the conversation is not begun. */
  id?: string;
  title: string;
};

/** A conversation's heading on its page: the title, and what one can do to it. */
export function Heading({ id, title }: Props) {
  const { rename, remove } = useConversations();
  const [shown, show] = useOptimistic(title);
  const [renaming, setRenaming] = useState(false);

  function keep(next: string | undefined) {
    setRenaming(false);
    if (!next || !id) return;
    startTransition(async () => {
      show(next);
      await rename({ id, title }, next);
    });
  }

  return (
    <header className="sticky top-0 z-20 flex h-12 items-center gap-1 bg-paper px-4">
      {renaming && id ? (
        <TitleField id={id} title={shown} onDone={keep} className="-ml-2 flex-1" />
      ) : (
        <h1 dir="auto" className="min-w-0 flex-1 truncate text-left font-semibold">
          {shown}
        </h1>
      )}
      {id && (
        <>
          <Menu trigger={<IconButton icon={Ellipsis} label="More" />}>
            <MenuItem icon={Pencil} onClick={() => setRenaming(true)}>
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
