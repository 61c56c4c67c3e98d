"use client";

import { copyText } from "@/components/shell/copy-text";
import * as drafts from "@/components/shell/drafts";
import { Button } from "@/components/ui/button";

type Found = { field: string; draft: drafts.Draft };

type Props = {
  found: Found[];
  /** Where the words can be used instead. */
  step?: { label: string; act: (found: Found) => void };
  className?: string;
};

/** What was written where it can be saved no more, as in something that was deleted: to be used elsewhere, copied, or let go. */
export function OrphanedDrafts({ found, step, className = "" }: Props) {
  const written = found.filter(({ draft }) => draft.text.trim());
  if (written.length === 0) return null;
  return (
    <section aria-label="Not saved" className={`flex flex-col gap-3 ${className}`}>
      <p className="text-soft">What you wrote here isn’t saved:</p>
      {written.map((one) => (
        <div key={one.field} className="rounded border border-line bg-lift p-3 text-ink">
          <p dir="auto" className="whitespace-pre-wrap [overflow-wrap:anywhere]">
            {one.draft.text}
          </p>
          <p className="mt-2 flex flex-wrap gap-3">
            {step && <Button onClick={() => step.act(one)}>{step.label}</Button>}
            <Button onClick={() => void copyText(one.draft.text)}>Copy</Button>
            <Button tone="quiet" onClick={() => drafts.write(one.field, undefined)}>
              Discard
            </Button>
          </p>
        </div>
      ))}
    </section>
  );
}
