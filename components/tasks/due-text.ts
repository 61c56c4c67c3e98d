import type { ViewName } from "@/components/tasks/arrange";
import type { Task } from "@/db/tasks";
import { type Context, describeDay, today } from "@/language/calendar";
import * as repetition from "@/language/repetition";

/**
 * What stands in the due column of a row, and whether it is late.
 * @param grouped the heading above says the day already.
 */
export function dueText(task: Task, view: ViewName, grouped: boolean, clock: Context): { text: string; late: boolean } {
  if (view === "completed") return { text: finished(task, clock), late: false };
  const { dueDate, dueTime, repeat, repeatFrom } = task;
  if (!dueDate) return { text: "", late: false };
  const late = dueDate < today(clock) && !task.completed;
  if (!grouped) return { text: [describeDay(dueDate, clock), dueTime].filter(Boolean).join(" "), late };
  return { text: dueTime ?? (repeat ? repetition.describe(repeat, repeatFrom) : ""), late };
}

function finished({ completedAt }: Task, { timeZone }: Context) {
  if (!completedAt) return "";
  return new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", timeZone }).format(completedAt);
}
