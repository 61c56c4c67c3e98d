"use client";

import { amount } from "@/components/shell/amount";
import type { Call } from "@/components/shell/send";
import type { Shown } from "@/components/tasks/arrange";
import type { Write } from "@/components/tasks/optimistic";
import { useTasks } from "@/components/tasks/use-tasks";
import { useWriting } from "@/components/tasks/writes";
import { moveOverdue } from "@/components/views/actions";
import type { Task } from "@/db/tasks";

/** Moves all that is overdue in a list to today, what is not loaded too. */
export function useMoveOverdue({ view, tag }: Omit<Shown, "kept">) {
  const { moveTo } = useTasks();
  const { send } = useWriting();
  return (loaded: Task[], count: number, today: string) => {
    if (count === loaded.length) return moveTo(loaded, today, "today");
    const write: Write = { kind: "change", changes: loaded.map(({ id }) => ({ id, fields: { dueDate: today } })) };
    const input = { dueDate: today, tag, parent: view === "tasks" ? "none" : undefined };
    const act = (call: Call) => call(moveOverdue, input);
    return send({ write, before: loaded, act, said: `Moved ${amount(count)} tasks to today`, noticed: true });
  };
}
