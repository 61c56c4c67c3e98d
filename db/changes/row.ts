import type { ConversationSnapshot } from "@/db/conversations/row";
import type { By } from "@/db/record";
import type { TagSnapshot } from "@/db/tags/row";
import type { Part } from "@/db/tasks/parts";
import type { TaskSnapshot } from "@/db/tasks/row";

/** The record of one write to `Noun`: how it was, null where it was added, and how it became. */
type Of<Noun, Snapshot> = {
  id: string;
  who: By["who"];
  what: "add" | "change" | "complete" | "reopen" | "remove" | "restore";
  noun: Noun;
  subjectId: string;
  before: Snapshot | null;
  after: Snapshot;
  turnId: string | null;
  /** The change that this one took back. */
  undoesId: string | null;
  createdAt: Date;
};

/**
 * A reopened task notes the subtasks that were `reopened` with it, and the next occurrence that was `trashed`; a skipped one the
 * `parts` that moved along.
 */
export type TaskChange = Of<"task", TaskSnapshot & { reopened?: string[]; trashed?: string[]; parts?: Part[] }>;
export type TagChange = Of<"tag", TagSnapshot>;
export type ConversationChange = Of<"conversation", ConversationSnapshot>;
export type Change = TaskChange | TagChange | ConversationChange;

/** What became of an undo: `nothing` where all was as before already; a conflict says what stands in the way. */
export type Outcome = "done" | "nothing" | { conflict: string };
