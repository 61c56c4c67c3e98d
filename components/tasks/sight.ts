"use client";

import type { Route } from "next";
import { useEffect } from "react";
import { known } from "@/components/shell/known";
import { belongs, compareBy, type Shown } from "@/components/tasks/arrange";
import type { Task } from "@/db/tasks";
import { type Context, today } from "@/language/calendar";

/** The list that one looks at: its rows as the server has them, and whether there are `more` behind them. */
export type Sight = { tasks: Task[]; shown: Omit<Shown, "kept">; more: boolean; clock: Context };

let sight: Sight | undefined;

/** Makes this the list that one looks at, as long as it is not hidden. */
export function useSight(now: Sight): void {
  useEffect(() => {
    sight = now;
    return () => {
      if (sight === now) sight = undefined;
    };
  });
}

/** Those of `after` that one looks at no more because of what was done to them, or for a new one, cannot see. */
export function lost(before: Task[], after: Task[]): Task[] {
  return after.filter((task) => {
    const was = before.find(({ id }) => id === task.id);
    return (was ? isSeen(was) : task.parentId === null) && !isSeen(task);
  });
}

/** Whether it has its place behind the last row that is loaded. */
export function isBeyond(task: Task, { tasks, shown, more }: Omit<Sight, "clock">): boolean {
  if (!more || shown.view === "completed" || shown.view === "search") return false;
  const last = tasks.findLast(({ completed }) => !completed);
  return last !== undefined && compareBy(shown.sort)(task, last) > 0;
}

/** Whether the list in sight has it, only further on than is loaded. */
export function isFurtherDown(task: Task): boolean {
  return sight !== undefined && belongsTo(task, sight) && isBeyond(task, sight);
}

/** Where a task can be seen, opened. */
export function placeOf({ id, dueDate, completed }: Task): Route {
  const clock = known()?.clock;
  const due = dueDate === null ? "no-date" : clock && (dueDate <= today(clock) ? "today" : "upcoming");
  return `/${completed ? "completed" : (due ?? "tasks")}?task=${id}` as Route;
}

/** Brings its row into sight, where the page has it. @returns whether it has. */
export function bringIntoSight({ id }: Task): boolean {
  const rows = [...document.querySelectorAll<HTMLElement>(`[data-row="${CSS.escape(id)}"] [data-title]`)];
  const row = rows.find((one) => one.checkVisibility());
  row?.scrollIntoView({ block: "center" });
  row?.focus({ preventScroll: true });
  return row !== undefined;
}

function isSeen(task: Task): boolean {
  return sight !== undefined && belongsTo(task, sight) && !isBeyond(task, sight);
}

function belongsTo(task: Task, { tasks, shown, clock }: Sight) {
  if (task.parentId !== null && !tasks.some(({ id }) => id === task.id)) return false;
  // What is finished here stays in its place.
  return belongs(task, { ...shown, kept: new Set([task.id]) }, today(clock));
}
