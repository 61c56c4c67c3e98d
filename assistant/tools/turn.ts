import type { Plan, Preview } from "@/assistant/planned";
import type { Row } from "@/assistant/shapes";
import type { Change } from "@/db/changes";
import type { By } from "@/db/record";
import type { Context } from "@/language/calendar";

/** One question and all that the assistant does about it: what every tool is closed over. */
export type Turn = {
  /** The session's user; the only source of a user's id. */
  userId: string;
  /** The reply that this run has claimed. */
  reply: { id: string; conversationId: string; run: string; isSignedIn: boolean };
  by: By & { turnId: string };
  context: Context;
  /** The user's own message asks to undo. */
  saysUndo: boolean;
  /** The user's earlier messages of this conversation, newest first: whose turns "undo that" may mean. */
  earlier: string[];
  /** Tool calls of the present step that may run unasked and have not run yet, by their ids. */
  free: Map<string, Plan>;
  /** What is about to be asked, by the tool call's id. */
  asking: Map<string, { input: unknown; plan: Plan; preview: Preview }>;
  /** Why tool calls could not even be tried. */
  failed: Map<string, unknown>;
  /** Tool calls whose question the user has just answered. */
  answered: Set<string>;
  /** Tool calls that nothing stops any more, with what they come to. */
  committing: Map<string, { toolCallId: string; toolName: string; input: unknown; output: Promise<unknown> }>;
  /** Its run has to end: the user stopped it, or its conversation is gone. The model is not asked again, and nothing is written. */
  isStopped: boolean;
  /** What an earlier, interrupted attempt at this turn did and the reply does not know of. */
  orphans: Array<{ what: Change["what"] | "skip"; task: Row }>;
};
