"use client";

import * as draft from "@/components/chat/draft";
import { titleFieldOf } from "@/components/chat/title-field";
import { OrphanedDrafts } from "@/components/shell/orphaned-drafts";
import { useDrafts } from "@/components/shell/use-draft";

type Props = {
  id: string;
  /** Shows a new conversation, which has the words. */
  onNew: () => void;
  className?: string;
};

/** What was written to a conversation that is not there any more: typed, sent and not arrived, or as its title. */
export function OrphanedMessages({ id, onNew, className }: Props) {
  const typed = useDrafts(draft.fieldOf(id));
  const held = draft.useHeld(id);
  const title = useDrafts(titleFieldOf(id));
  return (
    <OrphanedDrafts
      found={[...typed, ...held, ...title]}
      step={{
        label: "Use in a new chat",
        act: ({ field }) => {
          draft.moveToNew(field);
          onNew();
        },
      }}
      className={className}
    />
  );
}
