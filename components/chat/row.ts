import type { Row } from "@/assistant/shapes";
import type { Task } from "@/db/tasks";

/** A task as a tool answered it, as the list's own components and writes know it. What a tool does not tell is left at its plainest. */
export function asTask({ deleted, completedAt, ...row }: Row): Task {
  return {
    ...row,
    completedAt: completedAt === null ? null : new Date(completedAt),
    deletedAt: deleted ? new Date(0) : null,
    createdAt: new Date(0),
    updatedAt: new Date(0),
    repeatStart: null,
    position: "",
  };
}
