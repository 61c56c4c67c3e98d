import type { Task } from "@/db/tasks";
import { type Context, describeDue, today } from "@/language/calendar";
import * as repetition from "@/language/repetition";

type Repeating = Pick<Task, "dueDate" | "repeat" | "repeatFrom" | "repeatStart">;

/** The occurrence that skipping this one leads to; undefined when it does not repeat or is the last. */
export function afterSkipping(task: Repeating, clock: Context): repetition.Occurrence | undefined {
  const present = repetition.occurrence(task);
  const day = today(clock);
  if (!present) return undefined;
  return repetition.following(present, { today: day, done: present.due > day ? present.due : day }) ?? undefined;
}

/** The days on which a task will come after this one, "Tue 24 Nov"; fewer than `count` when its series ends. */
export function nextDays(task: Repeating, clock: Context, count = 5): string[] {
  const present = repetition.occurrence(task);
  return present ? repetition.coming(present, today(clock), count).map((day) => dayOf(day, clock)) : [];
}

/** A day with its weekday, and its year when that is another one. */
export function dayOf(dueDate: string, clock: Context): string {
  return describeDue({ dueDate, dueTime: null }, clock);
}

/** The rule with which all that follow move along to `day`; undefined where there is nothing to choose. */
export function movedSeries(task: Repeating, day: string): string | undefined {
  const present = repetition.occurrence(task);
  if (!present || present.from === "completion" || day === present.start) return undefined;
  return repetition.shift(present.rule, { from: present.start, to: day }) ?? undefined;
}

/** A rule and the first days that it means: "Every other Tuesday: Tue 24 Nov, Tue 8 Dec, Tue 22 Dec, …". */
export function daysInWords(task: Omit<Repeating, "repeatStart">, clock: Context): string {
  const { dueDate, repeat, repeatFrom } = task;
  if (!dueDate || !repeat) return "";
  const days = nextDays({ ...task, repeatStart: null }, clock, 3);
  const listed = [dayOf(dueDate, clock), ...days.slice(0, 2), ...(days.length > 2 ? ["…"] : [])];
  return `${repetition.describe(repeat, clock, repeatFrom)}: ${listed.join(", ")}`;
}
