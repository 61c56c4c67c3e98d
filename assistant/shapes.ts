import { z } from "zod";

/**
 * What goes into the assistant's tools and what comes out: JSON only, for it travels to the model, the browser and the
 * database. No shape has room for a user's id; tools take that from the session.
 */

const id = z.uuid().describe("A task's id, as another tool answered it. Never invent one.");
const day = z.iso.date().describe("YYYY-MM-DD, in the user's time zone");
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "HH:MM");
const title = z.string().trim().min(1).max(200);
const description = z.string().max(1000).nullable().describe("Notes; null for none");
const dueTime = time.nullable().describe("HH:MM in the user's time zone; needs a due date; null for the whole day");
const repeat = z
  .string()
  .max(500)
  .nullable()
  .describe("An RFC 5545 RRULE without DTSTART; needs a due date; null: once");
const repeatFrom = z.enum(["due", "completion"]).describe("What the next occurrence is counted from");
const priority = z.enum(["none", "low", "medium", "high"]);
const tagName = z.string().trim().min(1).max(50);
const tagNames = z.array(tagName).max(20);
const most = 50;

export const findInput = z.object({
  q: z.string().max(200).optional().describe("Words in the title or the notes. Leave out to list everything"),
  view: z
    .enum(["today", "overdue", "upcoming", "open", "completed", "trash", "all"])
    .default("open")
    .describe("today: open, due today or overdue. upcoming: open, due later. all: open and completed"),
  tag: tagName.optional().describe("A tag's name"),
  priority: priority.optional(),
  dueFrom: day.optional(),
  dueTo: day.optional().describe("Inclusive"),
  parentId: id.optional().describe("Only the subtasks of this task"),
  limit: z.int().min(1).max(most).default(20),
});

const newTask = z.object({
  title,
  description: description.optional(),
  dueDate: day.nullable().optional(),
  dueTime: dueTime.optional(),
  repeat: repeat.optional(),
  repeatFrom: repeatFrom.optional(),
  priority: priority.optional(),
  tags: tagNames.optional().describe("Names; unknown ones are created"),
  parentId: z.uuid().nullable().optional().describe("The task that this one is a subtask of"),
});

const edit = newTask.partial().extend({
  id,
  tags: tagNames.optional().describe("Replaces all tags of the task"),
  addTags: tagNames.optional(),
  removeTags: tagNames.optional(),
});

export const addInput = z.object({ tasks: z.array(newTask).min(1).max(most) });
export const changeInput = z.object({ tasks: z.array(edit).min(1).max(most).describe("Only the fields that change") });
export const idsInput = z.object({ ids: z.array(id).min(1).max(most) });
export const tagsInput = z.object({});
export const changeTagInput = z.object({
  id: z.uuid(),
  name: tagName.optional(),
  color: z
    .string()
    .regex(/^#[0-9A-Fa-f]{6}$/, "#RRGGBB")
    .optional(),
});
export const undoInput = z.object({});

/** A task as the tools answer it and the browser shows it. */
export const row = z.object({
  id: z.string(),
  title: z.string(),
  description: z.string().nullable(),
  dueDate: z.string().nullable(),
  dueTime: z.string().nullable(),
  repeat: z.string().nullable(),
  repeatFrom,
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
  id: z.string().describe("As it was asked for; of a new task, its title"),
  reason: z.string(),
});

export const found = z.object({ tasks: z.array(row), more: z.boolean() });

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
  done: z.array(z.object({ tag, was: tag.partial(), changeId: z.string().nullable() })),
  failed: z.array(failed),
});

export const undone = z.object({
  /** What was taken back, as it was recorded. */
  undone: z.array(
    z.object({ changeId: z.string(), what: z.string(), noun: z.string(), id: z.string(), title: z.string() }),
  ),
  /** What stands in the way, in words; null when it worked or there was nothing to undo. */
  conflict: z.string().nullable(),
});

export type Row = z.infer<typeof row>;
export type Written = z.infer<typeof written>;
