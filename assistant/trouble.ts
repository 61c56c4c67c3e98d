import { APICallError, RetryError } from "ai";
import { Misconfigured } from "@/assistant/model";
import { isLimited } from "@/db/limited";
import { outageOf } from "@/db/outage";

/**
 * What went wrong while a model was asked, in words for the person who waits. Nothing of the provider's own text gets
 * through: it may quote the key.
 */
export function inWords(error: unknown): string {
  if (RetryError.isInstance(error)) return inWords(error.lastError);
  if (error instanceof Misconfigured || isLimited(error)) return error.message;
  if (isTimeout(error)) return TOO_LONG;
  if (APICallError.isInstance(error)) return byStatus(error.statusCode);
  return outageOf(error)?.message ?? "Something went wrong while answering.";
}

export const TOO_LONG = "The model took too long to answer.";

function isTimeout(error: unknown): boolean {
  return error instanceof Error && error.name === "TimeoutError";
}

function byStatus(status: number | undefined): string {
  if (status === undefined) return "The model could not be reached.";
  if (status === 401 || status === 403) return "The model's provider refused the key that it was given.";
  if (status === 404) return "The model's provider knows no model of that name.";
  if (status === 408 || status === 504) return TOO_LONG;
  if (status === 429) return "The model's provider is busy, or its quota is used up.";
  if (status >= 500) return "The model's provider has a problem of its own.";
  return "The model's provider did not accept the request.";
}
