import { z } from "zod";
import * as fields from "@/db/fields";
import { listInput as listTags, name as tagName } from "@/db/tag-input";
import { addInput as addTask, changeInput as changeTask, matchInput, priority } from "@/db/task-input";

/**
 * What goes into the assistant's tools and what comes out: JSON only, for it travels to the model, the browser and the
 * database. No shape has room for a user's id; tools take that from the session.
 */

const id = fields.id.describe("A task's id, as another tool returned it. Never invent one.");
const dueTime = addTask.shape.dueTime.describe(
  "HH:MM in the user's time zone; needs a due date; null for the whole day",
);
const repeat = addTask.shape.repeat.describe("An RFC 5545 RRULE without DTSTART; null: once");

const newTask = addTask.safeExtend({
  description: addTask.shape.description.describe("Notes"),
  dueDate: addTask.shape.dueDate.describe("YYYY-MM-DD in the user's time zone"),
  dueTime,
  repeat,
  repeatFrom: addTask.shape.repeatFrom.describe("What the next occurrence is counted from; defaults to due"),
  parentId: addTask.shape.parentId.describe("The parent task"),
  tags: addTask.shape.tags.describe("Names; unknown ones are created"),
});

const { version: _, position: __, ...editable } = changeTask.shape;
const edit = z.strictObject({
  ...editable,
  id,
  dueDate: editable.dueDate.describe("YYYY-MM-DD in the user's time zone; null removes the time and repeat too"),
  dueTime,
  repeat,
  tags: editable.tags.describe("Replaces all tags of the task"),
  scope: editable.scope.describe(
    "For a new dueDate on a repeating task: one (default) moves just this occurrence, following moves it and all later ones",
  ),
  addTags: editable.tags,
  removeTags: editable.tags,
});

/** Which tasks are meant, where they are not named one by one. */
const filter = matchInput.safeExtend({
  q: matchInput.shape.q.describe("Words in the title or notes. Omit to match everything"),
  view: matchInput.shape.view.describe(
    "today: open, due today or overdue. upcoming: open, due later. all: open and completed",
  ),
  tag: matchInput.shape.tag.describe("A tag's name"),
  dueTo: matchInput.shape.dueTo.describe("Inclusive"),
  parentId: matchInput.shape.parentId.describe("Only subtasks of this task"),
});
const instead = filter.optional().describe("Instead of ids: every task that find_tasks would find, however many");

export const findInput = filter.safeExtend({
  limit: z.int().min(1).max(500).default(20),
  from: z
    .int()
    .min(0)
    .max(fields.MOST_ROWS)
    .optional()
    .describe("How many to skip, to continue where the last call ended"),
});

/** Just one of these keys must be there. */
const either = (...keys: string[]) => ({
  check: (input: object) => keys.filter((key) => Object.hasOwn(input, key)).length === 1,
  message: `Give either ${keys.join(" or ")}.`,
});
const byIds = either("ids", "filter");
const byTasks = either("tasks", "filter");

export const addInput = z.strictObject({ tasks: z.array(newTask).min(1).max(200) });
export const changeInput = z
  .strictObject({
    tasks: z.array(edit).min(1).max(fields.MOST_ROWS).optional().describe("Only the fields that change"),
    filter: instead,
    change: edit.omit({ id: true }).optional().describe("With filter: the same change for all of them"),
  })
  .refine(byTasks.check, byTasks.message)
  .refine(({ filter, change }) => (filter === undefined) === (change === undefined), "A filter needs a change.");
export const idsInput = z
  .strictObject({ ids: z.array(id).min(1).max(fields.MOST_ROWS).optional(), filter: instead })
  .refine(byIds.check, byIds.message);
export const tagsInput = z.strictObject({
  view: listTags.shape.view.describe("trash: deleted tags. Omit for the others"),
});
export const changeTagInput = z.strictObject({
  id: fields.id,
  name: tagName.optional(),
  color: fields.color.optional(),
});
export const restoreTagInput = z.strictObject({
  id: fields.id,
  name: tagName.optional().describe("Another name, if its own is now taken"),
});
export const undoInput = z.strictObject({});

/** A task as the tools answer it and the browser shows it. */
export const row = z.object({
  id: z.string(),
  title: z.string(),
  description: z.string().nullable(),
  dueDate: z.string().nullable(),
  dueTime: z.string().nullable(),
  repeat: z.string().nullable(),
  repeatFrom: z.enum(["due", "completion"]),
  priority,
  tags: z.array(z.object({ id: z.string(), name: z.string(), color: z.string() })),
  completed: z.boolean(),
  completedAt: z.string().nullable(),
  parentId: z.string().nullable(),
  subtasks: z.object({ done: z.number(), total: z.number() }),
  deleted: z.boolean(),
  version: z.number(),
});

const failed = z.object({
  id: z.string().describe("As requested; for a new task, its title"),
  reason: z.string(),
  /** The user left it out of what was asked about. */
  struck: z.literal(true).optional(),
});

export const found = z.object({
  tasks: z.array(row),
  more: z.boolean(),
  /** How many there are, also those that are not among these. Absent from what was stored before it was counted. */
  total: z.number().optional(),
});

/** What a write did, task by task. */
export const written = z.object({
  done: z.array(
    z.object({
      /** After the write. */
      task: row,
      /** The fields that are different now, as they were; empty for a new task. */
      was: row.partial(),
      /** The record that undo takes; null where nothing had to change. */
      changeId: z.string().nullable(),
      /** The next occurrence that completing a repeating task made. */
      next: row.nullable(),
    }),
  ),
  failed: z.array(failed),
});

const tag = z.object({ id: z.string(), name: z.string(), color: z.string(), taskCount: z.number() });

export const tagsFound = z.object({ tags: z.array(tag) });
export const tagWritten = z.object({
  done: z.array(
    z.object({ tag, was: tag.extend({ deleted: z.literal(true) }).partial(), changeId: z.string().nullable() }),
  ),
  failed: z.array(failed),
});

export const undone = z.object({
  /** What was taken back, as it was recorded. */
  undone: z.array(
    z.object({ changeId: z.string(), what: z.string(), noun: z.string(), id: z.string(), title: z.string() }),
  ),
  /** What stands in the way, in words; null when it worked or there was nothing to undo. */
  conflict: z.string().nullable(),
  failed: z.array(failed).optional(),
});

export type Row = z.infer<typeof row>;
export type Edit = z.output<typeof edit>;
export type NewTask = z.output<typeof newTask>;
export type Find = z.output<typeof findInput>;
export type Filter = z.output<typeof filter>;
export type Add = z.output<typeof addInput>;
export type Change = z.output<typeof changeInput>;
export type Ids = z.output<typeof idsInput>;
export type ChangeTag = z.output<typeof changeTagInput>;
export type RestoreTag = z.output<typeof restoreTagInput>;
export type Written = z.infer<typeof written>;
export type TagWritten = z.infer<typeof tagWritten>;
export type Undone = z.infer<typeof undone>;
