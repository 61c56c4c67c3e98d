import type { TaskSnapshot } from "@/db/tasks/row";

const fields = [
  "title",
  "description",
  "priority",
  "position",
  "parentId",
  "dueDate",
  "dueTime",
  "repeat",
  "repeatFrom",
  "repeatStart",
  "completedAt",
  "deletedAt",
  "tags",
] as const;

export type Field = (typeof fields)[number];

/** In which fields two states of a task differ, as a person would see it: when it went to the trash makes no difference. */
export function differences(a: TaskSnapshot, b: TaskSnapshot): Field[] {
  return fields.filter((field) => essence(a, field) !== essence(b, field));
}

function essence(task: TaskSnapshot, field: Field): unknown {
  if (field === "deletedAt") return task.deletedAt !== null;
  if (field === "tags")
    return task.tags
      .map(({ id }) => id)
      .sort()
      .join();
  return task[field];
}
