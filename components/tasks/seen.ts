"use client";

import { useSyncExternalStore } from "react";
import type { Task } from "@/db/tasks";

/** Enough of a task to show it, and the version that says which of two sights is newer. */
export type Seen = Pick<Task, "id" | "title" | "priority" | "dueDate" | "dueTime" | "completed" | "version"> & {
  deleted: boolean;
};

let seen: ReadonlyMap<string, Seen> = new Map();
const listeners = new Set<() => void>();

/** Notes tasks as the server has just answered them, so that older pictures of them, such as those in a conversation, keep up. */
export function note(tasks: Seen[]) {
  const newer = tasks.filter(({ id, version }) => version > (seen.get(id)?.version ?? -1));
  if (newer.length === 0) return;
  seen = new Map([...seen, ...newer.map((task) => [task.id, task] as const)]);
  for (const listener of listeners) listener();
}

/** The newest sight of each task in this tab. */
export function useSeen(): ReadonlyMap<string, Seen> {
  return useSyncExternalStore(subscribe, () => seen, none);
}

const nothing: ReadonlyMap<string, Seen> = new Map();
const none = () => nothing;

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
