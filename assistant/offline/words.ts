import { Temporal } from "temporal-polyfill";
import { type Context, describeDue, today } from "@/language/calendar";
import * as repetition from "@/language/repetition";
import { cut, shorten } from "@/language/text";
import type { Result, Row } from "./results";

/** A title in quotes, short enough for a sentence, with what Markdown would read as its own made plain. */
export function quote(title: string): string {
  return `“${shorten(title, 80).replace(/([\\`*_[\]<>#|~])/g, "\\$1")}”`;
}

/** "a", "a and b", "a, b and c"; beyond `most` the rest is counted. */
export function listing(parts: string[], most = 6, inAll = parts.length): string {
  const shown =
    inAll > most
      ? [...parts.slice(0, most), `${(inAll - Math.min(most, parts.length)).toLocaleString("en")} more`]
      : parts;
  return shown.length < 2 ? shown.join("") : `${shown.slice(0, -1).join(", ")} and ${shown.at(-1)}`;
}

/** @param inAll how many there are, where `rows` are only the first of them. */
export const titles = (rows: Row[], inAll = rows.length) =>
  listing(
    rows.map(({ title }) => quote(title)),
    6,
    inAll,
  );

/** The verb for one task or several. */
export const are = (number: number) => (number === 1 ? "is" : "are");

/** The tasks that "them" means once something was done to some: none where not all of them are known. */
export function afterwards({ done, doneInAll }: Result, rows: Row[]): Row[] {
  const after = done.flatMap(({ task }) => task ?? []);
  if (doneInAll !== undefined && doneInAll > after.length) return [];
  return after.length > 0 ? after : rows;
}

export function count(rows: { length: number } | number, noun = "task"): string {
  const number = typeof rows === "number" ? rows : rows.length;
  return `${number.toLocaleString("en")} ${noun}${number === 1 ? "" : "s"}`;
}

/** A day in words that show how it was understood: "today", "tomorrow, Sun 22 Nov", "Fri 27 Nov, 17:00". */
export function due({ dueDate, dueTime }: Pick<Row, "dueDate" | "dueTime">, context: Context): string {
  if (!dueDate) return "";
  const away = Temporal.PlainDate.from(today(context)).until(dueDate, { largestUnit: "day" }).days;
  const near = away === 0 ? "today, " : away === 1 ? "tomorrow, " : away === -1 ? "yesterday, " : "";
  return near + describeDue({ dueDate, dueTime }, context);
}

/** How a rule repeats, within a sentence: "every Monday". */
export function again(repeat: string, context: Context): string {
  const words = repetition.describe(repeat, context);
  return words.charAt(0).toLowerCase() + words.slice(1);
}

/** Tasks as lines with numbers that the user can answer with. */
export function numbered(rows: Row[], context: Context, inAll = rows.length, most = 10): string {
  const lines = rows.slice(0, most).map((row, at) => {
    const when = due(row, context);
    return `${at + 1}. ${quote(row.title)}${when ? `, ${when}` : ""}${row.completed ? ", done" : ""}`;
  });
  const more = inAll - lines.length;
  return [...lines, ...(more > 0 ? [`… and ${more.toLocaleString("en")} more`] : [])].join("\n");
}

/** What did not work, task by task, in the tools' own reasons; empty when all did. */
export function failures({ failed, failedInAll, error }: Result, rows: Row[]): string {
  if (error) return `That didn’t work: ${cut(error.replace(/\s+/g, " "), 160)}`;
  const told = failed.map(({ id, reason }) => {
    const row = rows.find((one) => one.id === id);
    return `${quote(row?.title ?? (id.length === 36 ? "one task" : id))} (${reason})`;
  });
  return told.length === 0 ? "" : `Not done: ${listing(told, 6, failedInAll)}.`;
}

export const sentence = (...parts: string[]) => parts.filter((part) => part !== "").join(" ");

export const REFUSED = "All right, nothing was changed.";

export const HELP = `I look after your list. For example:
- “Add milk and eggs to shopping” or “Remind me to call mum tomorrow at 5”
- “What’s on this week?” or “How many tasks are overdue?”
- “Move the dentist to Friday”, “Rename it to …”, “Make that high priority”, “Tag those errands”
- “I’ve finished the report”, “Delete the second one”, “Bring back the receipts”, “Undo that”`;

/** What the built-in assistant cannot do. */
export const BEYOND = "That’s beyond me: I only look after your tasks.";

/** What to say of a request that is longer than what is read of one. */
export const tooLong = (text: string) =>
  `${quote(text)} is too long for me to do all of it. Try it in several shorter messages. Nothing was changed.`;

export const UNCLEAR =
  "I’m not sure what you’d like me to do. I can find, add, change, complete, delete and restore tasks. Say “help” for examples.";
