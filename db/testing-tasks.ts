import { eq, sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { By } from "@/db/record";
import { tasks as table } from "@/db/schema/tasks";
import type { AddInput } from "@/db/task-input";
import * as tasks from "@/db/tasks";

export const you: By = { who: "you" };

/** A new task of the user's, with what a test wants to be particular about. */
export async function aTask(userId: string, input: Partial<AddInput> = {}, by: By = you): Promise<tasks.Task> {
  const task = await tasks.add(userId, { title: "Water the ferns", ...input }, by);
  if ("refused" in task) throw new Error(JSON.stringify(task.refused));
  return task;
}

/** Moves the completion of a task so many days into the past. */
export async function completedDaysAgo(id: string, days: number): Promise<void> {
  const completedAt = sql`completed_at - make_interval(days => ${days}::int)`;
  await db.update(table).set({ completedAt }).where(eq(table.id, id));
}
