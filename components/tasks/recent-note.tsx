"use client";

import { Sparkles } from "lucide-react";
import { forget, type RecentChange } from "@/components/tasks/recent-changes";
import { useTasks } from "@/components/tasks/use-tasks";

const words = {
  add: "Added",
  change: "Changed",
  complete: "Completed",
  reopen: "Reopened",
  remove: "Deleted",
  restore: "Restored",
} as const;

/** What the assistant has just done to a row, with its Undo. */
export function RecentNote({ change }: { change: RecentChange }) {
  const { undoChange } = useTasks();
  return (
    <span className="z-10 flex shrink-0 items-center gap-1.5 text-accent-ink">
      <Sparkles size={13} strokeWidth={1.75} aria-hidden />
      {words[change.what]}
      <button
        type="button"
        className="underline underline-offset-2 hover:no-underline"
        onClick={() => {
          forget(change);
          undoChange(change.changeId, words[change.what]);
        }}
      >
        Undo
      </button>
    </span>
  );
}
