"use server";

import { currentUser } from "@/auth";
import type { Answer } from "@/components/shell/answer";
import { door, type Sent } from "@/components/shell/door";
import * as preferences from "@/db/preferences";
import { moveOverdueInput } from "@/db/task-input";
import * as tasks from "@/db/tasks";

const done: Answer = { ok: true };

/** Sorts a view from now on. */
export async function sortView(...sent: Sent): Promise<Answer> {
  return door(currentUser(), sent, preferences.sortInput, async (userId, wanted) => {
    await preferences.sortView(userId, wanted);
    return done;
  });
}

/** Sorts a view by hand from now on, beginning with the order in which its rows stand. */
export async function sortByHand(...sent: Sent): Promise<Answer> {
  return door(currentUser(), sent, preferences.sortByHandInput, async (userId, wanted, by) => {
    await preferences.sortByHand(userId, wanted, by);
    return done;
  });
}

/** Moves everything that is overdue in a list to another day. */
export async function moveOverdue(...sent: Sent): Promise<Answer> {
  return door(currentUser(), sent, moveOverdueInput, async (userId, wanted, by) => {
    const moved = await tasks.moveOverdue(userId, wanted, by);
    if (typeof moved === "number") return done;
    return { ok: false, message: moved.refused[0]?.message ?? "That can’t be saved as it is." };
  });
}

/** Puts the hint for newcomers away for good. */
export async function dismissHint(...sent: Sent): Promise<Answer> {
  return door(currentUser(), sent, preferences.hintInput, async (userId) => {
    await preferences.dismissHint(userId);
    return done;
  });
}
