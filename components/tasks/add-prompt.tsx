"use client";

import { Plus } from "lucide-react";
import { focusQuickAdd } from "@/components/shell/shortcuts";
import { Button } from "@/components/ui/button";

/** The one thing to do in a list that is empty. */
export function AddPrompt() {
  return (
    <Button onClick={focusQuickAdd}>
      <Plus size={14} strokeWidth={1.75} aria-hidden />
      Add a task
    </Button>
  );
}
