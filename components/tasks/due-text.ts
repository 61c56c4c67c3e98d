import type { ViewName } from "@/components/tasks/arrange";
import { completionDay } from "@/components/tasks/sections";
import type { Task } from "@/db/tasks";
import { type Context, describeDay, describeDue, today } from "@/language/calendar";
import { formatterOf } from "@/language/formatter";
import * as repetition from "@/language/repetition";

/**
 * What stands in the due column of a row, and whether it is late: of a task that is done, when that was.
 * @param grouped the heading above says the day already.
 */
export function dueText(task: Task, view: ViewName, grouped: boolean, clock: Context): { text: string; late: boolean } {
  if (task.completed) return { text: finished(task, view, clock), late: false };
  const { dueDate, dueTime, repeat, repeatFrom } = task;
  if (!dueDate) return { text: "", late: false };
  const late = dueDate < today(clock);
  if (!grouped) return { text: [describeDay(dueDate, clock), dueTime].filter(Boolean).join(" "), late };
  return { text: dueTime ?? (repeat ? repetition.describe(repeat, clock, repeatFrom) : ""), late };
}

function finished(task: Task, view: ViewName, clock: Context) {
  const day = completionDay(task, clock);
  const { timeZone } = clock;
  const time = formatterOf("en-GB", { hour: "2-digit", minute: "2-digit", timeZone }).format(
    task.completedAt ?? clock.now,
  );
  if (view === "completed") return time;
  return `Done ${day === today(clock) ? time : describeDue({ dueDate: day, dueTime: null }, clock)}`;
}
