"use client";

import { useSyncExternalStore } from "react";

export type What = "add" | "change" | "complete" | "reopen" | "remove" | "restore";

/** One write that someone else than the keyboard made; `changeId` is what undo takes back. */
export type RecentChange = { taskId: string; what: What; changeId: string };

/** As long as the wash takes to fade (`.washed` in globals.css). */
const SHOWN_FOR = 8000;

let recent: ReadonlyMap<string, RecentChange> = new Map();
const listeners = new Set<() => void>();

/** Shows the task's row as just changed, with Undo, for eight seconds. The latest change of a task is the one that is shown. */
export function announce(change: RecentChange) {
  put(new Map(recent).set(change.taskId, change));
  setTimeout(() => forget(change), SHOWN_FOR);
}

/** Stops showing it, such as after its Undo. */
export function forget({ taskId, changeId }: Pick<RecentChange, "taskId" | "changeId">) {
  if (recent.get(taskId)?.changeId !== changeId) return;
  const rest = new Map(recent);
  rest.delete(taskId);
  put(rest);
}

/** The ids of the changes that show now. */
export const announced = (): ReadonlySet<string> => new Set([...recent.values()].map(({ changeId }) => changeId));

/** What was changed in the last eight seconds, by task id. */
export function useRecentChanges(): ReadonlyMap<string, RecentChange> {
  return useSyncExternalStore(subscribe, () => recent, none);
}

const nothing: ReadonlyMap<string, RecentChange> = new Map();
const none = () => nothing;

function put(next: ReadonlyMap<string, RecentChange>) {
  recent = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
