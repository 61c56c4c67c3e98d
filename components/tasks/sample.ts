import type { Task } from "@/db/tasks";

/** A task for tests: open, untagged and without a date, except for what is given. */
export function sample(fields: Partial<Task> = {}): Task {
  const made = new Date("2026-11-01T08:00:00Z");
  return {
    id: "sample",
    title: "A task",
    description: null,
    priority: "none",
    dueDate: null,
    dueTime: null,
    repeat: null,
    repeatFrom: "due",
    repeatStart: null,
    completed: false,
    completedAt: null,
    parentId: null,
    position: "a0",
    tags: [],
    subtasks: { done: 0, total: 0 },
    version: 1,
    createdAt: made,
    updatedAt: made,
    deletedAt: null,
    ...fields,
  };
}
