import type { Context } from "@/language/calendar";
import type { Half } from "@/language/dates/period";
import { combine } from "@/language/due";
import type { Span } from "./times";

export type Due = { dueDate?: string; dueTime?: string; repeat?: string; repeatFrom?: "due" | "completion" };

/** A task's due out of the times that a request names; no fields where it names none. */
export function dueOf(spans: Span[], context: Context, half?: Half): Due {
  const { day, time, repeat, repeatFrom } = combine(spans, context, half);
  return {
    ...(day && { dueDate: day }),
    ...(time && { dueTime: time }),
    ...(repeat && { repeat }),
    ...(repeat && repeatFrom === "completion" && { repeatFrom }),
  };
}
