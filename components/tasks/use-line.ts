"use client";

import { useState } from "react";
import { type Answer, retry as retryStep } from "@/components/shell/answer";
import * as drafts from "@/components/shell/drafts";
import { newId } from "@/components/shell/new-id";
import { useDraft, useDrafts } from "@/components/shell/use-draft";
import { short } from "@/components/tasks/task-name";
import { useArrived } from "@/components/tasks/use-arrived";
import * as notices from "@/components/ui/notices";

/** A line to be added, and by which turn it was sent already: sent by the same again, it is added once. */
type Line = drafts.Draft & { turnId?: string };

/** What this page has sent and has no answer to. */
const underWay = new Set<string>();

/**
 * A line that is written, sent by Enter, and followed by the next one. Whatever happens to a line, it is kept until the server has it:
 * refused, it comes back into the field, or, where the next one is being written there, stands beside it.
 * @param field names the draft.
 */
export function useLine<L extends Line>(field: string) {
  const [line, put, isFound] = useDraft<L>(field);
  const [error, setError] = useState<string>();
  const unsent = useDrafts<L>(drafts.lineField(field, "")).filter((one) => !underWay.has(one.field));
  const found = [...unsent, { draft: line, isFound }].filter((one) => one.isFound);
  const isNew = useArrived(
    found.flatMap(({ draft }) => draft?.turnId ?? []),
    (turnId) => {
      drafts.write(drafts.lineField(field, turnId), undefined);
      if ((drafts.read(field) as L | undefined)?.turnId === turnId) drafts.write(field, undefined);
    },
  );

  function write(next: L | undefined, isLeft = false) {
    setError(undefined);
    put(next?.text ? next : undefined, isLeft);
  }

  /** @param act adds it, in the turn that it is given. */
  async function submit(sent: L, act: (turnId: string) => Promise<Answer>): Promise<void> {
    const turnId = sent.turnId ?? newId();
    const kept = drafts.lineField(field, turnId);
    underWay.add(kept);
    drafts.write(kept, { ...sent, turnId });
    setError(undefined);
    const answer = await act(turnId);
    underWay.delete(kept);
    if (answer.ok) return drafts.write(kept, undefined);
    const isFree = !drafts.read(field);
    drafts.write(kept, isFree ? undefined : { ...sent, turnId });
    if (isFree) drafts.write(field, { ...sent, turnId });
    if (answer.errors && isFree) return setError(answer.message);
    const again = () => {
      if (drafts.read(field)?.text === sent.text) drafts.write(field, undefined);
      void submit({ ...sent, turnId }, act);
    };
    notices.warn(`Couldn’t add “${short(sent.text)}”. ${answer.message}`, retryStep(answer, again));
  }

  return {
    line,
    isFound,
    error,
    write,
    submit,
    /** Lines that were sent, from this page or before a reload, and are not known to have arrived. */
    unsent: unsent.filter(({ draft, isFound }) => !isFound || !draft.turnId || !isNew(draft.turnId)),
    drop: (kept: string) => drafts.write(kept, undefined),
  };
}
