import "server-only";
import type { Preview } from "@/assistant/message";
import type { Edit, Row } from "@/assistant/shapes";
import { differences, toRow } from "@/assistant/tools/row";
import type { Turn } from "@/assistant/tools/turn";
import * as tasks from "@/db/tasks";
import { findMany } from "@/db/tasks/find";
import { following } from "@/db/tasks/repeat";
import * as repetition from "@/language/repetition";

type Becomes = (row: Row, task: tasks.Task) => Partial<Row> | Promise<Partial<Row>>;

/** How many pages of the trash are looked through. */
const PAGES = 10;

/**
 * Which of the user's tasks a tool call would change, and into what; undefined for a tool that changes no existing task.
 * Someone else's, deleted and unknown ids are all just missing.
 */
export async function preview(turn: Turn, toolName: string, input: unknown): Promise<Preview | undefined> {
  const plan = plans[toolName];
  if (!plan) return undefined;
  const { ids, becomes, inTrash } = plan(input, turn);
  const there = await (inTrash ? deleted(turn, ids) : findMany(turn.userId, ids));
  const found = new Set(there.map(({ id }) => id));
  const rows = await Promise.all(
    there.map(async (task) => ({ task: toRow(task), becomes: await becomes(toRow(task), task) })),
  );
  return {
    rows: rows.filter(({ becomes }) => Object.keys(becomes).length > 0),
    missing: ids.filter((id) => !found.has(id)),
  };
}

type Plan = (input: unknown, turn: Turn) => { ids: string[]; becomes: Becomes; inTrash?: boolean };

const idsOf = (input: unknown) => [...new Set((input as { ids: string[] }).ids)];

const plans: Partial<Record<string, Plan>> = {
  complete_tasks: (input) => ({ ids: idsOf(input), becomes: (row) => (row.completed ? {} : { completed: true }) }),
  reopen_tasks: (input) => ({ ids: idsOf(input), becomes: (row) => (row.completed ? { completed: false } : {}) }),
  delete_tasks: (input) => ({ ids: idsOf(input), becomes: () => ({ deleted: true }) }),
  restore_tasks: (input) => ({ ids: idsOf(input), becomes: () => ({ deleted: false }), inTrash: true }),
  change_tasks: (input) => {
    const edits = merged((input as { tasks: Edit[] }).tasks);
    return { ids: [...edits.keys()], becomes: (row, task) => changed(row, edits.get(row.id), task) };
  },
  skip_tasks: (input, { userId }) => ({
    ids: idsOf(input),
    becomes: async (row, task) => {
      const next = row.completed ? undefined : await following(userId, task, "skipped");
      return next ? differences({ ...row, dueDate: next.dueDate, repeat: next.repeat }, row) : {};
    },
  }),
};

/** One edit for each task, in the order of their first mention; of two for the same field, the later. */
export function merged(edits: Edit[]): Map<string, Edit> {
  const byId = new Map<string, Edit>();
  for (const edit of edits) byId.set(edit.id, { ...byId.get(edit.id), ...edit });
  return byId;
}

/** The fields that an edit would make different. */
function changed(row: Row, edit: Edit | undefined, task: tasks.Task): Partial<Row> {
  if (!edit) return {};
  const { id: _, tags: __, addTags: ___, removeTags: ____, ...fields } = edit;
  const given = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
  const cleared = edit.dueDate === null ? { dueTime: null, repeat: null } : {};
  const shifted = edit.scope === "following" ? shift(task, edit) : {};
  return differences(
    { ...row, ...given, ...cleared, ...shifted, tags: dressed(row, tagsAfter(row, edit) ?? names(row)) },
    row,
  );
}

function shift(task: tasks.Task, { dueDate, repeat }: Edit): { repeat?: string } {
  const present = repetition.occurrence(task);
  if (!present || !dueDate || repeat !== undefined) return {};
  const rule = repetition.shift(present.rule, { from: present.start, to: dueDate });
  return rule ? { repeat: rule } : {};
}

/** The names of the tags that a task would have, or undefined when the edit leaves them alone. */
export function tagsAfter(row: Row, { tags, addTags = [], removeTags = [] }: Edit): string[] | undefined {
  if (!tags && addTags.length === 0 && removeTags.length === 0) return undefined;
  const gone = new Set(removeTags.map(key));
  const all = [...(tags ?? names(row)), ...addTags].filter((name) => !gone.has(key(name)));
  return [...new Map(all.map((name) => [key(name), name])).values()];
}

const key = (name: string) => name.toLowerCase();
const names = (row: Row) => row.tags.map(({ name }) => name);

/** Tags by their names; one that the task does not have yet has no id or colour to show. */
function dressed(row: Row, wanted: string[]): Row["tags"] {
  const known = row.tags.filter(({ name }) => wanted.some((each) => key(each) === key(name)));
  const unknown = wanted.filter((each) => !row.tags.some(({ name }) => key(name) === key(each)));
  return [...known, ...unknown.map((name) => ({ id: "", name, color: "" }))];
}

async function deleted(turn: Turn, ids: string[]): Promise<tasks.Task[]> {
  const wanted = new Set(ids);
  const hits: tasks.Task[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < PAGES && hits.length < ids.length; page += 1) {
    const trash = await tasks.list(turn.userId, { view: "trash", limit: 200, ...(cursor && { cursor }) });
    hits.push(...trash.items.filter(({ id }) => wanted.has(id)));
    cursor = trash.nextCursor ?? undefined;
    if (!cursor) break;
  }
  return hits;
}
