"use client";

import { Ellipsis, Pencil, Plus, Tags, Trash2 } from "lucide-react";
import { useState } from "react";
import { amount } from "@/components/shell/amount";
import { NavLink } from "@/components/shell/nav-link";
import { TagDialog } from "@/components/tags/tag-dialog";
import { TagDot } from "@/components/tags/tag-dots";
import { useTags } from "@/components/tags/use-tags";
import { IconButton } from "@/components/ui/icon-button";
import { InBrowser } from "@/components/ui/in-browser";
import { Menu, MenuItem } from "@/components/ui/menu";
import type { Tag } from "@/db/tags";
import { nextColor } from "@/language/colors";

type Props = {
  tags: Tag[];
  /** How many the sidebar shows; the rest is on a page of its own. */
  most?: number;
};

/** The tags, in the sidebar or on their page: to go to, to add, to rename and recolour, to delete. */
export function TagNav({ tags, most = tags.length }: Props) {
  const { shown, add, change, remove } = useTags(tags);
  const [editing, setEditing] = useState<Tag | "new">();
  const color = nextColor(shown.map((tag) => tag.color));
  return (
    <>
      <div className="flex h-8 items-center justify-between pr-1 pl-2">
        <h2 className="font-medium text-small text-soft">Tags</h2>
        <IconButton icon={Plus} label="New tag" size="small" onClick={() => setEditing("new")} />
      </div>
      {shown.length === 0 && <p className="px-2 py-1 text-small text-soft">Type #home in a task to create one.</p>}
      <ul>
        {shown.slice(0, most).map((tag) => (
          <li key={tag.id} className="group/tag relative">
            <NavLink
              href={`/tags/${tag.id}`}
              icon={
                <span className="flex w-4 justify-center">
                  <TagDot color={tag.color} />
                </span>
              }
              count={
                <span className="group-focus-within/tag:opacity-0 group-hover/tag:opacity-0 pointer-coarse:mr-9">
                  {amount(tag.taskCount)}
                </span>
              }
            >
              {tag.name}
            </NavLink>
            <span className="absolute top-1 right-1 opacity-0 focus-within:opacity-100 group-hover/tag:opacity-100 has-data-popup-open:opacity-100 pointer-coarse:inset-y-0 pointer-coarse:right-0 pointer-coarse:opacity-100">
              <InBrowser>
                <Menu
                  trigger={<IconButton icon={Ellipsis} label="Options" name={`Options for ${tag.name}`} size="small" />}
                >
                  <MenuItem icon={Pencil} onClick={() => setEditing(tag)}>
                    Edit
                  </MenuItem>
                  <MenuItem icon={Trash2} danger onClick={() => remove(tag)}>
                    Delete
                  </MenuItem>
                </Menu>
              </InBrowser>
            </span>
          </li>
        ))}
      </ul>
      {shown.length > most && (
        <NavLink href="/tags" icon={<Tags size={16} strokeWidth={1.75} aria-hidden />}>
          All tags
        </NavLink>
      )}
      {editing && (
        <TagDialog
          title={editing === "new" ? "New tag" : `Edit “${editing.name}”`}
          value={editing === "new" ? { name: "", color } : editing}
          field={editing === "new" ? "tag new" : `tag ${editing.id}`}
          onSave={(value, turnId) => (editing === "new" ? add(value, turnId) : change(editing, value))}
          onClose={() => setEditing(undefined)}
        />
      )}
    </>
  );
}
