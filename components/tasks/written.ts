"use client";

import { useLayoutEffect, useState, useSyncExternalStore } from "react";
import { isBeyond, type Sight } from "@/components/tasks/sight";
import type { Task } from "@/db/tasks";

let written: ReadonlyMap<string, Task> = new Map();
const listeners = new Set<() => void>();

/** Notes tasks as an own write was answered. */
export function note(tasks: Task[]): void {
  written = new Map([...written, ...tasks.map((task) => [task.id, task] as const)]);
  for (const listener of listeners) listener();
}

/**
 * What was written here and has its place behind the last row that is loaded: it stays in sight until one leaves the view, for the
 * server's rows do not reach it.
 */
export function useWrittenBeyond(sight: Omit<Sight, "clock">): Task[] {
  const all = useSyncExternalStore(
    subscribe,
    () => written,
    () => nothing,
  );
  const [earlier, setEarlier] = useState(written);
  // A view that is left stays mounted but hidden; when one comes back it starts clean.
  useLayoutEffect(() => setEarlier(written), []);
  if (!sight.more) return [];
  const listed = new Set(sight.tasks.map(({ id }) => id));
  return [...all.values()].filter(
    (task) => earlier.get(task.id) !== task && !listed.has(task.id) && isBeyond(task, sight),
  );
}

const nothing: ReadonlyMap<string, Task> = new Map();

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
