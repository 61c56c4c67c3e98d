import "server-only";
import type { z } from "zod";
import { db } from "@/db/client";
import type { Refused } from "@/db/fields";
import { insist } from "@/db/insist";
import { type Claimed, made } from "@/db/made";
import type { By } from "@/db/record";
import type {
  AddInput,
  AddManyInput,
  ChangeManyInput,
  ChangeOneInput,
  moveOverdueInput,
  OccurrencesInput,
  reorderInput,
  SkipInput,
} from "@/db/task-input";
import { add as addAll } from "@/db/tasks/add";
import { change as changeAll } from "@/db/tasks/change";
import { complete as completeAll } from "@/db/tasks/complete";
import { find, findMany } from "@/db/tasks/find";
import { moveOverdue as moveAllOverdue } from "@/db/tasks/move-overdue";
import { remove as removeAll } from "@/db/tasks/remove";
import { reopen as reopenAll } from "@/db/tasks/reopen";
import { reorder as reorderAll } from "@/db/tasks/reorder";
import { coming } from "@/db/tasks/repeat";
import { restore as restoreAll } from "@/db/tasks/restore";
import { revive, type Task, type TaskSnapshot } from "@/db/tasks/row";
import { skip as skipOne } from "@/db/tasks/skip";

export { counts } from "@/db/tasks/counts";
export { subtasks, titles } from "@/db/tasks/find";
export { list, trashPage } from "@/db/tasks/list";
export { match } from "@/db/tasks/match";
export type { Task } from "@/db/tasks/row";
export { type Stretch, tally } from "@/db/tasks/tally";
export { find };

type One = { id: string };
type Many = { ids: string[] };

/**
 * Adds a task at the end of the list, making the tags that do not exist yet.
 * @param input its `id`, when a door names one, makes the call repeatable: the second time, nothing is added. So does a turn of the
 * user's own, which is one write: said again, even in the very same moment, it is answered with what it has made.
 * @returns refused when its parent is no living task of the user's or a subtask itself, or its repetition has no day to come.
 */
export async function add(userId: string, input: AddInput & Claimed, by: By): Promise<Task | Refused> {
  return insist(async () => {
    const before = await made<TaskSnapshot>(userId, { noun: "task", id: input.id });
    if (before) return revive(before);
    const added = await addAll(userId, [input], by);
    if ("refused" in added) return added;
    const [task] = added;
    if (!task) throw new Error("A task was neither added nor refused.");
    return task;
  });
}

/**
 * Adds tasks in this order, each followed by its subtasks, all or none; as `add` does. Those that come `completed` are completed as
 * `complete` does it.
 */
export async function addMany(userId: string, { tasks }: AddManyInput, by: By): Promise<Task[] | Refused> {
  const inOrder = tasks.flatMap(({ subtasks = [], ...task }) => {
    return [task, ...subtasks.map((subtask) => ({ ...subtask, parentId: undefined, under: task }))];
  });
  if (!inOrder.some(({ completed }) => completed)) return insist(() => addAll(userId, inOrder, by));
  return insist(() =>
    db.transaction(async (tx) => {
      const added = await addAll(userId, inOrder, by, tx);
      if ("refused" in added) return added;
      const ids = added.flatMap(({ id }, at) => (inOrder[at]?.completed ? [id] : []));
      await completeAll(userId, { ids }, by, tx);
      const present = await findMany(userId, ids, tx);
      return added.map((task) => present.find(({ id }) => id === task.id) ?? task);
    }),
  );
}

/**
 * Changes what the input names, and leaves the rest. Taking the due day away takes time and repetition with it. Tags are replaced by
 * `tags`, or added and removed one by one, whatever else the task has by now.
 * @returns `stale` with the present task, and nothing written, when `version` is given and is no longer its version; `refused` where
 * a time would have no day, a repetition no day to come, or a subtask no proper parent.
 *
 * A new due day moves this occurrence of a repeating task and leaves its series alone; with `scope` "following" the series moves
 * along, and it is refused where no rule can say that.
 */
export async function change(userId: string, { id, version, scope, ...patch }: ChangeOneInput, by: By) {
  const wanted = { ids: [id], version, following: scope === "following", patch };
  const outcome = await insist(() => changeAll(userId, wanted, by));
  return "tasks" in outcome ? first(outcome.tasks) : outcome;
}

