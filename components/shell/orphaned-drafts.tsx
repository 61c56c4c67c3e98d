"use client";

import { useRef } from "react";
import { copyText } from "@/components/shell/copy-text";
import * as drafts from "@/components/shell/drafts";
import { stepName } from "@/components/shell/step-name";
import { Button } from "@/components/ui/button";
import { useKeepFocus } from "@/components/ui/use-keep-focus";

type Found = { field: string; draft: drafts.Draft };

/** Where the words can be used instead. */
type Step = { label: string; act: (found: Found) => void };

type Props = { found: Found[]; step?: Step; className?: string };

/** What was written where it can be saved no more, as in something that was deleted: to be used elsewhere, copied, or let go. */
export function OrphanedDrafts({ found, step, className = "" }: Props) {
  const written = found.filter(({ draft }) => draft.text.trim());
  if (written.length === 0) return null;
  return (
    <section aria-label="Not saved" className={`flex flex-col gap-3 ${className}`}>
      <p className="text-soft">What you wrote here isn’t saved:</p>
      <ul className="flex flex-col gap-3">
        {written.map((one) => (
          <OrphanedDraft key={one.field} found={one} step={step} />
        ))}
      </ul>
    </section>
  );
}

function OrphanedDraft({ found, step }: { found: Found; step: Step | undefined }) {
  const { text } = found.draft;
  const entry = useRef<HTMLLIElement>(null);
  useKeepFocus(entry);
  return (
    <li ref={entry} className="rounded border border-line bg-lift p-3 text-ink">
      <p dir="auto" className="whitespace-pre-wrap [overflow-wrap:anywhere]">
        {text}
      </p>
      <p className="mt-2 flex flex-wrap gap-3">
        {step && (
          <Button
            aria-label={stepName(step.label, text)}
            onClick={({ currentTarget }) => {
              currentTarget.blur(); // one goes on where the words go
              step.act(found);
            }}
          >
            {step.label}
          </Button>
        )}
        <Button aria-label={stepName("Copy", text)} onClick={() => void copyText(text)}>
          Copy
        </Button>
        <Button
          tone="quiet"
          aria-label={stepName("Discard", text)}
          onClick={() => drafts.write(found.field, undefined)}
        >
          Discard
        </Button>
      </p>
    </li>
  );
}
