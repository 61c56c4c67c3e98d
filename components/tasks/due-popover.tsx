"use client";

import { type ReactElement, useState } from "react";
import { DueChoices } from "@/components/tasks/due-choices";
import type { Fields } from "@/components/tasks/optimistic";
import type { Repeating } from "@/components/tasks/repeat-choices";
import { PopoverOrSheet } from "@/components/ui/popover-or-sheet";
import type { Task } from "@/db/tasks";

type Props = {
  task: Repeating & Pick<Task, "dueTime">;
  /** Names the drafts of what is written in it. */
  field: string;
  onChange: (fields: Fields) => void;
  trigger: ReactElement;
  finalFocus?: () => HTMLElement | null;
};

/** Chooses when a task is due: in words, by a quick day, from the calendar, with a time and a repetition. */
export function DuePopover({ task, field, onChange, ...floats }: Props) {
  const [open, setOpen] = useState(false);
  const pick = (fields: Fields) => {
    setOpen(false);
    onChange(fields);
  };
  return (
    <PopoverOrSheet
      label="Due"
      align="end"
      open={open}
      onOpenChange={setOpen}
      className="w-72 max-h-(--available-height) overflow-y-auto overscroll-contain p-2"
      {...floats}
    >
      <DueChoices task={task} field={field} onPick={pick} onTime={onChange} />
    </PopoverOrSheet>
  );
}
