import type { ChatMessage } from "@/assistant/message";

/** What a message says, without what it did. */
export function textOf({ parts }: ChatMessage): string {
  return parts.flatMap((part) => (part.type === "text" && part.text.trim() ? [part.text] : [])).join("\n\n");
}
