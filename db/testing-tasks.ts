import type { By } from "@/db/record";
import type { AddInput } from "@/db/task-input";
import * as tasks from "@/db/tasks";

export const you: By = { who: "you" };

/** A new task of the user's, with what a test wants to be particular about. */
export async function aTask(userId: string, input: Partial<AddInput> = {}, by: By = you): Promise<tasks.Task> {
  const task = await tasks.add(userId, { title: "Water the ferns", ...input }, by);
  if ("refused" in task) throw new Error(JSON.stringify(task.refused));
  return task;
}
