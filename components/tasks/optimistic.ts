import type { Task } from "@/db/tasks";

/** What a person can set on a task. */
export type Fields = Partial<
  Pick<
    Task,
    "title" | "description" | "priority" | "dueDate" | "dueTime" | "repeat" | "repeatFrom" | "tags" | "position"
  >
>;

/** A write as the list will look once it is done. `at` is when it was made. */
export type Write =
  | { kind: "add"; tasks: Task[] }
  | { kind: "change"; changes: Array<{ id: string; fields: Fields }> }
  | { kind: "complete" | "reopen" | "remove" | "restore"; tasks: Task[]; at: Date };

/** The tasks as they will be after `write`: same order, new ones last. Tasks that it does not touch stay the same objects. */
export function apply(tasks: Task[], write: Write): Task[] {
  switch (write.kind) {
    case "add":
      return [...tasks, ...write.tasks.filter(({ id }) => !tasks.some((task) => task.id === id))];
    case "change": {
      const fields = new Map(write.changes.map((change) => [change.id, change.fields]));
      return tasks.map((task) => (fields.has(task.id) ? { ...task, ...fields.get(task.id) } : task));
    }
    default:
      return tasks.map((task) =>
        progress(write.tasks.some(({ id }) => id === task.id) ? step(task, write) : task, write),
      );
  }
}

/** The tasks that a write is about. */
export function idsOf(write: Write): string[] {
  return write.kind === "change" ? write.changes.map(({ id }) => id) : write.tasks.map(({ id }) => id);
}

/** All of them, in the order in which they were made. */
export function applyAll(tasks: Task[], writes: readonly Write[]): Task[] {
  return writes.reduce(apply, tasks);
}

/** What takes `write` back, as far as the screen is concerned; `before` are the tasks as they were. */
export function inverse(write: Write, before: Task[], at: Date): Write {
  switch (write.kind) {
    case "add":
      return { kind: "remove", tasks: write.tasks, at };
    case "change":
      return { kind: "change", changes: before.flatMap((task) => taken(task, write.changes)) };
    default:
      return { kind: opposites[write.kind], tasks: write.tasks, at };
  }
}

const opposites = { complete: "reopen", reopen: "complete", remove: "restore", restore: "remove" } as const;

type Step = Extract<Write, { at: Date }>;

function step(task: Task, { kind, at }: Step): Task {
  if (kind === "complete") return { ...task, completed: true, completedAt: task.completedAt ?? at };
  if (kind === "reopen") return { ...task, completed: false, completedAt: null };
  return { ...task, deletedAt: kind === "remove" ? at : null };
}

// A parent's "2 of 5" moves with its subtasks.
function progress(parent: Task, write: Step): Task {
  const children = write.tasks.filter(({ parentId }) => parentId === parent.id);
  if (children.length === 0) return parent;
  const { done, total } = children.reduce((sum, child) => count(sum, child, write), parent.subtasks);
  return { ...parent, subtasks: { done, total } };
}

function count({ done, total }: Task["subtasks"], child: Task, { kind }: Step) {
  if (kind === "complete") return { done: done + (child.completed ? 0 : 1), total };
  if (kind === "reopen") return { done: done - (child.completed ? 1 : 0), total };
  const by = kind === "remove" ? -1 : 1;
  return { done: done + (child.completed ? by : 0), total: total + by };
}

function taken(task: Task, changes: Array<{ id: string; fields: Fields }>) {
  const change = changes.find(({ id }) => id === task.id);
  if (!change) return [];
  const entries = Object.keys(change.fields).map((name) => [name, task[name as keyof Fields]]);
  return [{ id: task.id, fields: Object.fromEntries(entries) as Fields }];
}
