"use client";

import { useLayoutEffect, useState } from "react";
import type { Write } from "@/components/tasks/optimistic";
import { announced, type RecentChange } from "@/components/tasks/recent-changes";
import { type Seen, useSeen } from "@/components/tasks/seen";
import type { Task } from "@/db/tasks";

type Kept = ReadonlyMap<string, Task>;
const nothing: Kept = new Map();

/**
 * The tasks that were finished while one looks at the list, by the user or by the assistant. The server no longer counts them
 * among its rows; they stay where they are until one leaves the view, so that nothing jumps and a slip is one click to mend.
 */
export function useKept(tasks: Task[], recent: ReadonlyMap<string, RecentChange>, pending: readonly Write[]): Kept {
  const [kept, setKept] = useState(nothing);
  const [earlier, setEarlier] = useState<ReadonlySet<string>>(new Set());

  const news = new Map([...recent].filter(([, { changeId }]) => !earlier.has(changeId)));
  const next = keep(kept, tasks, news, pending, useSeen());
  if (next !== kept) setKept(next);

  // A view that is left stays mounted but hidden; when one comes back it starts clean, whatever was finished elsewhere meanwhile.
  useLayoutEffect(() => {
    setKept(nothing);
    setEarlier(announced());
  }, []);
  return next;
}

/** What is kept once these rows, announcements, writes and answers are known; `kept` itself when nothing changes. */
export function keep(
  kept: Kept,
  tasks: Task[],
  recent: ReadonlyMap<string, RecentChange>,
  pending: readonly Write[],
  seen: ReadonlyMap<string, Seen>,
): Kept {
  const finishing = (id: string) => recent.get(id)?.what === "complete" || touched(pending, "complete", id);
  const open = new Set(tasks.map(({ id }) => id));
  const goes = (id: string) => (open.has(id) && !finishing(id)) || touched(pending, "remove", id);
  const finished = tasks.filter(({ id }) => finishing(id) && !goes(id) && !kept.has(id));
  const stay = [...kept].filter(([id]) => !goes(id) && (finishing(id) || seen.get(id)?.completed));
  if (finished.length === 0 && stay.length === kept.size) return kept;
  return new Map([...stay, ...finished.map((task) => [task.id, done(task, pending)] as const)]);
}

function touched(pending: readonly Write[], kind: "complete" | "remove", id: string) {
  return pending.some((write) => write.kind === kind && write.tasks.some((task) => task.id === id));
}

/** What the assistant finished was finished just now. */
function done(task: Task, pending: readonly Write[]): Task {
  const own = pending.find((write) => write.kind === "complete" && write.tasks.some(({ id }) => id === task.id));
  const at = own?.kind === "complete" ? own.at : new Date();
  return { ...task, completed: true, completedAt: task.completedAt ?? at };
}
