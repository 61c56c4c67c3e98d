"use server";

import { currentUser } from "@/auth";
import { type Answer, gone } from "@/components/shell/answer";
import { door } from "@/components/shell/door";
import * as changes from "@/db/changes";
import type { Refused } from "@/db/fields";
import { addManyInput, changeInput, changeManyInput, manyInput, oneInput, skipInput } from "@/db/task-input";
import type { Task } from "@/db/tasks";
import * as tasks from "@/db/tasks";

type Tasks = Answer<{ tasks: Task[] }>;

/** `stale` is the task as somebody else left it meanwhile; nothing was written. */
export type Changed = Answer<{ task: Task }> | { ok: false; message: string; stale: Task };

export async function add(turnId: string, input: unknown): Promise<Tasks> {
  return door(currentUser(), [turnId, input], addManyInput, async (userId, wanted, by) =>
    listed(await tasks.addMany(userId, wanted, by)),
  );
}

export async function change(turnId: string, input: unknown): Promise<Changed> {
  return door(currentUser(), [turnId, input], changeInput, async (userId, wanted, by) => {
    const task = await tasks.change(userId, wanted, by);
    if (!task) return gone;
    if ("refused" in task) return refusedBy(task);
    if ("stale" in task) return { ok: false, message: "It was changed elsewhere meanwhile.", ...task };
    return { ok: true, task };
  });
}

export async function changeMany(turnId: string, input: unknown): Promise<Tasks> {
  return door(currentUser(), [turnId, input], changeManyInput, async (userId, wanted, by) =>
    listed(await tasks.changeMany(userId, wanted, by)),
  );
}

export async function complete(turnId: string, input: unknown): Promise<Tasks> {
  return door(currentUser(), [turnId, input], manyInput, async (userId, wanted, by) =>
    listed(await tasks.completeMany(userId, wanted, by)),
  );
}

export async function skip(turnId: string, input: unknown): Promise<Answer<{ task: Task }>> {
  return door(currentUser(), [turnId, input], skipInput, async (userId, wanted, by) => {
    const task = await tasks.skip(userId, wanted, by);
    if (!task) return gone;
    return "refused" in task ? refusedBy(task) : { ok: true, task };
  });
}

export async function reopen(turnId: string, input: unknown): Promise<Tasks> {
  return door(currentUser(), [turnId, input], manyInput, async (userId, wanted, by) =>
    listed(await tasks.reopenMany(userId, wanted, by)),
  );
}

export async function remove(turnId: string, input: unknown): Promise<Tasks> {
  return door(currentUser(), [turnId, input], manyInput, async (userId, wanted, by) =>
    listed(await tasks.removeMany(userId, wanted, by)),
  );
}

export async function restore(turnId: string, input: unknown): Promise<Tasks> {
  return door(currentUser(), [turnId, input], manyInput, async (userId, wanted, by) =>
    listed(await tasks.restoreMany(userId, wanted, by)),
  );
}

/** Takes back one change, such as one of the assistant's. */
export async function undoChange(turnId: string, input: unknown): Promise<Answer> {
  return door(currentUser(), [turnId, input], oneInput, async (userId, wanted, by) =>
    undone(await changes.undo(userId, wanted, by)),
  );
}

/** Takes back all that was done in one turn: an own write by the name that it was given, or one of the assistant's. */
export async function undoTurn(turnId: string, input: unknown): Promise<Answer> {
  return door(currentUser(), [turnId, input], oneInput, async (userId, { id }, by) =>
    undone(await changes.undoTurn(userId, { turnId: id }, by)),
  );
}

function listed(rows: Task[] | Refused): Tasks {
  if ("refused" in rows) return refusedBy(rows);
  return rows.length > 0 ? { ok: true, tasks: rows } : gone;
}

function refusedBy({ refused }: Refused) {
  return { ok: false as const, message: refused[0]?.message ?? "That can't be saved as it is.", errors: refused };
}

function undone(answer: Awaited<ReturnType<typeof changes.undo>>): Answer {
  if (!answer) return gone;
  return "conflict" in answer ? { ok: false, message: answer.conflict, final: true } : { ok: true };
}
