"use server";

import { currentUser } from "@/auth";
import { type Answer, gone, type Refusal } from "@/components/shell/answer";
import { door, type Sent } from "@/components/shell/door";
import { inWords } from "@/components/tasks/step-words";
import { stepInput } from "@/db/change-input";
import * as changes from "@/db/changes";
import type { Refused } from "@/db/fields";
import * as preferences from "@/db/preferences";
import { addManyInput, changeManyInput, changeOneInput, manyInput, oneInput, skipInput } from "@/db/task-input";
import type { Task } from "@/db/tasks";
import * as tasks from "@/db/tasks";

type Tasks = Answer<{ tasks: Task[] }>;

/** `stale` is the task as someone else left it meanwhile; nothing was written. */
export type Changed = Answer<{ task: Task }> | { ok: false; message: string; stale: Task };

/**
 * `turnId` is the turn that was taken back or made again; `stuck` is one that something else stands in the way of: the next step goes
 * past it.
 */
export type Stepped =
  | Answer<{ said: string; turnId?: string | undefined; isNothing?: boolean }>
  | (Refusal & { stuck: string });

export async function add(...sent: Sent): Promise<Tasks> {
  const asker = currentUser();
  return door(asker, sent, addManyInput, async (userId, wanted, by) => {
    const answer = listed(await tasks.addMany(userId, wanted, by));
    if (answer.ok && !(await asker)?.preferences.hinted) await preferences.dismissHint(userId);
    return answer;
  });
}

/** Which of these turns have arrived, for a page that missed the answers. */
export async function arrived(...sent: Sent): Promise<Answer<{ turnIds: string[] }>> {
  return door(currentUser(), sent, manyInput, async (userId, wanted) => ({
    ok: true,
    turnIds: await changes.seenTurns(userId, wanted),
  }));
}

export async function change(...sent: Sent): Promise<Changed> {
  return door(currentUser(), sent, changeOneInput, async (userId, wanted, by) => {
    const task = await tasks.change(userId, wanted, by);
    if (!task) return gone;
    if ("refused" in task) return refusedBy(task);
    if ("stale" in task) return { ok: false, message: "This was changed somewhere else.", ...task };
    return { ok: true, task };
  });
}

export async function changeMany(...sent: Sent): Promise<Tasks> {
  return door(currentUser(), sent, changeManyInput, async (userId, wanted, by) =>
    listed(await tasks.changeMany(userId, wanted, by)),
  );
}

export async function complete(...sent: Sent): Promise<Tasks> {
  return door(currentUser(), sent, manyInput, async (userId, wanted, by) =>
    listed(await tasks.completeMany(userId, wanted, by)),
  );
}

export async function skip(...sent: Sent): Promise<Answer<{ task: Task }>> {
  return door(currentUser(), sent, skipInput, async (userId, wanted, by) => {
    const task = await tasks.skip(userId, wanted, by);
    if (!task) return gone;
    return "refused" in task ? refusedBy(task) : { ok: true, task };
  });
}

export async function reopen(...sent: Sent): Promise<Tasks> {
  return door(currentUser(), sent, manyInput, async (userId, wanted, by) =>
    listed(await tasks.reopenMany(userId, wanted, by)),
  );
}

export async function remove(...sent: Sent): Promise<Tasks> {
  return door(currentUser(), sent, manyInput, async (userId, wanted, by) =>
    listed(await tasks.removeMany(userId, wanted, by)),
  );
}

export async function restore(...sent: Sent): Promise<Tasks> {
  return door(currentUser(), sent, manyInput, async (userId, wanted, by) =>
    listed(await tasks.restoreMany(userId, wanted, by)),
  );
}

/** Takes back one change, such as one of the assistant's. */
export async function undoChange(...sent: Sent): Promise<Answer> {
  return door(currentUser(), sent, oneInput, async (userId, wanted, by) =>
    undone(await changes.undo(userId, wanted, by)),
  );
}

/** Takes back all that was done in one turn: an own write by the name that it was given, or one of the assistant's. */
export async function undoTurn(...sent: Sent): Promise<Answer> {
  return door(currentUser(), sent, oneInput, async (userId, { id }, by) =>
    undone(await changes.undoTurn(userId, { turnId: id }, by)),
  );
}

/** Takes back the user's own last turn that was not taken back yet; `said` is what that was. */
export async function undoLast(...sent: Sent): Promise<Stepped> {
  return door(currentUser(), sent, stepInput, async (userId, past, by) =>
    stepped(await changes.undoLast(userId, past, by), "Nothing to undo"),
  );
}

/** Makes again what was undone last. */
export async function redoLast(...sent: Sent): Promise<Stepped> {
  return door(currentUser(), sent, stepInput, async (userId, past, by) =>
    stepped(await changes.redoLast(userId, past, by), "Nothing to redo"),
  );
}

function listed(rows: Task[] | Refused): Tasks {
  if ("refused" in rows) return refusedBy(rows);
  return rows.length > 0 ? { ok: true, tasks: rows } : gone;
}

function refusedBy({ refused }: Refused) {
  return { ok: false as const, message: refused[0]?.message ?? "That can’t be saved as it is.", errors: refused };
}

function undone(answer: Awaited<ReturnType<typeof changes.undo>>): Answer {
  if (!answer) return gone;
  return "conflict" in answer ? { ok: false, message: answer.conflict, final: true } : { ok: true };
}

function stepped(answer: changes.Stepped | undefined, none: string): Stepped {
  if (!answer) return { ok: true, said: none, isNothing: true };
  if ("conflict" in answer) return { ok: false, message: answer.conflict, final: true, stuck: answer.root };
  return { ok: true, said: inWords(answer.step), turnId: answer.step[0]?.turnId ?? undefined };
}
