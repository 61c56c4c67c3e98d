"use client";

import * as drafts from "@/components/shell/drafts";
import { useDrafts, useText } from "@/components/shell/use-draft";

/** Names the draft of a conversation, or, without an id, of the one that is not begun. */
export const fieldOf = (id: string | undefined) => `chat ${id ?? "new"}`;

/** A message on its way. Where `isNew`, its conversation is only there once the server has the message. */
export type Sent = drafts.Draft & { conversation: string; isNew: boolean };

const MESSAGE = drafts.lineField("message", "");

/** What is typed and not sent in a conversation, or, without an id, in the one that is not begun yet; and whether it was found there. */
export function useDraft(id: string | undefined) {
  return useText(fieldOf(id));
}

/** A new conversation got its id: what was typed here meanwhile goes with it. What another tab writes to a new one stays there. */
export function move(id: string): void {
  drafts.rename(fieldOf(undefined), fieldOf(id), true);
}

/** What was written where it can be sent no more goes into the conversation that is not begun. */
export function moveToNew(field: string): void {
  drafts.rename(field, fieldOf(undefined));
}

/** Words that could not be sent come back into the box, above what was typed since. */
export function giveBack(id: string | undefined, text: string): void {
  if (!text) return;
  const typed = drafts.read(fieldOf(id))?.text;
  drafts.write(fieldOf(id), { text: [text, typed].filter(Boolean).join("\n") });
}

/** Keeps a message that is being sent until the server has it, whatever becomes of the page. */
export function hold(messageId: string, sent: Sent): void {
  drafts.write(MESSAGE + messageId, sent);
}

/** The server has the message, or it is not sent any more. */
export function release(messageId: string): void {
  drafts.write(MESSAGE + messageId, undefined);
}

/** The messages that are held for a conversation, or, without an id, for one that is not begun; oldest first. */
export function useHeld(id: string | undefined): Held[] {
  const held = useDrafts<Sent>(MESSAGE);
  return held
    .filter(({ draft }) => (id ? draft.conversation === id : draft.isNew))
    .map(({ field, draft }) => ({ field, draft, messageId: field.slice(MESSAGE.length) }));
}

export type Held = { field: string; messageId: string; draft: Sent };
