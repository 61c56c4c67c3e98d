/** How a row was before a change, how it became, and how it is now. */
type States<Snapshot> = { was: Snapshot; after: Snapshot; now: Snapshot };

/**
 * A three-way merge: the fields in which an undo has to put the row back as it was. Those that are so already are left out.
 * @returns undefined when one of them has become something else since.
 */
export function toPutBack<Snapshot, Field>(
  differences: (a: Snapshot, b: Snapshot) => Field[],
  { was, after, now }: States<Snapshot>,
): Field[] | undefined {
  const changed = differences(was, after);
  const moved = new Set(differences(now, after));
  const notBack = new Set(differences(now, was));
  if (changed.some((field) => moved.has(field) && notBack.has(field))) return undefined;
  return changed.filter((field) => !moved.has(field));
}
