import { z } from "zod";
import { decode, type Order } from "@/db/cursor";
import { day, id, limit, line, many, one, prose, time, version } from "@/db/fields";
import { isPosition } from "@/db/position";
import { name as tagName } from "@/db/tag-input";
import * as repetition from "@/language/repetition";
import { nameKey } from "@/language/text";

export { many as manyInput, one as oneInput };

export const priority = z.enum(["none", "low", "medium", "high"]);

/** An RFC 5545 RRULE without DTSTART, put into its canonical form. */
const repeat = z
  .string()
  .max(500, "Keep the rule to 500 characters.")
  .refine(
    (rule) => repetition.parse(rule) !== null,
    "Enter the repeat as an RFC 5545 rule, such as FREQ=WEEKLY;BYDAY=MO.",
  )
  .overwrite((rule) => repetition.parse(rule) ?? rule);

export const MOST_TAGS = 20;
export const TOO_MANY_TAGS = "A task can have at most 20 tags.";

/** Names of tags, each once; those that do not exist yet are made. */
const tagNames = z
  .array(tagName)
  .max(100)
  .overwrite((names) => {
    const keys = names.map(nameKey);
    return names.filter((_, at) => keys.indexOf(keys[at] ?? "") === at);
  })
  .refine((names) => names.length <= MOST_TAGS, TOO_MANY_TAGS);

const details = {
  description: prose(1000).nullable().optional(),
  priority: priority.optional(),
  dueDate: day.nullable().optional(),
  dueTime: time.nullable().optional(),
  repeat: repeat.nullable().optional(),
  repeatFrom: z.enum(["due", "completion"]).optional(),
  parentId: id.nullable().optional(),
  tags: tagNames.optional(),
};

type Due = { dueDate?: string | null; dueTime?: string | null; repeat?: string | null };
const timeNeedsDay = { path: ["dueTime"], message: "A time needs a date." };
const repeatNeedsDay = { path: ["repeat"], message: "A repeat needs a date." };

/** A new task. With `repeat` but no `dueDate`, the first day of the repetition from today on becomes the due day. */
export const addInput = z
  .strictObject({ title: line(200), ...details })
  .refine(({ dueDate, dueTime, repeat }: Due) => !dueTime || dueDate || repeat, timeNeedsDay)
  .refine(({ dueDate, repeat }: Due) => !repeat || dueDate !== null, repeatNeedsDay);

const tagIds = z.array(id).max(MOST_TAGS, TOO_MANY_TAGS);

/** A new task from a list that knows its tags: those that exist go by id, and `tags` names only new ones. */
const listedTask = addInput
  .safeExtend({ tagIds: tagIds.optional(), completed: z.boolean().optional() })
  .refine(({ tags = [], tagIds = [] }) => tags.length + tagIds.length <= MOST_TAGS, {
    path: ["tagIds"],
    message: TOO_MANY_TAGS,
  });

const tooMany = "Add at most 500 tasks at once.";

/** New tasks, each with the subtasks that it starts with; 500 in all. */
export const addManyInput = z
  .strictObject({
    tasks: z
      .array(listedTask.safeExtend({ subtasks: z.array(listedTask).max(500, tooMany).optional() }))
      .min(1)
      .max(500, tooMany),
  })
  .refine(({ tasks }) => tasks.every(({ parentId, subtasks = [] }) => !parentId || subtasks.length === 0), {
    path: ["tasks"],
    message: "A subtask can’t have subtasks.",
  })
  .refine(({ tasks }) => tasks.reduce((sum, { subtasks = [] }) => sum + 1 + subtasks.length, 0) <= 500, {
    path: ["tasks"],
    message: tooMany,
  });

/** What can be changed, as it shall be; what is left out stays. Taking the day away takes time and repetition with it. */
const patch = { title: line(200).optional(), ...details };
const position = z.string().max(500).refine(isPosition, "This isn’t a valid position.");
const whole = <T extends z.ZodType<Due>>(schema: T) =>
  schema
    .refine(({ dueDate, dueTime }) => !dueTime || dueDate !== null, timeNeedsDay)
    .refine(({ dueDate, repeat }) => !repeat || dueDate !== null, repeatNeedsDay);

