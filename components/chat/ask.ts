import type { ChatMessage } from "@/assistant/message";
import type { Preview, PreviewRow, PreviewTag } from "@/assistant/planned";
import type { Row } from "@/assistant/shapes";
import { type Act, acts, type Count } from "@/components/chat/ask-acts";
import { due, type Edit, edits } from "@/components/chat/edits";
import { type Part, struckFrom } from "@/components/chat/parts";
import type { Context } from "@/language/calendar";

/** A tool call that waits, or waited, for the user's leave. */
export type Ask = {
  approvalId: string;
  state: "open" | "answered" | "allowed" | "declined" | "failed";
  act: Act;
  /** Every row that would change, as it is and as it would be; those that go along with another one right behind it. */
  rows: AskRow[];
  /** Which rows the user struck off, as far as the tool has answered. */
  struck: string[];
  /** Why nothing came of it, when it failed. */
  failure: string | undefined;
};

export type AskRow = {
  id: string;
  kind: "task" | "tag";
  title: string;
  edits: Edit[];
  isNew: boolean;
  /** The row that it goes along with, and is left out with. */
  with: string | undefined;
};

/** What a part asks leave for; undefined for every other part. */
export function ask(part: Part, message: ChatMessage, clock: Context): Ask | undefined {
  const act = acts[part.type];
  if (!act || !("approval" in part) || !part.approval) return undefined;
  const preview = message.parts.find((other) => other.type === "data-preview" && other.id === part.toolCallId);
  return {
    approvalId: part.approval.id,
    state: stateOf(part),
    act,
    rows: preview?.type === "data-preview" ? rowsOf(preview.data, part.type, clock) : [],
    struck: struckFrom(part),
    failure: part.errorText,
  };
}

/** How many tasks and tags a question is about, without what was struck off. */
export function countOf(rows: AskRow[], struck: ReadonlySet<string>): Count {
  const left = rows.filter((row) => !struck.has(row.with ?? row.id));
  const tags = left.filter(({ kind }) => kind === "tag");
  const [first] = tags.length > 0 ? tags : left;
  return { tasks: left.length - tags.length, tags: tags.length, first: first?.title ?? "" };
}

function stateOf(part: Extract<Part, { toolCallId: string }>): Ask["state"] {
  switch (part.state) {
    case "approval-requested":
      return "open";
    case "output-available":
      return "allowed";
    case "output-error":
      return "failed";
    case "output-denied":
      return "declined";
    default:
      return part.approval?.approved === false ? "declined" : "answered";
  }
}

function rowsOf({ rows, tags = [] }: Preview, type: Part["type"], clock: Context): AskRow[] {
  const all = [...tags.map(tagRow), ...rows.map((row) => taskRow(row, type, clock))];
  const followers = Map.groupBy(all, (row) => row.with);
  const leaders = all.filter((row) => !row.with);
  return leaders.flatMap((leader) => [leader, ...(followers.get(leader.id) ?? [])]);
}

function tagRow({ tag, becomes, isNew }: PreviewTag): AskRow {
  const found: Array<Edit | false> = [
    becomes.name !== undefined && { field: "title", from: null, to: `#${becomes.name}` },
    becomes.color !== undefined && { field: "tags", from: null, to: "New colour" },
    becomes.deleted !== undefined && moved(becomes.deleted),
    isNew === true && { field: "tags", from: null, to: "New tag" },
  ];
  const edits = found.filter((edit) => edit !== false);
  return { id: tag.id, kind: "tag", title: tag.name, edits, isNew: isNew === true, with: undefined };
}

function taskRow(row: PreviewRow, type: Part["type"], clock: Context): AskRow {
  const { task, becomes, isNew } = row;
  return {
    id: task.id,
    kind: "task",
    title: task.title,
    edits: isNew ? dueOnly(task, clock) : editsOf(task, becomes, type, clock),
    isNew: isNew === true,
    with: row.with,
  };
}

/** What would become of a task. Where all go to the same state, the question says so, and the due day tells which task it is. */
function editsOf(task: Row, becomes: Partial<Row>, type: Part["type"], clock: Context): Edit[] {
  const changes = edits({ was: before(task, becomes), is: { ...task, ...becomes } }, clock);
  const { deleted, completed } = becomes;
  if (deleted === undefined && completed === undefined) return changes;
  if (type !== "tool-undo_turn") return dueOnly(task, clock);
  const state = completed ? "Completed" : "Reopened";
  return [...changes, deleted === undefined ? { field: "state", from: null, to: state } : moved(deleted)];
}

const moved = (deleted: boolean): Edit => ({
  field: "state",
  from: null,
  to: deleted ? "To Trash" : "Back from Trash",
});

function dueOnly(task: Row, clock: Context): Edit[] {
  const to = due(task, clock);
  return to ? [{ field: "due", from: null, to }] : [];
}

function before(task: Row, becomes: Partial<Row>): Partial<Row> {
  return Object.fromEntries(Object.keys(becomes).map((key) => [key, task[key as keyof Row]]));
}
