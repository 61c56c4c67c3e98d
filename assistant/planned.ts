import type { Row } from "@/assistant/shapes";

/** A row that a call changes: how it looks before and after, in short. */
export type PlannedRow = {
  noun: "task" | "tag" | "conversation";
  id: string;
  /** The row that it goes along with; absent for one that can be left out by itself, and for what is made on the way. */
  with?: string;
  isNew: boolean;
  /** It goes to the trash, or is gone. */
  isLost: boolean;
  /** Not of a task that only shows a tag that is written. */
  isWritten: boolean;
  /** After the write: a different one means that another write came in between. */
  version: number;
  was: string;
  is: string;
};

/** What a call comes to: its pieces, and every row that they change. Kept with the question, so it is JSON. */
export type Plan = {
  toolName: string;
  /** Each with the row that it is about, where it changes one. */
  pieces: Array<{ piece: unknown; id?: string }>;
  rows: PlannedRow[];
  /** Rows that are written and end up as they were. */
  unchanged: string[];
};

/** What a question shows. Older ones, still in conversations, have only `task` and `becomes` in their rows, and no tags. */
export type Preview = {
  rows: PreviewRow[];
  tags?: PreviewTag[];
  /** The titles, by id, of the tasks that rows are moved below or away from. Older questions have none. */
  parents?: Record<string, string>;
  /** Ids that the call names and that are not there. */
  missing: string[];
};

export type PreviewRow = {
  task: Row;
  /** Only the fields that would be different; { deleted: true } for a deletion. */
  becomes: Partial<Row>;
  /** The id of the row that it goes along with: of its task, of what it is the next occurrence of, of the tag that it shows. */
  with?: string;
  /** Is not there yet; `task` is how it would be. */
  isNew?: true;
};

export type PreviewTag = {
  tag: { id: string; name: string; color: string };
  becomes: { name?: string; color?: string; deleted?: boolean };
  isNew?: true;
};
