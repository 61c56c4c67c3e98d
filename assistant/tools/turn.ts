import type { Preview } from "@/assistant/message";
import type { Row } from "@/assistant/shapes";
import type { Change } from "@/db/changes";
import type { By } from "@/db/record";
import type { Context } from "@/language/calendar";

/** One question and all that the assistant does about it: what every tool is closed over. */
export type Turn = {
  /** The session's user; the only source of a user's id. */
  userId: string;
  conversationId: string;
  by: By & { turnId: string };
  context: Context;
  /** The user's earlier messages of this conversation, newest first: whose turns "undo that" may mean. */
  earlier: string[];
  /** Tool calls that may run without being asked about, by their ids. */
  free: Set<string>;
  /** Tool calls whose question the user has just answered. */
  answered: Set<string>;
  /** What is about to be asked, by the tool call's id. */
  asking: Map<string, { toolName: string; input: unknown; preview: Preview }>;
  /** Existing tasks that this turn has touched without asking. */
  touched: Set<string>;
  /** What an earlier, interrupted attempt at this turn did and the reply does not know of. */
  orphans: Array<{ what: Change["what"] | "skip"; task: Row }>;
};
