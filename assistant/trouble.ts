import { APICallError, RetryError } from "ai";
import { Misconfigured } from "@/assistant/model";
import { isLimited } from "@/db/limited";
import { outageOf } from "@/db/outage";

/** Why a run ended that the user didn't stop: the database does not answer. */
export class DatabaseAway extends Error {
  override readonly name = "DatabaseAway";
}

const UNAVAILABLE = "The assistant isn’t available right now.";
export const TOO_LONG = "The assistant took too long to answer.";

/**
 * What went wrong while a model was asked, for the person who waits. What only the operator can mend is in the log, and nothing of
 * the provider's own text gets through: it may quote the key.
 */
export function inWords(error: unknown): string {
  if (RetryError.isInstance(error)) return inWords(error.lastError);
  if (error instanceof DatabaseAway) return "Tandem can’t reach its database right now.";
  if (isLimited(error)) return error.message;
  if (error instanceof Misconfigured) return UNAVAILABLE;
  if (error instanceof Error && error.name === "TimeoutError") return TOO_LONG;
  if (APICallError.isInstance(error)) return byStatus(error.statusCode);
  return outageOf(error)?.message ?? "Something went wrong while answering.";
}

function byStatus(status: number | undefined): string {
  if (status === undefined) return "The assistant can’t be reached right now.";
  if (status === 408 || status === 504) return TOO_LONG;
  if (status === 429) return "The assistant is busy. Try again in a moment.";
  return UNAVAILABLE;
}

/** The same for the log: what the operator needs to know, without what was said in the conversation. */
export function forLog(error: unknown): unknown {
  if (RetryError.isInstance(error)) return forLog(error.lastError);
  if (APICallError.isInstance(error)) return `${error.statusCode ?? "no answer"}: ${error.message}`;
  return error;
}
