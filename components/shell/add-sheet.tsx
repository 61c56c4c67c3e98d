"use client";

import { addSheet } from "@/components/shell/floats";
import { QuickAdd } from "@/components/tasks/quick-add";
import { Sheet } from "@/components/ui/sheet";

/** Quick add from anywhere: the tab in the middle of a phone, and pages that have no field of their own. */
export function AddSheet() {
  return (
    <Sheet title="Add a task" side="bottom" handle={addSheet}>
      <div className="@container/list px-[18px] pb-4">
        <QuickAdd autoFocus />
      </div>
    </Sheet>
  );
}
