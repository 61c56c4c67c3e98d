import { newId } from "@/components/shell/new-id";
import type { Fields } from "@/components/tasks/optimistic";
import type { Task } from "@/db/tasks";

/** A new task, as `tasks.add` takes it, with its tags as rows. */
export type NewTask = Pick<Task, "title"> & Fields & { parentId?: string | undefined };

/** What a door takes: tags by their names. */
export function inputOf<Given extends Fields>({ tags, ...fields }: Given) {
  return tags ? { ...fields, tags: tags.map(({ name }) => name) } : fields;
}

/** How a new task looks until the server knows it; nothing can be done to it before. */
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
