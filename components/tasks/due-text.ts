import type { ViewName } from "@/components/tasks/arrange";
import type { Task } from "@/db/tasks";
import { type Context, describeDay, today } from "@/language/calendar";
import * as repetition from "@/language/repetition";

/** Days that the trash keeps a task before it goes for good. */
export const KEPT_DAYS = 30;

/**
 * What stands in the due column of a row, and whether it is late.
 * @param grouped the heading above says the day already.
 */
export function dueText(task: Task, view: ViewName, grouped: boolean, clock: Context): { text: string; late: boolean } {
  if (view === "trash") return { text: leaves(task, clock), late: false };
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

function leaves({ deletedAt }: Task, { now }: Context) {
  if (!deletedAt) return "";
  const days = KEPT_DAYS - Math.floor((now.getTime() - deletedAt.getTime()) / 86_400_000);
  return days <= 1 ? "Goes today" : `Goes in ${days} days`;
}
