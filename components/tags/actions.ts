"use server";

import { currentUser } from "@/auth";
import { type Answer, gone, type Refusal } from "@/components/shell/answer";
import { door } from "@/components/shell/door";
import { one } from "@/db/fields";
import { addInput, changeInput, restoreInput } from "@/db/tag-input";
import type { Tag } from "@/db/tags";
import * as tags from "@/db/tags";

type Tagged = Answer<{ tag: Tag }>;

export async function add(turnId: string, input: unknown): Promise<Tagged> {
  return door(currentUser(), [turnId, input], addInput, async (userId, wanted, by) =>
    told(await tags.add(userId, wanted, by)),
  );
}

export async function change(turnId: string, input: unknown): Promise<Tagged> {
  return door(currentUser(), [turnId, input], changeInput, async (userId, wanted, by) =>
    told(await tags.change(userId, wanted, by)),
  );
}

export async function remove(turnId: string, input: unknown): Promise<Tagged> {
  return door(currentUser(), [turnId, input], one, async (userId, wanted, by) =>
    told(await tags.remove(userId, wanted, by)),
  );
}

/** Refused for its `name` when that is taken: then it needs another. */
export async function restore(turnId: string, input: unknown): Promise<Tagged> {
  return door(currentUser(), [turnId, input], restoreInput, async (userId, wanted, by) =>
    told(await tags.restore(userId, wanted, by)),
  );
}

function told(answer: Tag | { taken: Tag } | { stale: Tag } | undefined): Tagged {
  if (!answer) return gone;
  if ("taken" in answer) return refuse(`There is a tag “${answer.taken.name}” already.`);
  if ("stale" in answer) return refuse("The tag was changed elsewhere meanwhile.");
  return { ok: true, tag: answer };
}

function refuse(message: string): Refusal {
  return { ok: false, message, errors: [{ path: "name", message }] };
}
