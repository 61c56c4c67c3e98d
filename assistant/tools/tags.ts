import "server-only";
import type { z } from "zod";
import type { changeTagInput, tagsFound, tagWritten } from "@/assistant/shapes";
import type { Turn } from "@/assistant/tools/turn";
import { NOT_FOUND } from "@/assistant/tools/write";
import * as changes from "@/db/changes";
import * as tags from "@/db/tags";

type Answer = z.infer<typeof tagWritten>;

/** All tags of the user. */
export async function listTags(turn: Turn): Promise<z.infer<typeof tagsFound>> {
  return { tags: (await tags.list(turn.userId)).map(shown) };
}

/** Renames or recolours one tag: a single edit that Undo takes back, so it runs at once. */
export async function changeTag(turn: Turn, input: z.output<typeof changeTagInput>): Promise<Answer> {
  const outcome = await tags.change(turn.userId, input, turn.by);
  if (!outcome || "stale" in outcome) return refuse(input.id, NOT_FOUND);
  if ("taken" in outcome) return refuse(input.id, `There is a tag “${outcome.taken.name}” already.`);
  const change = (await changes.list(turn.userId, { turnId: turn.by.turnId }))
    .filter((change) => change.noun === "tag")
    .findLast(({ subjectId }) => subjectId === input.id);
  const { name, color } = { ...outcome, ...change?.before };
  const was = { ...(name !== outcome.name && { name }), ...(color !== outcome.color && { color }) };
  return { done: [{ tag: shown(outcome), was, changeId: change?.id ?? null }], failed: [] };
}

const refuse = (id: string, reason: string): Answer => ({ done: [], failed: [{ id, reason }] });
const shown = ({ id, name, color, taskCount }: tags.Tag) => ({ id, name, color, taskCount });
