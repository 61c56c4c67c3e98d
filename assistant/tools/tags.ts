import "server-only";
import type { z } from "zod";
import type { ChangeTag, RestoreTag, TagWritten, tagsFound, tagsInput } from "@/assistant/shapes";
import { act } from "@/assistant/tools/act";
import type { Turn } from "@/assistant/tools/turn";
import { NOT_FOUND } from "@/assistant/tools/write";
import * as changes from "@/db/changes";
import * as tags from "@/db/tags";

/** All tags of the user, or those in the trash. */
export async function listTags(
  turn: Turn,
  { view }: z.output<typeof tagsInput> = {},
): Promise<z.infer<typeof tagsFound>> {
  return { tags: (await (view ? tags.listTrash : tags.list)(turn.userId)).map(shown) };
}

/** Renames or recolours one tag. */
export const changeTag = writesTag<ChangeTag>(async (turn, input) => {
  const outcome = await tags.change(turn.userId, input, turn.by);
  if (!outcome || "stale" in outcome) return NOT_FOUND;
  return "taken" in outcome ? `There’s already a tag called “${outcome.taken.name}”.` : outcome;
});

/** Takes one tag out of the trash, back onto the tasks that it was taken off. */
export const restoreTag = writesTag<RestoreTag>(async (turn, input) => {
  const outcome = await tags.restore(turn.userId, input, turn.by);
  if (!outcome) return NOT_FOUND;
  return "taken" in outcome
    ? `There’s already a tag called “${outcome.taken.name}”. Give this one another name to restore it.`
    : outcome;
});

function writesTag<Input extends { id: string }>(write: (turn: Turn, input: Input) => Promise<tags.Tag | string>) {
  return act<Input, Input>({
    pieces: async (_, input) => [input],
    async run(turn, wanted) {
      const output: TagWritten = { done: [], failed: [] };
      for (const input of wanted) {
        const outcome = await write(turn, input);
        if (typeof outcome === "string") output.failed.push({ id: input.id, reason: outcome });
        else output.done.push(await written(turn, outcome));
      }
      return { output, ids: wanted.map(({ id }) => id) };
    },
  });
}

/** What was written, by the newest record of it in this turn. */
async function written(turn: Turn, tag: tags.Tag): Promise<TagWritten["done"][number]> {
  const change = (await changes.list(turn.userId, { turnId: turn.by.turnId }))
    .filter((change) => change.noun === "tag")
    .findLast(({ subjectId }) => subjectId === tag.id);
  const { name, color, deletedAt } = { ...tag, ...change?.before };
  const was = {
    ...(name !== tag.name && { name }),
    ...(color !== tag.color && { color }),
    ...(deletedAt !== null && { deleted: true as const }),
  };
  return { tag: shown(tag), was, changeId: change?.id ?? null };
}

const shown = ({ id, name, color, taskCount }: tags.Tag) => ({ id, name, color, taskCount });
