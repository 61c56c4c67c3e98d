import "server-only";
import type { z } from "zod";
import type { changeTagInput, restoreTagInput, tagsFound, tagsInput, tagWritten } from "@/assistant/shapes";
import type { Turn } from "@/assistant/tools/turn";
import { NOT_FOUND } from "@/assistant/tools/write";
import * as changes from "@/db/changes";
import * as tags from "@/db/tags";

type Answer = z.infer<typeof tagWritten>;

/** All tags of the user, or those in the trash. */
export async function listTags(
  turn: Turn,
  { view }: z.output<typeof tagsInput> = {},
): Promise<z.infer<typeof tagsFound>> {
  return { tags: (await (view ? tags.listTrash : tags.list)(turn.userId)).map(shown) };
}

/** Renames or recolours one tag: a single edit that Undo takes back, so it runs at once. */
export async function changeTag(turn: Turn, input: z.output<typeof changeTagInput>): Promise<Answer> {
  const outcome = await tags.change(turn.userId, input, turn.by);
  if (!outcome || "stale" in outcome) return refuse(input.id, NOT_FOUND);
  if ("taken" in outcome) return refuse(input.id, `There is a tag “${outcome.taken.name}” already.`);
  return written(turn, outcome);
}

/** Takes one tag out of the trash, back onto the tasks that it was taken off; a single edit too. */
export async function restoreTag(turn: Turn, input: z.output<typeof restoreTagInput>): Promise<Answer> {
  const outcome = await tags.restore(turn.userId, input, turn.by);
  if (!outcome) return refuse(input.id, NOT_FOUND);
  if ("taken" in outcome)
    return refuse(input.id, `There is a tag “${outcome.taken.name}” already: it needs another name to come back.`);
  return written(turn, outcome);
}

/** What was written, by the newest record of it in this turn. */
async function written(turn: Turn, tag: tags.Tag): Promise<Answer> {
  const change = (await changes.list(turn.userId, { turnId: turn.by.turnId }))
    .filter((change) => change.noun === "tag")
    .findLast(({ subjectId }) => subjectId === tag.id);
  const { name, color, deletedAt } = { ...tag, ...change?.before };
  const was = {
    ...(name !== tag.name && { name }),
    ...(color !== tag.color && { color }),
    ...(deletedAt !== null && { deleted: true as const }),
  };
  return { done: [{ tag: shown(tag), was, changeId: change?.id ?? null }], failed: [] };
}

const refuse = (id: string, reason: string): Answer => ({ done: [], failed: [{ id, reason }] });
const shown = ({ id, name, color, taskCount }: tags.Tag) => ({ id, name, color, taskCount });
