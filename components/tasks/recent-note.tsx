"use client";

import { Sparkles } from "lucide-react";
import { forget, type RecentChange } from "@/components/tasks/recent-changes";
import { verbs } from "@/components/tasks/step-words";
import { useTasks } from "@/components/tasks/use-tasks";

/** What the assistant has just done to a row, with its Undo. */
export function RecentNote({ change }: { change: RecentChange }) {
  const { undoChange } = useTasks();
  return (
    <span className="z-10 flex shrink-0 items-center gap-1.5 text-accent-ink">
      <Sparkles size={13} strokeWidth={1.75} aria-hidden />
      {verbs[change.what]}
      <button
        type="button"
        className="underline underline-offset-2 hover:no-underline"
        onClick={() => {
          forget(change);
          undoChange(change.changeId, verbs[change.what]);
        }}
      >
        Undo
      </button>
    </span>
  );
}
