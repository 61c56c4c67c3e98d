import "server-only";
import { fingerprint } from "@/assistant/fingerprint";
import { leaders } from "@/assistant/leaders";
import type { Plan, PlannedRow, Preview } from "@/assistant/planned";
import { previewOf } from "@/assistant/preview";
import type { Act } from "@/assistant/tools/act";
import { actOf } from "@/assistant/tools/acts";
import type { Turn } from "@/assistant/tools/turn";
import { type Change, dryRun } from "@/db/dry-run";
import { insist } from "@/db/insist";
import { orNothing } from "@/db/or-nothing";

/**
 * What a call would do, found by doing it and rolling it back.
 * @param wanted its pieces.
 * @throws TooManyRows
 */
export async function measure(
  turn: Turn,
  toolName: string,
  wanted: (turn: Turn, act: Act) => Promise<unknown[]>,
): Promise<{ plan: Plan; preview: Preview }> {
  const act = actOf(toolName);
  const run = async (trial: Turn) => {
    const pieces = await wanted(trial, act);
    const { outcome, changes, unchanged } = await dryRun(turn.userId, () => act.run(trialOf(trial), pieces));
    const { ids, output } = outcome;
    const rows = plannedRows(changes, ids, act.takesFamily === true);
    const changed = new Set(changes.map(({ id }) => id));
    const named = pieces.map((piece, at) => ({ piece, ...idAt(ids[at], changed) }));
    const preview = await previewOf(turn.userId, { changes, rows, output });
    return { plan: { toolName, pieces: named, rows, unchanged }, preview };
  };
  const earlier = [...turn.free.values()].filter(({ rows }) => rows.length > 0);
  if (earlier.length === 0) return run(trialOf(turn));
  const afterThose = async () => {
    const trial = trialOf(turn);
    // What runs before it in this step will be there.
    for (const { toolName, pieces } of earlier)
      await actOf(toolName).run(
        trial,
        pieces.map(({ piece }) => piece),
      );
    return run(trial);
  };
  return insist(() => orNothing(afterThose, () => true));
}

/** The turn, for a trial to use up. */
export const trialOf = (turn: Turn): Turn => ({ ...turn, orphans: [...turn.orphans] });

const idAt = (id: string | undefined, changed: ReadonlySet<string>) => (id && changed.has(id) ? { id } : {});

function plannedRows(changes: Change[], ids: Array<string | undefined>, takesFamily: boolean): PlannedRow[] {
  const fresh = new Set(changes.flatMap(({ id, before }) => (before === null ? [id] : [])));
  const leaderOf = leaders(changes, new Set(ids), takesFamily);
  return changes.map((change) => {
    const { noun, id, isWritten, before, after } = change;
    const leader = leaderOf(change);
    return {
      noun,
      id,
      ...(leader && { with: leader }),
      isNew: before === null,
      isLost: after === null || (after.deletedAt !== null && before?.deletedAt === null),
      isWritten,
      version: after?.version ?? 0,
      was: fingerprint(noun, before, fresh),
      is: fingerprint(noun, after, fresh),
    };
  });
}
