import type { Fields } from "@/components/tasks/optimistic";
import type { Task } from "@/db/tasks";
import { type Context, describeDue, today } from "@/language/calendar";
import * as due from "@/language/due";
import { isNoDate } from "@/language/quick-add";
import * as repetition from "@/language/repetition";

/** What words mean as a due: the fields that they set, and the same in words to check them by. */
type DueInWords = { fields: Fields; words: string };

export const noDate: Fields = { dueDate: null, dueTime: null, repeat: null };

/**
 * Reads "tomorrow 5pm", "every Friday" or "no date"; what the words leave out stays as it is with the task.
 * @returns undefined where there is no day in them.
 */
export function readDue(
  text: string,
  { dueDate, dueTime }: Pick<Task, "dueDate" | "dueTime">,
  clock: Context,
): DueInWords | undefined {
  if (isNoDate(text)) return { fields: noDate, words: "No date" };
  const spans = due.read(text, clock, {});
  const [span] = spans;
  if (!span) return undefined;
  const read = due.combine(spans, clock);
  const day = spans.every(({ isTimeOnly }) => isTimeOnly) ? (dueDate ?? read.day) : (read.day ?? dueDate);
  const fields = { dueDate: day ?? today(clock), dueTime: read.time ?? dueTime };
  const repeat = read.repeat ? { repeat: read.repeat, repeatFrom: read.repeatFrom } : {};
  const words = [read.repeat && repetition.describe(read.repeat, clock, read.repeatFrom), describeDue(fields, clock)];
  return { fields: { ...fields, ...repeat }, words: words.filter(Boolean).join(", ") };
}
