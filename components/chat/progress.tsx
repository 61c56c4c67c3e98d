import { isToolUIPart } from "ai";
import type { ChatMessage } from "@/assistant/message";

/** What the assistant is at, while no words come. */
export function Progress({ message }: { message: ChatMessage | undefined }) {
  const last = message?.parts.findLast(({ type }) => type !== "step-start" && type !== "data-preview");
  if (last?.type === "text" && last.text) return null;
  const under = last && isToolUIPart(last) && (last.state === "input-streaming" || last.state === "input-available");
  return (
    <p className="flex items-center gap-2 text-small text-soft">
      <span aria-hidden className="size-2 animate-pulse rounded-full bg-accent" />
      {(under && doing[last.type]) || "Thinking"}…
    </p>
  );
}

const doing: Partial<Record<ChatMessage["parts"][number]["type"], string>> = {
  "tool-find_tasks": "Searching your tasks",
  "tool-add_tasks": "Adding",
  "tool-change_tasks": "Changing",
  "tool-skip_tasks": "Skipping",
  "tool-complete_tasks": "Completing",
  "tool-reopen_tasks": "Reopening",
  "tool-delete_tasks": "Moving to Trash",
  "tool-restore_tasks": "Restoring",
  "tool-list_tags": "Checking your tags",
  "tool-change_tag": "Changing a tag",
  "tool-restore_tag": "Restoring a tag",
  "tool-undo_turn": "Undoing",
};
