import type { Context } from "./calendar";
import * as quickAdd from "./quick-add";
import { isBlank, lengthOf } from "./text";

/** An entry of a pasted list, the task that it reads as, and why that would be refused. */
export type PastedTask = ReturnType<typeof quickAdd.lines>[number] & {
  task: quickAdd.QuickAdd;
  problem: string | undefined;
};

/** Reads each entry of a pasted list as a task. It drops and cuts none: one that would be refused says why. */
export function readPasted(text: string, context: Context, options: { tags?: string[] } = {}): PastedTask[] {
  return quickAdd.lines(text).map((line) => {
    const task = quickAdd.read(line.text, context, options);
    return { ...line, task, problem: problemOf(task) };
  });
}

// What `addInput` of db/task-input.ts refuses.
function problemOf({ title, tags }: quickAdd.QuickAdd): string | undefined {
  if (isBlank(title)) return "Write at least one visible character.";
  if (lengthOf(title) > 200) return "Keep it to 200 characters.";
  return tags.length > 20 ? "A task has at most 20 tags." : undefined;
}
