/** Unique violation, deadlock detected. */
const LOST_RACES = new Set<unknown>(["23505", "40P01"]);

/**
 * Does `act`, and once more if somebody else was quicker in the very same moment: now it sees what they did.
 * `act` is a whole transaction, or a statement that is one.
 */
export async function onceMore<T>(act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    if (!LOST_RACES.has(codeOf(error))) throw error;
    return act();
  }
}

/** Drizzle wraps what Postgres says. */
function codeOf(error: unknown): unknown {
  const cause = error instanceof Error && error.cause ? error.cause : error;
  return cause instanceof Error && "code" in cause ? cause.code : undefined;
}
