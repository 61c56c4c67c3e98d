import "server-only";
import type { z } from "zod";
import type { undone } from "@/assistant/shapes";
import type { Turn } from "@/assistant/tools/turn";
import * as changes from "@/db/changes";

type Answer = z.infer<typeof undone>;

/**
 * Takes back the newest earlier turn of this conversation of which something still stands. It asks nobody: it is what was
 * asked for, it refuses by itself where a later edit stands in the way, and it can be undone too.
 */
export async function undo({ userId, earlier, by }: Turn): Promise<Answer> {
  const takenBack = new Set<string>();
  for (const turnId of earlier) {
    const written = await changes.list(userId, { turnId });
    for (const { undoesId } of written) if (undoesId) takenBack.add(undoesId);
    if (!written.some(({ id, undoesId }) => !undoesId && !takenBack.has(id))) continue;
    const outcome = await changes.undoTurn(userId, { turnId }, by);
    if (outcome && "conflict" in outcome) return { undone: [], conflict: outcome.conflict };
    if (outcome) return { undone: outcome.undone.map(shown), conflict: null };
  }
  return { undone: [], conflict: null };
}

function shown({ id, what, noun, subjectId, after }: changes.Change): Answer["undone"][number] {
  return { changeId: id, what, noun, id: subjectId, title: "name" in after ? after.name : after.title };
}
