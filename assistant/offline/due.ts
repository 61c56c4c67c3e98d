import type { Context } from "@/language/calendar";
import { today } from "@/language/calendar";
import type { Span } from "./times";

export type Due = { dueDate?: string; dueTime?: string; repeat?: string; repeatFrom?: "due" | "completion" };

/** A task's due out of the times that a request names; of two, one may bring the day and the other the time. */
export function dueOf(spans: Span[], context: Context): Due {
  const [first] = spans;
  if (!first) return {};
  const repeated = spans.find(({ repeat }) => repeat);
  const dated = spans.find(({ day, isTimeOnly, repeat }) => day && !isTimeOnly && !repeat) ?? repeated ?? first;
  const time = (dated.time ? dated : spans.find((span) => span.time && span.isTimeOnly))?.time;
  return {
    dueDate: dated.day ?? today(context),
    ...(time && { dueTime: time }),
    ...(repeated?.repeat && { repeat: repeated.repeat }),
    ...(repeated?.repeatFrom === "completion" && { repeatFrom: "completion" as const }),
  };
}
