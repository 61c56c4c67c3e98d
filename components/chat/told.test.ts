import { expect, test } from "vitest";
import type { ChatMessage, Metadata } from "@/assistant/message";
import { ask } from "@/components/chat/ask";
import { outcomeOf, told } from "@/components/chat/told";

const approval = { id: "a", approved: true };
const call = { type: "tool-delete_tasks", toolCallId: "c", input: { ids: [] }, approval };
const output = { done: [], failed: [] };
const clock = { now: new Date(), timeZone: "UTC" };

/** What is said of a question about no task, when its reply is in that state. */
function words(part: object, state: Metadata["state"]) {
  const parts = [{ ...call, ...part }] as ChatMessage["parts"];
  const message: ChatMessage = {
    id: "m",
    role: "assistant",
    parts,
    metadata: { turnId: "t", ...(state && { state }) },
  };
  const found = parts[0] && ask(parts[0], message, clock);
  return found && told(found, outcomeOf(found, message));
}

test.each<[object, Metadata["state"], string]>([
  [{ state: "approval-requested" }, "waiting", "Not answered: Move 0 tasks to Trash?"],
  [{ state: "approval-responded" }, "waiting", "You moved 0 tasks to Trash"],
  [{ state: "approval-responded" }, "running", "You moved 0 tasks to Trash"],
  [{ state: "approval-responded" }, "stopped", "Interrupted: Move 0 tasks to Trash?"],
  [{ state: "approval-responded" }, "failed", "Interrupted: Move 0 tasks to Trash?"],
  [{ state: "output-available", output }, "stopped", "You moved 0 tasks to Trash"],
  [{ state: "output-error", errorText: "Your list has changed." }, "done", "Your list has changed."],
  [{ state: "output-denied" }, "done", "You cancelled this"],
])("%j in a reply that is %s", (part, state, said) => {
  expect(words(part, state)).toBe(said);
});
