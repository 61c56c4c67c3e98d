import type { Row } from "@/assistant/shapes";
import type { Part } from "@/components/chat/parts";

/** What an act would change: tasks, without those that only go along; tags; and the name of the first thing. */
export type Count = { tasks: number; tags: number; first: string };

/** How an act is asked for and told. */
export type Act = {
  question: (count: Count) => string;
  yes: string;
  /** What speaks for saying yes; `days` is how long the trash keeps things. */
  note: (days: number) => string;
  allowed: (count: Count) => string;
  grave?: boolean;
  /** What it says itself that becomes of each task. */
  makes?: Partial<Row>;
};

const undoable = () => "You can undo this";
const number = (count: number) => count.toLocaleString("en");
const tasks = ({ tasks: count }: Count) => (count === 1 ? "1 task" : `${number(count)} tasks`);
const changes = (count: Count) => {
  const all = count.tasks + count.tags;
  return all === 1 ? "1 change" : `${number(all)} changes`;
};
/** A tag's own change shows on its tasks. */
const on = (count: Count, word: string) => (count.tasks > 0 ? ` ${word} ${tasks(count)}` : "");

const onTasks = (verb: string, past: string, more: Partial<Act> = {}): Act => ({
  question: (count) => `${verb} ${tasks(count)}?`,
  yes: verb,
  note: undoable,
  allowed: (count) => `You ${past} ${tasks(count)}`,
  ...more,
});

export const acts: Partial<Record<Part["type"], Act>> = {
  "tool-add_tasks": onTasks("Add", "added"),
  "tool-change_tasks": onTasks("Change", "changed"),
  "tool-skip_tasks": onTasks("Skip", "skipped", { question: (count) => `Skip ${tasks(count)} this time?` }),
  "tool-complete_tasks": onTasks("Complete", "completed", { makes: { completed: true } }),
  "tool-reopen_tasks": onTasks("Reopen", "reopened", { makes: { completed: false } }),
  "tool-restore_tasks": onTasks("Restore", "restored", { makes: { deleted: false } }),
  "tool-delete_tasks": {
    question: (count) => `Move ${tasks(count)} to Trash?`,
    yes: "Move to Trash",
    note: (days) => `Kept for ${days} days`,
    allowed: (count) => `You moved ${tasks(count)} to Trash`,
    grave: true,
    makes: { deleted: true },
  },
  "tool-change_tag": {
    question: (count) => `Change the tag “${count.first}”${on(count, "on")}?`,
    yes: "Change",
    note: undoable,
    allowed: (count) => `You changed the tag “${count.first}”`,
  },
  "tool-restore_tag": {
    question: (count) => `Restore the tag “${count.first}”${on(count, "to")}?`,
    yes: "Restore",
    note: undoable,
    allowed: (count) => `You restored the tag “${count.first}”`,
  },
  "tool-undo_turn": {
    question: (count) => `Undo ${changes(count)}?`,
    yes: "Undo",
    note: () => "You can redo this",
    allowed: (count) => `You undid ${changes(count)}`,
  },
};
