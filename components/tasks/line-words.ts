import { Temporal } from "temporal-polyfill";
import type { Fields } from "@/components/tasks/optimistic";
import { type Context, today } from "@/language/calendar";
import type { Mark, Priority } from "@/language/quick-add";
import * as repetition from "@/language/repetition";
import { writeDate } from "@/language/written-date";

/** A line and what is marked in it. */
type Line = { text: string; marks: Mark[] };
type Due = Pick<Fields, "dueDate" | "dueTime" | "repeat" | "repeatFrom">;

/** The line with this due at its end, in words that it reads, in the place of any other. */
export function withDue({ text, marks }: Line, due: Due, clock: Context): string {
  return append(without(text, marks, ["date", "repeat"]), dueInLine(due, clock));
}

/** The line with this priority at its end, in the place of any other. */
export function withPriority({ text, marks }: Line, priority: Priority): string {
  const rest = without(text, marks, ["priority"]);
  return priority === "none" ? rest : append(rest, `!${priority}`);
}

/** The line with one tag more at its end; without a name, with the beginning of one. */
export function withTag({ text }: Pick<Line, "text">, name = ""): string {
  return `${text.trimEnd()} #${name}${name && " "}`.trimStart();
}

/** A due as one would type it: "tomorrow", "on 4 Dec 15:00", "every Friday at 09:00", "no date". */
function dueInLine({ dueDate, dueTime, repeat, repeatFrom }: Due, clock: Context): string {
  // A line reads no time on a day gone by.
  const time = dueTime && (!dueDate || dueDate >= today(clock)) ? ` at ${dueTime}` : "";
  if (repeat) return `${repetition.describe(repeat, clock, repeatFrom).replace(/^E/, "e")}${time}`;
  return dueDate ? `${dayInLine(dueDate, clock)}${time}` : "no date";
}

function dayInLine(day: string, clock: Context): string {
  const date = Temporal.PlainDate.from(day);
  const { day: ofMonth, month, year } = date;
  const away = Temporal.PlainDate.from(today(clock)).until(date).days;
  if (away === 0) return "today";
  if (away === 1) return "tomorrow";
  // Without its year, a day is the next one of that name.
  const rest = away > 0 && away < 300 ? {} : { year };
  return `on ${writeDate({ day: ofMonth, month, ...rest }, clock.locale)}`;
}

function without(text: string, marks: Mark[], kinds: Array<Mark["kind"]>): string {
  const gone = marks.filter(({ kind }) => kinds.includes(kind));
  const rest = gone.reduceRight(
    (rest, { start, end }) => `${rest.slice(0, start).trimEnd()} ${rest.slice(end).trimStart()}`,
    text,
  );
  return gone.length > 0 ? rest.trim() : text.trimEnd();
}

const append = (text: string, words: string) => `${text} ${words}`.trimStart();
