import type { ChatMessage } from "@/assistant/message";
import type { Row } from "@/assistant/shapes";
import { due, type Edit, edits } from "@/components/chat/edits";
import { type Part, struckFrom } from "@/components/chat/parts";
import type { Context } from "@/language/calendar";

/** A tool call that waits, or waited, for the user's leave. */
export type Ask = {
  approvalId: string;
  state: "open" | "answered" | "allowed" | "declined" | "failed";
  act: Act;
  /** The exact rows, each as it is and as it would be. */
  rows: Array<{ id: string; title: string; edits: Edit[] }>;
  /** How many of them were let through. */
  allowed: number;
};

/** How an act is asked for and told. */
type Act = {
  question: (count: number) => string;
  yes: string;
  no: string;
  /** What speaks for saying yes; `days` is how long the trash keeps things. */
  note: (days: number) => string;
  allowed: (count: number) => string;
  declined: string;
  grave?: boolean;
};

const undoable = () => "Can be undone";
const tasks = (count: number) => (count === 1 ? "1 task" : `${count} tasks`);

const acts: Partial<Record<Part["type"], Act>> = {
  "tool-delete_tasks": {
    question: (count) => `Move ${tasks(count)} to the trash?`,
    yes: "Move to trash",
    no: "Keep them",
    note: (days) => `Restorable for ${days} days`,
    allowed: (count) => `You let ${tasks(count)} go to the trash`,
    declined: "You kept them",
    grave: true,
  },
  "tool-change_tasks": {
    question: (count) => `Change ${tasks(count)}?`,
    yes: "Change",
    no: "Leave as is",
    note: undoable,
    allowed: (count) => `You let ${tasks(count)} be changed`,
    declined: "You left them as they are",
  },
  "tool-skip_tasks": {
    question: (count) => `Skip ${tasks(count)} this time?`,
    yes: "Skip",
    no: "Keep them",
    note: undoable,
    allowed: (count) => `You let ${tasks(count)} be skipped`,
    declined: "You kept them",
  },
  "tool-complete_tasks": {
    question: (count) => `Complete ${tasks(count)}?`,
    yes: "Complete",
    no: "Leave open",
    note: undoable,
    allowed: (count) => `You let ${tasks(count)} be completed`,
    declined: "You left them open",
  },
  "tool-reopen_tasks": {
    question: (count) => `Reopen ${tasks(count)}?`,
    yes: "Reopen",
    no: "Leave completed",
    note: undoable,
    allowed: (count) => `You let ${tasks(count)} be reopened`,
    declined: "You left them completed",
  },
  "tool-restore_tasks": {
    question: (count) => `Restore ${tasks(count)}?`,
    yes: "Restore",
    no: "Leave in the trash",
    note: undoable,
    allowed: (count) => `You let ${tasks(count)} be restored`,
    declined: "You left them in the trash",
  },
};

/** What a part asks leave for; undefined for every other part. */
export function ask(part: Part, message: ChatMessage, clock: Context): Ask | undefined {
  const act = acts[part.type];
  if (!act || !("approval" in part) || !part.approval) return undefined;
  const rows = rowsOf(part.toolCallId, message, clock);
  const allowed = rows.length - struckFrom(part).length;
  return { approvalId: part.approval.id, state: stateOf(part), act, rows, allowed };
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

function rowsOf(toolCallId: string, { parts }: ChatMessage, clock: Context): Ask["rows"] {
  return parts.flatMap((part) => {
    if (part.type !== "data-preview" || part.id !== toolCallId) return [];
    return part.data.rows.map(({ task, becomes }) => ({
      id: task.id,
      title: task.title,
      edits: isMoved(becomes)
        ? dueOnly(task, clock)
        : edits({ was: before(task, becomes), is: { ...task, ...becomes } }, clock),
    }));
  });
}

/** Deleting, completing and their opposites change no field that one reads: the due day tells which task it is. */
function isMoved({ deleted, completed }: Partial<Row>) {
  return deleted !== undefined || completed !== undefined;
}

function dueOnly(task: Row, clock: Context): Edit[] {
  const to = due(task, clock);
  return to ? [{ field: "due", from: null, to }] : [];
}

function before(task: Row, becomes: Partial<Row>): Partial<Row> {
  return Object.fromEntries(Object.keys(becomes).map((key) => [key, task[key as keyof Row]]));
}