/**
 * `version` is the one that the caller read: when it is no longer the present one, nothing is written. `scope` is how far a new due
 * day of a repeating task goes: this one only, unless all that follow are said to move along.
 */
export const changeInput = whole(
  z.strictObject({
    id,
    version: version.optional(),
    ...patch,
    position: position.optional(),
    scope: z.enum(["one", "following"]).optional(),
  }),
);

/**
 * A change from a list that may be out of date: tags as what is added and removed, so that another tab's tags stay. Tags that exist go
 * by id, and `addTags` names only new ones.
 */
export const changeOneInput = changeInput
  .safeExtend({ addTags: tagNames.optional(), addTagIds: tagIds.optional(), removeTagIds: tagIds.optional() })
  .refine(({ tags, addTags, addTagIds, removeTagIds }) => !tags || !(addTags ?? addTagIds ?? removeTagIds), {
    path: ["tags"],
    message: "Send either all tags, or the ones to add and remove.",
  });

/** The same change for several tasks. */
export const changeManyInput = whole(z.strictObject({ ...many.shape, ...patch }));

/** The tasks that stand first in the order by hand from now on, in this order. */
export const reorderInput = z.strictObject({ ids: z.array(id).min(1).max(2000) });

/** To which day what is due before it moves; only with a tag, or only what is no subtask, where that is said. */
export const moveOverdueInput = z.strictObject({
  dueDate: day,
  tag: id.optional(),
  parent: z.literal("none").optional(),
});

/** `dueDate` names the occurrence that is meant: a task that has gone on from it is not skipped again. */
export const skipInput = z.strictObject({ id, dueDate: day.optional() });

/** How many of the days to come are wanted; a string comes from an address. */
export const occurrencesInput = z.strictObject({ limit: z.coerce.number().int().min(1).max(50).default(5) });

const sort = z.enum(["due", "priority", "created", "position"]);
export const view = z.enum(["today", "upcoming", "no-date", "open", "completed", "trash", "all"]);
type View = z.infer<typeof view>;
type Sort = z.infer<typeof sort>;

/**
 * A page of tasks. `parent` keeps to the subtasks of one task, or with "none" to tasks that are no subtask. `q` is looked for in
 * title and description whatever the case; one or two letters, where a word begins. Completed tasks and the trash come newest first
 * whatever `sort` says.
 */
export const listInput = z
  .strictObject({
    view: view.default("open"),
    tag: id.optional(),
    parent: z.union([z.literal("none"), id]).optional(),
    q: prose(200).optional(),
    sort: sort.optional(),
    cursor: z.string().max(2000).optional(),
    limit,
  })
  .refine(({ cursor, ...page }) => cursor === undefined || decode(orderOf(page), cursor), {
    path: ["cursor"],
    message: "This cursor isn’t from this list.",
  });

/** A description of tasks: those that fit it in every point. The days are inclusive; `q` are words, each in title or description. */
export const matchInput = z.strictObject({
  q: prose(200).optional(),
  view: z.enum([...view.options, "overdue"]).default("open"),
  tag: tagName.optional(),
  priority: priority.optional(),
  dueFrom: day.optional(),
  dueTo: day.optional(),
  parentId: id.optional(),
});

/** How the rows of a view stand, unless `sort` says otherwise. */
export function orderOf({ view = "open", sort }: { view?: View | "overdue"; sort?: Sort }): Order {
  if (view === "completed") return "completed";
  if (view === "trash") return "deleted";
  return sort ?? (view === "all" ? "position" : "due");
}

export type AddInput = z.input<typeof addInput>;
export type AddManyInput = z.input<typeof addManyInput>;
export type ChangeInput = z.input<typeof changeInput>;
export type ChangeOneInput = z.input<typeof changeOneInput>;
export type SkipInput = z.input<typeof skipInput>;
export type OccurrencesInput = { id: string } & Partial<z.output<typeof occurrencesInput>>;
export type ChangeManyInput = z.input<typeof changeManyInput>;
