import type { Row } from "@/assistant/shapes";
import { priorities } from "@/components/tasks/sections";
import { type Context, describeDay, today } from "@/language/calendar";
import { describe } from "@/language/repetition";

/** One field as it was and as it is, in words; null where there is nothing worth saying. */
export type Edit = { field: Field; from: string | null; to: string | null };
export type Field = "title" | "due" | "repeat" | "priority" | "tags" | "notes" | "parent" | "state" | "color";

/** Titles of tasks, by id. */
export type Titles = ReadonlyMap<string, string>;

export type Sides = { was: Partial<Row>; is: Row };

/** Those fields of `was` that are different in `is`. */
export function differing(was: Partial<Row>, is: Row): Partial<Row> {
  const kept = Object.entries(was).filter(
    ([key, value]) => JSON.stringify(value) !== JSON.stringify(is[key as keyof Row]),
  );
  return Object.fromEntries(kept);
}

/**
 * What is different between a task as it was (`was` has only the fields that differ) and as it is, field by field.
 * @param titles of the tasks that it was or is a subtask of, by id.
 */
export function edits(sides: Sides, clock: Context, titles: Titles = new Map()): Edit[] {
  const { was, is } = sides;
  const found: Array<Edit | false> = [
    was.title !== undefined && { field: "title", from: was.title, to: null },
    (was.dueDate !== undefined || was.dueTime !== undefined) && dueEdit(sides, clock),
    (was.repeat !== undefined || (was.repeatFrom !== undefined && is.repeat !== null)) && repeatEdit(sides, clock),
    was.priority !== undefined && {
      field: "priority",
      from: was.priority === "none" ? null : priorities[was.priority],
      to: priorities[is.priority],
    },
    was.tags !== undefined && tagEdit(was.tags, is.tags),
    was.description !== undefined && { field: "notes", from: null, to: is.description ? "Notes" : "No notes" },
    was.parentId !== undefined && {
      field: "parent",
      from: subtask(titles.get(was.parentId ?? "")),
      to: subtask(titles.get(is.parentId ?? "")) ?? (is.parentId ? "Subtask" : "Not a subtask"),
    },
  ];
  return found.filter((edit) => edit !== false);
}

/** When a task is due, in the fewest words: "17:00" today, "Mon 23", "Mon 23, 17:00"; null without a date. */
export function due(
  { dueDate, dueTime }: Pick<Row, "dueDate" | "dueTime">,
  clock: Context,
  describe = describeDay,
): string | null {
  if (!dueDate) return null;
  if (!dueTime) return describe(dueDate, clock);
  return dueDate === today(clock) ? dueTime : `${describe(dueDate, clock)}, ${dueTime}`;
}

function dueEdit({ was, is }: Sides, clock: Context): Edit {
  const before = { dueDate: is.dueDate, dueTime: is.dueTime, ...pick(was) };
  if (before.dueDate === is.dueDate) return { field: "due", from: before.dueTime, to: is.dueTime ?? "No time" };
  const [from, to] =
    before.dueTime === is.dueTime ? [day(before, clock), day(is, clock)] : [due(before, clock), due(is, clock)];
  return { field: "due", from, to: to ?? "No date" };
}

function pick({ dueDate, dueTime }: Partial<Row>) {
  return { ...(dueDate !== undefined && { dueDate }), ...(dueTime !== undefined && { dueTime }) };
}

function day({ dueDate }: { dueDate: string | null }, clock: Context) {
  return dueDate ? describeDay(dueDate, clock) : null;
}

function repeatEdit({ was, is }: Sides, clock: Context): Edit {
  return { field: "repeat", from: repeat({ ...is, ...was }, clock), to: repeat(is, clock) ?? "No repeat" };
}

function repeat({ repeat, repeatFrom }: Pick<Row, "repeat" | "repeatFrom">, clock: Context) {
  return repeat ? describe(repeat, clock, repeatFrom) : null;
}

const subtask = (parent: string | undefined) => (parent === undefined ? null : `Subtask of ${parent}`);

function tagEdit(was: Row["tags"], is: Row["tags"]): Edit {
  const names = (tags: Row["tags"], without: Row["tags"]) =>
    tags.flatMap(({ id, name }) => (without.some((tag) => tag.id === id) ? [] : [`#${name}`])).join(" ") || null;
  return { field: "tags", from: names(was, is), to: names(is, was) };
}
