import { Temporal } from "temporal-polyfill";
import { db } from "@/db/client";
import type { Refused } from "@/db/fields";
import type { By } from "@/db/record";
import type { SkipInput } from "@/db/task-input";
import { write } from "@/db/tasks/change";
import { lockFamilies } from "@/db/tasks/lock";
import { carry } from "@/db/tasks/parts";
import { following } from "@/db/tasks/repeat";
import { revive, type Task, type TaskSnapshot } from "@/db/tasks/row";

/**
 * Leaves this occurrence of a repeating task out: the task itself goes on to the next one, its subtasks with it, open again. One that
 * has gone on from `dueDate` already stays as it is.
 * @returns the task as it is now; undefined when it is not there; refused when it is done, does not repeat, or has no next one.
 */
export async function skip(userId: string, { id, dueDate }: SkipInput, by: By): Promise<Task | Refused | undefined> {
  return db.transaction(async (tx) => {
    const family = await lockFamilies(userId, [id], tx);
    const task = family.find((one) => one.id === id);
    if (!task || task.deletedAt !== null) return undefined;
    if (dueDate && task.dueDate !== dueDate) return revive(task);
    if (task.completedAt !== null) return refused("It is done already: the next one is a task of its own.");
    if (!task.repeat) return refused("This task doesn’t repeat, so there’s no next one to skip to.");
    const next = await following(userId, task, "skipped", tx);
    if (!next)
      return refused("This is the last one, so there’s no next one to skip to. Complete or delete it instead.");
    const parts = await carry(userId, { id, days: daysBetween(task, next) }, tx);
    const columns = { due_date: next.dueDate, repeat: next.repeat, repeat_start: next.repeatStart };
    const outcome = await write(userId, { ids: [id], columns, parts }, by, tx);
    return "tasks" in outcome ? outcome.tasks[0] : undefined;
  });
}

type Due = Pick<TaskSnapshot, "dueDate">;

function daysBetween(from: Due, to: Due): number {
  if (!from.dueDate || !to.dueDate) return 0;
  return Temporal.PlainDate.from(from.dueDate).until(to.dueDate, { largestUnit: "day" }).days;
}

const refused = (message: string): Refused => ({ refused: [{ path: "repeat", message }] });
