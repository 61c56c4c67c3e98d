import "server-only";
import { permitted } from "@/assistant/approvals";
import { merged, tagsAfter } from "@/assistant/preview";
import type { Edit, Written } from "@/assistant/shapes";
import { toRow } from "@/assistant/tools/row";
import type { Turn } from "@/assistant/tools/turn";
import { missing, NOT_FOUND, write } from "@/assistant/tools/write";
import type { Refused } from "@/db/fields";
import type { By } from "@/db/record";
import { changeInput } from "@/db/task-input";
import * as tasks from "@/db/tasks";
import { findMany } from "@/db/tasks/find";

export const complete = actOnMany("complete_tasks", tasks.completeMany);
export const reopen = actOnMany("reopen_tasks", tasks.reopenMany);
export const remove = actOnMany("delete_tasks", tasks.removeMany);
export const restore = actOnMany("restore_tasks", tasks.restoreMany);

type Operation = (userId: string, input: { ids: string[] }, by: By) => Promise<tasks.Task[]>;

function actOnMany(toolName: string, operation: Operation) {
  return async (turn: Turn, input: { ids: string[] }, toolCallId: string): Promise<Written> => {
    const ids = [...new Set(input.ids)];
    const kept = await permitted(turn, { toolCallId, toolName, input }, ids);
    const done = kept.length > 0 ? await write(turn, () => operation(turn.userId, { ids: kept }, turn.by)) : [];
    return { done, failed: [...missing(kept, done), ...leftOut(ids, kept)] };
  };
}

/** Changes each task on its own: one that cannot be changed does not keep the others from it. */
export async function change(turn: Turn, input: { tasks: Edit[] }, toolCallId: string): Promise<Written> {
  const edits = merged(input.tasks);
  const call = { toolCallId, toolName: "change_tasks", input };
  return oneByOne(turn, call, [...edits.keys()], (id) => changeOne(turn, edits.get(id) ?? { id }));
}

/** Skips each task on its own, as `change` does. */
export async function skip(turn: Turn, input: { ids: string[] }, toolCallId: string): Promise<Written> {
  const call = { toolCallId, toolName: "skip_tasks", input };
  return oneByOne(turn, call, [...new Set(input.ids)], async (id) => {
    const outcome = alreadySkipped(turn, id)
      ? await tasks.find(turn.userId, { id })
      : await tasks.skip(turn.userId, { id }, turn.by);
    return outcome && "refused" in outcome ? said(outcome) : (outcome ?? NOT_FOUND);
  });
}

/** Takes the orphan that this skipping is, if an interrupted attempt at this turn did it: repeating it would double it, as adding. */
function alreadySkipped({ orphans }: Turn, id: string): boolean {
  const at = orphans.findIndex(({ what, task }) => what === "skip" && task.id === id);
  return at >= 0 && orphans.splice(at, 1).length > 0;
}

/** @param act answers the task as it is now, or why it cannot be so. */
async function oneByOne(
  turn: Turn,
  call: Parameters<typeof permitted>[1],
  ids: string[],
  act: (id: string) => Promise<tasks.Task | string>,
): Promise<Written> {
  const kept = await permitted(turn, call, ids);
  const reasons = new Map<string, string>();
  const done = await write(turn, async () => {
    const written: tasks.Task[] = [];
    for (const id of kept) {
      const outcome = await act(id);
      if (typeof outcome === "string") reasons.set(id, outcome);
      else written.push(outcome);
    }
    return written;
  });
  return { done, failed: [...[...reasons].map(([id, reason]) => ({ id, reason })), ...leftOut(ids, kept)] };
}

/** The task as it is now, or why it cannot be so. */
async function changeOne(turn: Turn, edit: Edit): Promise<tasks.Task | string> {
  const [task] = await findMany(turn.userId, [edit.id]);
  if (!task) return NOT_FOUND;
  const { tags: _, addTags: __, removeTags: ___, ...fields } = edit;
  const names = tagsAfter(toRow(task), edit);
  const parsed = changeInput.safeParse({ ...fields, ...(names && { tags: names }) });
  if (!parsed.success) return parsed.error.issues.map(({ message }) => message).join(" ");
  const outcome = await tasks.change(turn.userId, parsed.data, turn.by);
  if (!outcome || "stale" in outcome) return NOT_FOUND;
  return "refused" in outcome ? said(outcome) : outcome;
}

const said = ({ refused }: Refused) => refused.map(({ message }) => message).join(" ");

function leftOut(ids: string[], kept: string[]): Written["failed"] {
  return ids.filter((id) => !kept.includes(id)).map((id) => ({ id, reason: "left out by the user" }));
}
