import "server-only";
import { randomUUID } from "node:crypto";
import { isToolUIPart } from "ai";
import type { ChatMessage } from "@/assistant/message";
import { touched } from "@/assistant/resume";
import type { Turn } from "@/assistant/tools/turn";
import type { Context } from "@/language/calendar";

/** Whom the assistant works for. */
export type Person = { id: string; timeZone: string; locale: string; weekStart: number };

/**
 * A turn for the newest of the user's messages in `before`.
 * @param parts what its reply has so far.
 */
export function newTurn(
  person: Person,
  conversationId: string,
  before: ChatMessage[],
  parts: ChatMessage["parts"],
): Turn {
  const takenBack = new Set(before.flatMap(({ metadata }) => (metadata?.undone ? [metadata.turnId] : [])));
  const users = before.flatMap(({ id, role }) => (role === "user" ? [id] : []));
  const turnId = users.at(-1) ?? randomUUID();
  return {
    userId: person.id,
    conversationId,
    by: { who: "assistant", turnId },
    context: contextOf(person),
    earlier: users
      .slice(0, -1)
      .reverse()
      .filter((id) => !takenBack.has(id)),
    free: new Set(),
    answered: new Set(
      parts.flatMap((part) => (isToolUIPart(part) && part.state === "approval-responded" ? [part.toolCallId] : [])),
    ),
    asking: new Map(),
    touched: touched(parts),
    orphans: [],
  };
}

function contextOf({ timeZone, locale, weekStart }: Person): Context {
  return { now: new Date(), timeZone, locale, weekStart: weekStart as Context["weekStart"] };
}
