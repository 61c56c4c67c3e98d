import type { Context } from "@/language/calendar";
import { today, wallClock } from "@/language/calendar";
import type { Span } from "./times";

export type Due = { dueDate?: string; dueTime?: string; repeat?: string; repeatFrom?: "due" | "completion" };

const HALF =
  /\b(?:pm|p\.m\.?|noon|midday|midnight|afternoon|evening|night|tonight)\b|\b(?:1[3-9]|2[0-3]):?\d\d|\b(?:in|from now)\b/i;

/** The same for waking up: where nobody said which half of the day, it is the morning. */
export function byMorning(spans: Span[], context: Context): Due {
  const due = dueOf(spans, context);
  const hour = Number(due.dueTime?.slice(0, 2));
  if (!due.dueTime || hour < 13 || spans.some(({ text }) => HALF.test(text))) return due;
  const dueTime = `${String(hour - 12).padStart(2, "0")}${due.dueTime.slice(2)}`;
  const dated = spans.find(({ isTimeOnly }) => !isTimeOnly);
  return { ...due, dueTime, dueDate: dated?.day ?? dayOf(dueTime, context) };
}

// The next day on which the clock will show that time.
function dayOf(time: string, context: Context): string {
  const now = wallClock(context);
  const day = now.toPlainDate();
  return (time > now.toPlainTime().toString({ smallestUnit: "minute" }) ? day : day.add({ days: 1 })).toString();
}

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
