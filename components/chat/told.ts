import type { ChatMessage } from "@/assistant/message";
import { type Ask, countOf } from "@/components/chat/ask";

export type Outcome = Ask["state"] | "interrupted";

/** What came of a question. Its reply may have been cut short before anything came of the answer. */
export function outcomeOf({ state }: Ask, { metadata }: ChatMessage): Outcome {
  const isCut = metadata?.state === "stopped" || metadata?.state === "failed";
  return state === "answered" && isCut ? "interrupted" : state;
}

/** The same in words. */
export function told({ act, rows, struck, failure }: Ask, outcome: Outcome): string {
  const count = countOf(rows, new Set(struck));
  return {
    open: `Not answered: ${act.question(count)}`,
    interrupted: `Interrupted: ${act.question(count)}`,
    answered: act.allowed(count),
    allowed: act.allowed(count),
    declined: "You cancelled this",
    failed: failure ?? "That didn’t work. Nothing was changed.",
  }[outcome];
}
