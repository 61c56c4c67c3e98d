import type { Context } from "./calendar";
import * as quickAdd from "./quick-add";

/** A Saturday, eleven in the morning. */
export const saturday: Context = { now: new Date("2026-11-21T10:00:00Z"), timeZone: "Europe/Berlin" };

/** A Wednesday, half past eleven in the morning. */
export const wednesday: Context = {
  now: new Date("2026-11-18T10:30:00Z"),
  timeZone: "Europe/Berlin",
  locale: "en-GB",
};

/** What quick add understands of a line, as far as it says it: "title | day | time | repetition". */
export function understood(line: string, context: Context): string {
  const { title, dueDate, dueTime, repeat } = quickAdd.read(line, context);
  return [title, dueDate, dueTime, repeat].filter(Boolean).join(" | ");
}
