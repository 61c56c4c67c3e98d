"use client";

import { useKnown } from "@/components/shell/known";
import { arrange, type Shown } from "@/components/tasks/arrange";
import { applyAll } from "@/components/tasks/optimistic";
import { useRecentChanges } from "@/components/tasks/recent-changes";
import { useKept } from "@/components/tasks/use-kept";
import { usePending } from "@/components/tasks/writes";
import type { Task } from "@/db/tasks";

/** The rows of a view under their headings: the server's, those that were finished here, and what is being written over both. */
export function useRows(tasks: Task[], shown: Omit<Shown, "kept">) {
  const { clock } = useKnown();
  const recent = useRecentChanges();
  const pending = usePending();
  const kept = useKept(tasks, recent, pending);
  const listed = new Set(tasks.map(({ id }) => id));
  const all = applyAll([...tasks, ...[...kept.values()].filter(({ id }) => !listed.has(id))], pending);
  // A new subtask shows in its task's panel only.
  const rows = all.filter(({ id, parentId }) => parentId === null || listed.has(id));
  return { sections: arrange(rows, { ...shown, kept: new Set(kept.keys()) }, clock), recent, clock };
}
