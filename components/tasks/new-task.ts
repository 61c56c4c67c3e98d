import { newId } from "@/components/shell/new-id";
import type { Fields } from "@/components/tasks/optimistic";
import type { Task } from "@/db/tasks";

/** A new task, as `tasks.add` takes it, with its tags as rows. */
export type NewTask = Pick<Task, "title"> & Fields & { parentId?: string | undefined; completed?: boolean };

/** One with its subtasks, as `tasks.addMany` takes it. */
export type NewTasks = NewTask & { subtasks?: NewTask[] };

/** The lines of a list as tasks: a deeper one becomes a subtask of the last one above it that is not. */
export function nested(lines: Array<{ depth: number; task: NewTask }>): NewTasks[] {
  const tops: Array<NewTask & { subtasks: NewTask[] }> = [];
  for (const { depth, task } of lines) {
    const above = depth > 0 && tops.at(-1);
    if (above) above.subtasks.push(task);
    else tops.push({ ...task, subtasks: [] });
  }
  return tops;
}

/** Where each of these lines stands in what `nested` makes of them, as a refusal names it: "tasks.1", "tasks.1.subtasks.0". */
export function placesOf(lines: Array<{ depth: number }>): string[] {
  let top = -1;
  let part = 0;
  return lines.map(({ depth }) => {
    if (depth > 0 && top >= 0) return `tasks.${top}.subtasks.${part++}`;
    top++;
    part = 0;
    return `tasks.${top}`;
  });
}

/** How new tasks look until the server knows them, in the order in which it will answer with them. */
export function draftsOf({ subtasks = [], ...wanted }: NewTasks): Task[] {
  const draft = { ...draftOf(wanted), subtasks: { done: 0, total: subtasks.length } };
  return [draft, ...subtasks.map((subtask) => draftOf({ ...subtask, parentId: draft.id }))];
}

/** How a new task looks until the server knows it. */
export function draftOf(wanted: NewTask): Task {
  const now = new Date();
  return {
    id: newId(),
    description: null,
    priority: "none",
    dueDate: null,
    dueTime: null,
    repeat: null,
    repeatFrom: "due",
    repeatStart: null,
    parentId: null,
    position: "~",
    tags: [],
    completed: false,
    completedAt: null,
    deletedAt: null,
    createdAt: now,
    updatedAt: now,
    subtasks: { done: 0, total: 0 },
    version: 0,
    ...wanted,
  };
}
