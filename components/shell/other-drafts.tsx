"use client";

import * as drafts from "@/components/shell/drafts";
import { UnsentLines } from "@/components/tasks/unsent-lines";

/** Below a field: other words that are kept of it, written in another tab or before a reload. Each can be put into it, or let go. */
export function OtherDrafts({ field, className }: { field: string; className?: string }) {
  const others = drafts.useDrafts(drafts.lineField(field, ""));
  if (others.length === 0) return null;
  return (
    <div className={className}>
      <UnsentLines
        lines={others}
        state="Another draft"
        step="Use"
        onAdd={(other) => drafts.exchange(field, other.field)}
        onDiscard={(other) => drafts.write(other.field, undefined)}
      />
    </div>
  );
}
