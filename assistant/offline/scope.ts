import { Temporal } from "temporal-polyfill";
import type { Context } from "@/language/calendar";
import { today } from "@/language/calendar";
import * as repetition from "@/language/repetition";
import { type Clause, read, without, written } from "./clause";
import type { Fields } from "./edit";
import type { Row } from "./results";
import { again, due } from "./words";

/** How far a new day of a repeating task goes. */
export type Scope = "one" | "following";

const LATER = "(?:follow|follows|following|later|future|after (?:it|this|that)|come after|coming)";
const SAID: Array<[Scope, RegExp]> = [
  [
    "following",
    new RegExp(
      `(?:^|(?<= ))(?:, )?(?:(?:and )?from (?:now|then|here|there|this one|today) (?:on|onwards?|forwards?)|going forwards?|permanently|for good|every time|(?:and|with|plus) (?:all|everything|those|the|the ones|the rest|all the)(?: (?:that|which|the|of))* ?${LATER}(?: ones?)?)(?= |$)`,
    ),
  ],
  [
    "one",
    /(?:^|(?<= ))(?:, )?(?:(?:just|only) (?:this|that|the) (?:once|time)|(?:just|only) once|for once|this (?:once|time)(?: only)?|(?<=(?:this|that) one )only|(?:just|only)(?= (?:this|that|the|today|tomorrow) ?))(?= |$)/,
  ],
];

// "to Tuesdays" is every Tuesday.
const WEEKDAYS = /(?<!every )\b((?:mon|tues|wednes|thurs|fri|satur|sun)day)s\b/gi;

/** What a clause says of how far a move goes, and the clause without it. */
export function scopeOf(clause: Clause): { scope?: Scope; clause: Clause } {
  for (const [scope, pattern] of SAID) {
    const match = pattern.exec(clause.plain);
    if (!match) continue;
    const rest = without(clause, [written(clause, match.index, match.index + match[0].length)]);
    return { scope, clause: scope === "following" ? read(rest.text.replace(WEEKDAYS, "every $1")) : rest };
  }
  return { clause };
}

/**
 * The fields of a move that goes for all that follow. "Tuesdays" then is the day of a task that comes weekly already, in the week
 * that it is in, and no rule of its own: what comes every other week keeps doing so.
 */
export function following(fields: Fields, row: Row, context: Context): Fields {
  if (!row.repeat || !row.dueDate || !fields.dueDate) return fields;
  const { repeat, repeatFrom: _, ...rest } = fields;
  if (!repeat) return { ...rest, scope: "following" };
  const isWeekly = /^FREQ=WEEKLY/.test(row.repeat) && !/BYDAY=\w+,/.test(row.repeat);
  if (!isWeekly || !/^FREQ=WEEKLY;BYDAY=[A-Z]{2}$/.test(repeat)) return fields;
  return { ...rest, dueDate: sameWeek(row.dueDate, fields.dueDate, context), scope: "following" };
}

// The weekday of `day` in the week of `due`, or in the next one when that is over.
function sameWeek(due: string, day: string, context: Context): string {
  const from = Temporal.PlainDate.from(due);
  const into = (weekday: number) => (weekday - (context.weekStart ?? 1) + 7) % 7;
  const then = from.add({ days: into(Temporal.PlainDate.from(day).dayOfWeek) - into(from.dayOfWeek) });
  return (then.toString() < today(context) ? then.add({ days: 7 }) : then).toString();
}

/** How far a move went, for the end of its sentence: ", only this one", or with the rule that holds from there on. */
export function howFar(before: Row, after: Row, scope: Scope | undefined, context: Context): string {
  if (!before.repeat || !after.repeat || !after.dueDate || before.dueDate === after.dueDate) return "";
  if (scope !== "following") return before.repeat === after.repeat ? ", only this one" : "";
  const { repeat: rule, dueDate: day } = after;
  const [next] = repetition.coming({ rule, from: "due", start: day, due: day }, today(context), 1);
  const then = next ? `, next ${due({ dueDate: next, dueTime: null }, context)}` : "";
  return ` and all following: ${again(rule, context)}${then}`;
}
