import "server-only";
import type { Undone } from "@/assistant/shapes";
import { act } from "@/assistant/tools/act";
import type { Turn } from "@/assistant/tools/turn";
import * as changes from "@/db/changes";

/** One change of an earlier turn, to be taken back. */
type Piece = { turnId: string; changeId: string; id: string };

/**
 * Takes back the newest earlier turn of this conversation of which something still stands. It refuses by itself where a later edit
 * stands in the way, and it can be undone too.
 */
export const undo = act<unknown, Piece>({
  takesFamily: true,
  takesBack: true,
  pieces: standing,
  async run({ userId, by }, pieces) {
    const [first] = pieces;
    const only = pieces.map(({ changeId }) => changeId);
    const outcome = first && (await changes.undoTurn(userId, { turnId: first.turnId, only }, by));
    return { output: shown(outcome), ids: pieces.map(({ id }) => id) };
  },
});

async function standing({ userId, earlier }: Turn): Promise<Piece[]> {
  const takenBack = new Set<string>();
  for (const turnId of earlier) {
    const written = await changes.list(userId, { turnId });
    for (const { undoesId } of written) if (undoesId) takenBack.add(undoesId);
    const stands = written.some(({ id, undoesId }) => !undoesId && !takenBack.has(id));
    if (stands) return written.map(({ id, subjectId }) => ({ turnId, changeId: id, id: subjectId }));
  }
  return [];
}

function shown(outcome: changes.Undone | undefined): Undone {
  if (!outcome) return { undone: [], conflict: null };
  if ("conflict" in outcome) return { undone: [], conflict: outcome.conflict };
  const undone = outcome.undone.map(({ id, what, noun, subjectId, after }) => ({
    changeId: id,
    what,
    noun,
    id: subjectId,
    title: "name" in after ? after.name : after.title,
  }));
  return { undone, conflict: null };
}
