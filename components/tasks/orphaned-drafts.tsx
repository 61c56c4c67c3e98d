"use client";

import { copyText } from "@/components/shell/copy-text";
import * as drafts from "@/components/shell/drafts";
import { Button } from "@/components/ui/button";

/** What was written to a task that was deleted before it could be saved: to be copied, or let go. */
export function OrphanedDrafts({ taskId }: { taskId: string }) {
  const found = drafts.useDrafts(`task ${taskId} `).filter(({ draft }) => draft.text.trim());
  if (found.length === 0) return null;
  return (
    <section aria-label="Not saved" className="flex flex-col gap-3 px-5 pb-5">
      <p className="text-soft">Your changes aren’t saved:</p>
      {found.map(({ field, draft }) => (
        <div key={field} className="rounded border border-line bg-lift p-3">
          <p dir="auto" className="whitespace-pre-wrap [overflow-wrap:anywhere]">
            {draft.text}
          </p>
          <p className="mt-2 flex gap-3">
            <Button onClick={() => void copyText(draft.text)}>Copy</Button>
            <Button tone="quiet" onClick={() => drafts.write(field, undefined)}>
              Discard
            </Button>
          </p>
        </div>
      ))}
    </section>
  );
}
