import type { Plan, PlannedRow } from "@/assistant/planned";
import type { Output } from "@/assistant/tools/act";

/** What of a plan may be done: these pieces, which may change these rows and no others. */
export type Leave = Pick<Plan, "pieces" | "rows" | "unchanged"> & {
  /** The rows that the user has struck off. */
  struck: string[];
  /** Those of the plan that may not change for that. */
  leftOut: PlannedRow[];
};

/**
 * All of a plan, or what is left of it.
 * @param kept the ids of the rows that the user left standing. What goes along with another row, or is made on the way, goes by that.
 * A row that no piece is about can be struck off too: a call that changes it all the same is not allowed to.
 */
export function leaveOf(plan: Plan, kept: string[] | null = null): Leave {
  const { pieces, rows, unchanged } = plan;
  if (!kept) return { pieces, rows, unchanged, struck: [], leftOut: [] };
  const named = new Set(pieces.map(({ id }) => id));
  const byId = new Map(rows.map((row) => [row.id, row]));
  const standing = new Set(kept);
  const isStruck = (id: string | undefined) => {
    const row = byId.get(id ?? "");
    const leader = byId.get(row?.with ?? "") ?? row;
    return leader !== undefined && (named.has(leader.id) || !leader.isNew) && !standing.has(leader.id);
  };
  return {
    pieces: pieces.filter(({ id }) => !isStruck(id)),
    // A task that only shows tags may show one of them that is struck off and one that is not.
    rows: rows.filter(({ id, isWritten }) => !isWritten || !isStruck(id)),
    unchanged,
    struck: [...new Set(pieces.flatMap(({ id }) => (id && isStruck(id) ? [id] : [])))],
    leftOut: rows.filter(({ id, isWritten }) => isWritten && isStruck(id)),
  };
}

/** A tool's answer, with what the user has struck off. */
export function left(output: Output, { struck }: Leave): Output {
  if (struck.length === 0) return output;
  const leftOut = struck.map((id) => ({ id, reason: "left out by the user", struck: true as const }));
  return { ...output, failed: [...(output.failed ?? []), ...leftOut] };
}
