"use server";

import { currentUser } from "@/auth";
import { type Answer, gone } from "@/components/shell/answer";
import { door, type Sent } from "@/components/shell/door";
import { renameInput } from "@/db/conversation-input";
import * as conversations from "@/db/conversations";
import { one } from "@/db/fields";

export async function rename(...sent: Sent): Promise<Answer> {
  return door(currentUser(), sent, renameInput, async (userId, wanted, by) =>
    (await conversations.rename(userId, wanted, by)) ? { ok: true } : gone,
  );
}

export async function remove(...sent: Sent): Promise<Answer> {
  return door(currentUser(), sent, one, async (userId, wanted, by) =>
    (await conversations.remove(userId, wanted, by)) ? { ok: true } : gone,
  );
}

export async function restore(...sent: Sent): Promise<Answer> {
  return door(currentUser(), sent, one, async (userId, wanted, by) =>
    (await conversations.restore(userId, wanted, by)) ? { ok: true } : gone,
  );
}
