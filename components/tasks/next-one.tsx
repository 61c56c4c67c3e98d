"use client";

import { useKnown } from "@/components/shell/known";
import { afterSkipping, dayOf } from "@/components/tasks/next-days";
import { useRepeats } from "@/components/tasks/use-repeats";
import type { Task } from "@/db/tasks";

/** When an open repeating task comes again, and the way to go on to that without doing it. */
export function NextOne({ task }: { task: Task }) {
  const { clock } = useKnown();
  const { skip } = useRepeats();
  if (!task.repeat || task.completed) return null;
  const next = afterSkipping(task, clock);
  return (
    <p className="flex flex-wrap items-center gap-x-2 px-2 pb-1 text-small text-soft">
      {next ? `Then ${dayOf(next.due, clock)}` : "This is the last one."}
      {next && (
        <button
          type="button"
          className="rounded py-1 text-accent-ink print:hidden underline-offset-2 hover:underline"
          onClick={() => skip(task)}
        >
          Skip this one
        </button>
      )}
    </p>
  );
}
