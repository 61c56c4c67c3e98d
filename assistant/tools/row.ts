import { type Row, row } from "@/assistant/shapes";
import type { Task, TaskSnapshot } from "@/db/tasks/row";

/** A task, or the record of one, as the tools answer it: JSON, and nothing that only the database needs. */
export function toRow(task: Task | TaskSnapshot): Row {
  const { completedAt, deletedAt, ...rest } = task;
  return row.parse({
    ...rest,
    completedAt: completedAt === null ? null : new Date(completedAt).toISOString(),
    deleted: deletedAt !== null,
  });
}

/** Those fields of `before` that are different in `after`. */
export function differences(before: Row, after: Row): Partial<Row> {
  const keys = row.keyof().options.filter((key) => key !== "version" && key !== "completedAt");
  return Object.fromEntries(
    keys.flatMap((key) => (JSON.stringify(before[key]) === JSON.stringify(after[key]) ? [] : [[key, before[key]]])),
  );
}
