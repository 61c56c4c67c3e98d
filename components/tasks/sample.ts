import { draftOf } from "@/components/tasks/new-task";
import type { Task } from "@/db/tasks";

const made = new Date("2026-11-01T08:00:00Z");

/** A task for tests: saved, open, untagged and without a date, except for what is given. */
export function sample(fields: Partial<Task> = {}): Task {
  const saved = { id: "sample", position: "a0", version: 1, createdAt: made, updatedAt: made };
  return { ...draftOf({ title: "A task" }), ...saved, ...fields };
}
