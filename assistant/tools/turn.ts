import type { By } from "@/db/changes";
import type { Context } from "@/language/calendar";

/** One question and all that the assistant does about it: what every tool is closed over. */
export type Turn = {
  /** The session's user; the only source of a user's id. */
  userId: string;
  conversationId: string;
  by: By & { who: "assistant"; turnId: string };
  context: Context;
};
