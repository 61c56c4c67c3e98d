"use client";

import { ArrowDown, ArrowDownToLine, ArrowUp, ArrowUpToLine, GripVertical } from "lucide-react";
import type { By } from "@/components/tasks/by-hand";
import { IconButton } from "@/components/ui/icon-button";
import { Menu, MenuItem } from "@/components/ui/menu";

type Props = { title: string; tabIndex: number; onMove: (by: By) => void };

/** Moves a row without dragging it. */
export function MoveMenu({ title, tabIndex, onMove }: Props) {
  const trigger = (
    <IconButton icon={GripVertical} size="small" label="Move" name={`Move ${title}`} tabIndex={tabIndex} />
  );
  return (
    <Menu trigger={trigger}>
      <MenuItem icon={ArrowUp} keys="alt+ArrowUp" onClick={() => onMove(-1)}>
        Move up
      </MenuItem>
      <MenuItem icon={ArrowDown} keys="alt+ArrowDown" onClick={() => onMove(1)}>
        Move down
      </MenuItem>
      <MenuItem icon={ArrowUpToLine} onClick={() => onMove("first")}>
        Move to the top
      </MenuItem>
      <MenuItem icon={ArrowDownToLine} onClick={() => onMove("last")}>
        Move to the bottom
      </MenuItem>
    </Menu>
  );
}
