import "server-only";
import { isToolUIPart } from "ai";
import type { ChatMessage } from "@/assistant/message";
import { asksToUndo } from "@/assistant/offline/asks-to-undo";
import type { Turn } from "@/assistant/tools/turn";
import { plainText } from "@/db/messages";
import type { Context } from "@/language/calendar";

/** Whom the assistant works for. */
export type Person = { id: string; timeZone: string; locale: string; weekStart: number };

/**
 * A turn for the newest of the user's messages in `before`.
 * @param parts what its reply has so far.
 */
export function newTurn(
  person: Person,
  reply: Turn["reply"],
  before: ChatMessage[],
  parts: ChatMessage["parts"],
): Turn {
  const context = contextOf(person);
  const takenBack = new Set(before.flatMap(({ metadata }) => (metadata?.undone ? [metadata.turnId] : [])));
  const users = before.filter(({ role }) => role === "user");
  const question = users.at(-1);
  if (!question) throw new Error("A turn answers a message of the user's.");
  return {
    userId: person.id,
    reply,
    by: { who: "assistant", turnId: question.id },
    context,
    saysUndo: asksToUndo(plainText(question.parts), context),
    earlier: users
      .slice(0, -1)
      .map(({ id }) => id)
      .reverse()
      .filter((id) => !takenBack.has(id)),
    free: new Map(),
    asking: new Map(),
    failed: new Map(),
    answered: new Set(
      parts.flatMap((part) => (isToolUIPart(part) && part.state === "approval-responded" ? [part.toolCallId] : [])),
    ),
    committing: new Map(),
    isStopped: false,
    orphans: [],
  };
}

function contextOf({ timeZone, locale, weekStart }: Person): Context {
  return { now: new Date(), timeZone, locale, weekStart: weekStart as Context["weekStart"] };
}
