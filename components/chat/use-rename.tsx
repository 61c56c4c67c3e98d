"use client";

import { type ReactNode, startTransition, useOptimistic, useState } from "react";
import { TitleField, titleFieldOf } from "@/components/chat/title-field";
import { useConversations } from "@/components/chat/use-conversations";
import * as drafts from "@/components/shell/drafts";
import { short } from "@/components/tasks/task-name";
import * as notices from "@/components/ui/notices";

type Renamed = {
  /** As it will be once it is saved. */
  title: string;
  begin: () => void;
  /** The field while it is renamed, in the place of its title. */
  field: (className: string) => ReactNode;
};

/** Renames a conversation in its own place; without an id it is not begun, and has no name to change. */
export function useRename(id: string | undefined, title: string): Renamed {
  const { rename } = useConversations();
  const [shown, show] = useOptimistic(title);
  const [renaming, setRenaming] = useState<string>();

  function keep(id: string, next: string | undefined) {
    setRenaming(undefined);
    if (!next) return;
    startTransition(async () => {
      show(next);
      await rename({ id, title }, next);
    });
  }

  function discard(id: string, text: string) {
    setRenaming(undefined);
    const act = () => {
      drafts.write(titleFieldOf(id), { text });
      setRenaming(id);
    };
    notices.say(`Discarded “${short(text)}”`, { label: "Undo", act });
  }

  return {
    title: shown,
    begin: () => setRenaming(id),
    field: (className) =>
      id &&
      renaming === id && (
        <TitleField
          key={id}
          id={id}
          title={shown}
          onDone={(next) => keep(id, next)}
          onDiscard={(text) => discard(id, text)}
          className={className}
        />
      ),
  };
}
