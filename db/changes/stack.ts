/** A turn of the user's own, and which own turn it took back, where it did. */
export type OwnTurn = { id: string; undoes: string | null };

/** A step of the stack: the turn that was made first, and the one to take back now in order to undo or redo it. */
export type Step = { root: string; turn: string };

type Root = { root: string; turn: string; isUndone: boolean; at: number };

/**
 * Which step ⌘Z takes and which ⇧⌘Z, as in an editor: undo takes back what was done last; redo brings back what was undone last, as long
 * as nothing was done after it. A redo takes an undo back, and so on: a turn and all that took it back share one root.
 * @param turns oldest first; one that took back what is not among them is no step.
 * @param except roots that cannot be taken back, because something else changed since.
 */
export function steps(turns: OwnTurn[], except: string[] = []): { undo: Step | undefined; redo: Step | undefined } {
  const roots = new Map<string, Root>();
  const rootOf = new Map<string, string>();
  const isUndo = new Map<string, boolean>();
  let lastMade = -1;
  for (const [at, { id, undoes }] of turns.entries()) {
    const root = undoes === null ? id : rootOf.get(undoes);
    if (root === undefined) continue;
    const isUndone = undoes !== null && !isUndo.get(undoes);
    rootOf.set(id, root);
    isUndo.set(id, isUndone);
    roots.set(root, { root, turn: id, isUndone, at });
    if (undoes === null) lastMade = at;
  }
  const latest = [...roots.values()].filter(({ root }) => !except.includes(root)).sort((a, b) => b.at - a.at);
  return {
    undo: latest.find(({ isUndone }) => !isUndone),
    redo: latest.find(({ isUndone, at }) => isUndone && at > lastMade),
  };
}
