"use client";

import { type ReactElement, useState } from "react";
import type { Fields } from "@/components/tasks/optimistic";
import { RepeatChoices, type Repeating } from "@/components/tasks/repeat-choices";
import { PopoverOrSheet } from "@/components/ui/popover-or-sheet";

type Props = {
  task: Repeating;
  /** Names the draft of what is written. */
  field: string;
  onChange: (fields: Fields) => void;
  trigger: ReactElement;
};

/** Chooses how a task comes back. */
export function RepeatPopover({ task, field, onChange, trigger }: Props) {
  const [open, setOpen] = useState(false);
  return (
    <PopoverOrSheet trigger={trigger} label="Repeat" open={open} onOpenChange={setOpen} className="w-64 p-2">
      <RepeatChoices
        task={task}
        field={field}
        onPick={(fields) => {
          setOpen(false);
          onChange(fields);
        }}
      />
    </PopoverOrSheet>
  );
}
