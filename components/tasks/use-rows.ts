"use client";

import { useKnown } from "@/components/shell/known";
import { arrange } from "@/components/tasks/arrange";
import { keyOf } from "@/components/tasks/kept-drafts";
import { applyAll, idsOf } from "@/components/tasks/optimistic";
import { useRecentChanges } from "@/components/tasks/recent-changes";
import { type Sight, useSight } from "@/components/tasks/sight";
import { useKept } from "@/components/tasks/use-kept";
import { useWaiting } from "@/components/tasks/use-waiting";
import { usePending } from "@/components/tasks/writes";
import { useWrittenBeyond } from "@/components/tasks/written";
import type { Task } from "@/db/tasks";

/** The rows of a view under their headings: the server's, what was finished here or moved beyond them, and over all what is being written. */
export function useRows({ tasks, shown, more }: Omit<Sight, "clock">) {
  const { clock } = useKnown();
  useSight({ tasks, shown, more, clock });
  const recent = useRecentChanges();
  const pending = usePending();
  const kept = useKept(tasks, recent, pending);
  const isUnderWay = (task: Task) => pending.some((write) => idsOf(write).includes(keyOf(task)));
  const beyond = useWrittenBeyond({ tasks, shown, more }).filter((task) => !isUnderWay(task));
  const listed = new Set(tasks.map(({ id }) => id));
  const others = [...beyond.filter(({ id }) => !kept.has(id)), ...kept.values()];
  const all = applyAll([...tasks, ...others.filter(({ id }) => !listed.has(id))], pending);
  // A new subtask shows in its task's panel only.
  const rows = all.filter(({ id, parentId }) => parentId === null || listed.has(id));
  const sections = arrange(rows, { ...shown, kept: new Set(kept.keys()) }, clock);
  return { sections, recent, waiting: useWaiting(), clock };
}
