"use client";

import * as drafts from "@/components/shell/drafts";

const fieldOf = (id: string | undefined) => `chat ${id ?? "new"}`;
const sentFrom = (id: string | undefined) => `${fieldOf(id)} sent`;

/** What is typed and not sent in a conversation, or, without an id, in the one that is not begun yet; and whether it was found there. */
export function useDraft(id: string | undefined): [string, (text: string) => void, boolean] {
  const [draft, put, isFound] = drafts.useDraft(fieldOf(id));
  return [draft?.text ?? "", (text) => put(text ? { text } : undefined), isFound];
}

/** A new conversation got its id: what was typed meanwhile goes with it. */
export function move(id: string): void {
  drafts.write(fieldOf(id), drafts.read(fieldOf(undefined)));
  drafts.write(fieldOf(undefined), undefined);
}

/** Words that could not be sent come back into the box, above what was typed since. */
export function giveBack(id: string | undefined, text: string): void {
  const typed = drafts.read(fieldOf(id))?.text;
  drafts.write(fieldOf(id), { text: [text, typed].filter(Boolean).join("\n") });
  release(id);
}

/** Keeps a message that is being sent until the server has it. */
export function hold(id: string | undefined, text: string): void {
  drafts.write(sentFrom(id), { text });
}

/** The server has what was sent in the conversation, or, without an id, in the new one. */
export function release(id: string | undefined): void {
  drafts.write(sentFrom(id), undefined);
}

/**
 * A message that the page before this one was sending comes back into the box, unless the conversation has it.
 * @param asked the last question of the conversation.
 */
export function bringBack(id: string | undefined, asked: string | undefined): void {
  const sent = drafts.read(sentFrom(id));
  if (!sent) return;
  if (sent.text !== asked && !drafts.read(fieldOf(id))) drafts.write(fieldOf(id), sent);
  release(id);
}

/** The message that is being sent, when it was found: sent by the page before this one. */
export function useFoundSent(id: string | undefined): boolean {
  const [sent, , isFound] = drafts.useDraft(sentFrom(id));
  return sent !== undefined && isFound;
}
