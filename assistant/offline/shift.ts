import { Temporal } from "temporal-polyfill";
import { type Context, today } from "@/language/calendar";
import { type Clause, written } from "./clause";
import type { Row } from "./results";
import type { Stretch } from "./stretch";

/** So much later, or earlier when negative, than a task is now. */
export type Shift = { amount: number; unit: "minute" | "hour" | "day" | "week" | "month"; stretch: Stretch };

const NUMBERS = ["a", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
const PATTERN = new RegExp(
  `(?:^|(?<= ))(?<how>(?:down the (?:road|line|track)|along|by|back|forward|forwards|out|for|up|off|another|ahead)(?: by)?(?: another)? )?(?<amount>${NUMBERS.join("|")}|an|half an|a couple of|\\d{1,3})(?: more)? (?<unit>minute|hour|day|week|month)s?(?<way> (?:later|earlier|sooner|back|forward|before|after|on|ahead))?$`,
);

const BESIDE = / ?(?:to|until|till|for) the (?<unit>day|week) (?<way>after|before)$/;

/** "by two days", "a week later", "back an hour": a move that counts from where the task is. */
export function shiftOf(clause: Clause, command: string): Shift | undefined {
  const beside = BESIDE.exec(clause.plain);
  if (beside?.groups) {
    const amount = beside.groups.way === "after" ? 1 : -1;
    const unit = beside.groups.unit === "week" ? "week" : "day";
    return { amount, unit, stretch: written(clause, beside.index, clause.plain.length) };
  }
  const match = PATTERN.exec(clause.plain);
  if (!match?.groups || !(match.groups.how || match.groups.way)) return undefined;
  const { amount = "", unit = "day", way = "" } = match.groups;
  const number = /half/.test(amount)
    ? 30
    : /couple/.test(amount)
      ? 2
      : amount === "an"
        ? 1
        : Math.max(1, NUMBERS.indexOf(amount)) || 1;
  const counted = /^\d/.test(amount) ? Number(amount) : number;
  const earlier =
    /earlier|sooner|before/.test(way) ||
    /^(?:bring|pull|advance)\b/.test(command) ||
    (/\bforward\b/.test(command) && /^(?:bring|pull|move)\b/.test(command));
  return {
    amount: earlier ? -counted : counted,
    unit: /half/.test(amount) ? "minute" : (unit as Shift["unit"]),
    stretch: written(clause, match.index, clause.plain.length),
  };
}

/** A task's due after a shift; one without a due day counts from today. */
export function shifted(row: Row, { amount, unit }: Shift, context: Context): { dueDate: string; dueTime?: string } {
  const day = row.dueDate ?? today(context);
  if (unit === "day" || unit === "week" || unit === "month") {
    return {
      dueDate: Temporal.PlainDate.from(day)
        .add({ [`${unit}s`]: amount })
        .toString(),
    };
  }
  const moment = Temporal.PlainDateTime.from(`${day}T${row.dueTime ?? "09:00"}`).add({ [`${unit}s`]: amount });
  return {
    dueDate: moment.toPlainDate().toString(),
    dueTime: moment.toPlainTime().toString({ smallestUnit: "minute" }),
  };
}
