"use server";

import { currentUser } from "@/auth";
import { type Answer, gone, type Refusal } from "@/components/shell/answer";
import { door, type Sent } from "@/components/shell/door";
import { one } from "@/db/fields";
import { addInput, changeInput, restoreInput } from "@/db/tag-input";
import type { Tag } from "@/db/tags";
import * as tags from "@/db/tags";

/** `stale` is the tag as it was left elsewhere meanwhile; nothing was written. */
type Tagged = Answer<{ tag: Tag }> | (Refusal & { stale: Tag });

export async function add(...sent: Sent): Promise<Tagged> {
  return door(currentUser(), sent, addInput, async (userId, wanted, by) => told(await tags.add(userId, wanted, by)));
}

export async function change(...sent: Sent): Promise<Tagged> {
  return door(currentUser(), sent, changeInput, async (userId, wanted, by) =>
    told(await tags.change(userId, wanted, by)),
  );
}

export async function remove(...sent: Sent): Promise<Tagged> {
  return door(currentUser(), sent, one, async (userId, wanted, by) => told(await tags.remove(userId, wanted, by)));
}

/** Refused for its `name` when that is taken: then it needs another. */
export async function restore(...sent: Sent): Promise<Tagged> {
  return door(currentUser(), sent, restoreInput, async (userId, wanted, by) =>
    told(await tags.restore(userId, wanted, by)),
  );
}

function told(answer: Tag | { taken: Tag } | { stale: Tag } | undefined): Tagged {
  if (!answer) return gone;
  if ("taken" in answer) return refuse(`You already have a tag called “${answer.taken.name}”.`);
  if ("stale" in answer)
    return { ...refuse(`It’s now called “${answer.stale.name}”. Save again to change it.`), ...answer };
  return { ok: true, tag: answer };
}

function refuse(message: string): Refusal {
  return { ok: false, message, errors: [{ path: "name", message }] };
}
