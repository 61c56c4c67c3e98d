"use client";

import * as drafts from "@/components/shell/drafts";
import { UnsentLines } from "@/components/shell/unsent-lines";
import { useDrafts } from "@/components/shell/use-draft";

type Props = {
  field: string;
  /** What the field shows, and what is saved of it: neither is offered again. */
  known: string[];
  /** What the draft of the field says beside its words once they are used. */
  about?: object;
  className?: string;
};

/** Below a field: other words that are kept of it, written in another tab or before a reload. Each can be put into it, or let go. */
export function OtherDrafts({ field, known, about, className }: Props) {
  const others = useDrafts(drafts.lineField(field, ""));
  const texts = new Map(others.map((other) => [other.draft.text.trim(), other]));
  for (const text of known) texts.delete(text.trim());
  if (texts.size === 0) return null;
  const discard = (text: string) => {
    for (const other of others) if (other.draft.text.trim() === text.trim()) drafts.write(other.field, undefined);
  };
  return (
    <div className={className}>
      <UnsentLines
        lines={[...texts.values()]}
        state="Another draft"
        step="Use"
        isForField
        onAdd={(other) => drafts.exchange(field, other.field, about)}
        onDiscard={({ draft }) => discard(draft.text)}
      />
    </div>
  );
}