/** The same change for several tasks, all or none; as `change` does, whatever their versions. @returns those that were found. */
export async function changeMany(
  userId: string,
  { ids, ...patch }: ChangeManyInput,
  by: By,
): Promise<Task[] | Refused> {
  const outcome = await insist(() => changeAll(userId, { ids, patch }, by));
  if ("stale" in outcome) throw new Error("A change without a version cannot be stale.");
  return "tasks" in outcome ? outcome.tasks : outcome;
}

/** Moves what is due before a day to that day: all of it that a list has, or none. @returns how many that were. */
export async function moveOverdue(userId: string, input: z.output<typeof moveOverdueInput>, by: By) {
  return insist(() => moveAllOverdue(userId, input, by));
}

/** Puts tasks first in the order by hand, as they are listed. @returns those that were found. */
export async function reorder(userId: string, { ids }: z.output<typeof reorderInput>, by: By): Promise<Task[]> {
  return insist(() => reorderAll(userId, [...new Set(ids)], by));
}

/**
 * Completes a task and its open subtasks; a repeating one is followed by its next occurrence, with the same tags and its subtasks
 * open again. Completing what is completed changes nothing.
 */
export async function complete(userId: string, { id }: One, by: By): Promise<Task | undefined> {
  return first(await completeMany(userId, { ids: [id] }, by));
}

/** As `complete`, all in one transaction. @returns those that were found. */
export async function completeMany(userId: string, { ids }: Many, by: By): Promise<Task[]> {
  return insist(() => completeAll(userId, { ids }, by));
}

/**
 * Reopens a task and the subtasks that its completion took. Its next occurrence goes to the trash, unless someone has worked on it.
 * Reopening what is open changes nothing.
 */
export async function reopen(userId: string, { id }: One, by: By): Promise<Task | undefined> {
  return first(await reopenMany(userId, { ids: [id] }, by));
}

/** As `reopen`, all in one transaction. @returns those that were found. */
export async function reopenMany(userId: string, { ids }: Many, by: By): Promise<Task[]> {
  return insist(() => reopenAll(userId, ids, by));
}

/**
 * Leaves this occurrence of a repeating task out: the task goes on to the next one, its subtasks with it, open again. Of a COUNT,
 * it was one. With the `dueDate` of the one that is meant, it is skipped once, however often this is called.
 * @returns refused when it is done, does not repeat, or this is its last.
 */
export async function skip(userId: string, input: SkipInput, by: By): Promise<Task | Refused | undefined> {
  return insist(() => skipOne(userId, input, by));
}

/** The days, "YYYY-MM-DD", on which a repeating task will come after this time, fewer than `limit` when it ends; none when it is once. */
export async function occurrences(
  userId: string,
  { id, limit = 5 }: OccurrencesInput,
): Promise<{ items: string[] } | undefined> {
  const task = await find(userId, { id });
  return task && { items: await coming(userId, task, limit) };
}

/** Puts a task into the trash, with its subtasks. @returns it as it is there; undefined when it was in the trash already. */
export async function remove(userId: string, { id }: One, by: By): Promise<Task | undefined> {
  return first(await removeMany(userId, { ids: [id] }, by));
}

/** As `remove`, all in one transaction. @returns those that were not in the trash already. */
export async function removeMany(userId: string, { ids }: Many, by: By): Promise<Task[]> {
  return insist(() => removeAll(userId, { ids }, by));
}

/**
 * Takes a task out of the trash, with just the subtasks and tags that went there with it. A subtask whose parent is still there comes
 * back on its own. Restoring what is not in the trash changes nothing.
 */
export async function restore(userId: string, { id }: One, by: By): Promise<Task | undefined> {
  return first(await restoreMany(userId, { ids: [id] }, by));
}

/** As `restore`, all in one transaction. @returns those that were found. */
export async function restoreMany(userId: string, { ids }: Many, by: By): Promise<Task[]> {
  return insist(() => restoreAll(userId, ids, by));
}

function first(tasks: Task[]): Task | undefined {
  return tasks[0];
}
