import type { Refused } from "@/db/fields";

/**
 * Thrown where a limit stands in the way, with a sentence for the person. It is no outcome of one operation: it can stand before all
 * of them, as a database that is away can, so each kind of door translates it in one place.
 * `retryAfter`, in seconds, is there when waiting helps (429); a quota has none (422).
 */
export class Limited extends Error {
  override name = "Limited";
  /** All that production shows a browser of an error. */
  readonly digest = "limited";

  constructor(
    message: string,
    readonly retryAfter?: number,
  ) {
    super(message);
  }
}

/** By its name: Next evaluates this module more than once in a process. */
export const isLimited = (error: unknown): error is Limited => error instanceof Error && error.name === "Limited";

/** What to tell where a limit stood in the way; whatever else was thrown goes on. */
export function asRefused(error: unknown): Refused {
  if (!isLimited(error)) throw error;
  return { refused: [{ path: "", message: error.message }] };
}
