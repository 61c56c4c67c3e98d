"use client";

import { ChevronDown, Maximize2, MessageSquare, Pencil, Search, Trash2 } from "lucide-react";
import { type Named, useConversations } from "@/components/chat/use-conversations";
import { useRename } from "@/components/chat/use-rename";
import { Menu, MenuItem, MenuLine } from "@/components/ui/menu";

type Props = {
  title: string;
  /** Undefined for a conversation that is not begun. */
  current: string | undefined;
  conversations: Named[];
  onShow: (id: string) => void;
};

const RECENT = 8;

/** The dock's title: behind it are renaming, the full page, and the other conversations. */
export function History({ title, current, conversations, onShow }: Props) {
  const { remove, openPage, openAll } = useConversations();
  const renaming = useRename(current, title);
  const field = renaming.field("-ml-2 flex-1");
  if (field) return field;
  const others = conversations.filter(({ id }) => id !== current).slice(0, RECENT);
  const heading = (
    <h2 dir="auto" className="truncate font-medium">
      {renaming.title}
    </h2>
  );
  if (!current && others.length === 0) return heading;
  const trigger = (
    <button type="button" className="group flex min-w-0 items-center gap-1 rounded hover:text-accent-ink">
      {heading}
      <ChevronDown
        size={14}
        aria-label="Conversations"
        className="shrink-0 text-soft opacity-0 group-hover:opacity-100 group-focus-visible:opacity-100 group-data-popup-open:opacity-100 pointer-coarse:opacity-100"
      />
    </button>
  );
  return (
    <Menu trigger={trigger} align="start">
      {current && (
        <>
          <MenuItem icon={Pencil} onClick={renaming.begin}>
            Rename
          </MenuItem>
          <MenuItem icon={Maximize2} onClick={() => openPage(current)}>
            Open as a page
          </MenuItem>
          <MenuItem icon={Trash2} danger onClick={() => void remove({ id: current, title })}>
            Delete
          </MenuItem>
        </>
      )}
      {current && others.length > 0 && <MenuLine />}
      {others.map((other) => (
        <MenuItem key={other.id} icon={MessageSquare} onClick={() => onShow(other.id)}>
          <span className="block max-w-60 truncate">{other.title}</span>
        </MenuItem>
      ))}
      <MenuLine />
      <MenuItem icon={Search} onClick={openAll}>
        All conversations
      </MenuItem>
    </Menu>
  );
}
