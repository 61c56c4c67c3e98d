import type { ChatMessage } from "@/assistant/message";
import type { Written } from "@/assistant/shapes";
import { differing, due, type Edit, edits } from "@/components/chat/edits";
import { failuresOf, rowsOf, tagWritesOf, takenBackBy, writesOf } from "@/components/chat/parts";
import { verbs } from "@/components/tasks/step-words";
import { type Context, describeDayInText } from "@/language/calendar";

export type What = "add" | "change" | "complete" | "reopen" | "remove" | "restore" | "tag" | "undo";

/** One thing that a turn did, to one task or tag. */
export type Change = { id: string; what: What; title: string; edits: Edit[]; changeIds: string[] };

/** All that a turn did, as the one card at its end. */
export type Card = {
  turnId: string;
  changes: Change[];
  /** What was asked for and not done, with the reason. */
  failures: Array<{ id: string; title: string; reason: string }>;
  /** There is something to take back, and it has not been taken back by a later turn. */
  undoable: boolean;
};

type Done = Written["done"][number];

/**
 * The card of one reply; undefined when it changed nothing and nothing failed.
 * @param conversation all messages, for a later turn may have taken this one back.
 */
export function card(reply: ChatMessage, conversation: ChatMessage[], clock: Context): Card | undefined {
  const changes = [...merge(reply.parts.flatMap(writesOf)).map((write) => changeOf(write, clock)), ...others(reply)];
  const titles = titlesIn(conversation);
  const failures = reply.parts
    .flatMap(failuresOf)
    .map((failure) => ({ ...failure, title: titles.get(failure.id) ?? name(failure.id) }));
  if (changes.length + failures.length === 0) return undefined;
  const back = new Set(conversation.flatMap(({ parts }) => parts.flatMap(takenBackBy).map(({ changeId }) => changeId)));
  const undoable = changes.some(({ what, changeIds }) => what !== "undo" && changeIds.some((id) => !back.has(id)));
  return { turnId: reply.metadata?.turnId ?? "", changes, failures, undoable };
}

/** What one write was, told from what is different: the same for every tool. */
export function whatOf({ task, was }: Pick<Done, "task" | "was">): Exclude<What, "tag" | "undo"> {
  if (was.deleted !== undefined) return task.deleted ? "remove" : "restore";
  if (was.completed !== undefined) return task.completed ? "complete" : "reopen";
  return Object.keys(was).length === 0 ? "add" : "change";
}

type Write = Done & { what: What; changeIds: string[] };

/** Several writes to one task become one: what it was before the first, what it is after the last. */
function merge(writes: Done[]): Write[] {
  const byTask = new Map<string, Write>();
  for (const write of writes) {
    const { task, was, changeId } = write;
    const first = byTask.get(task.id);
    const ids = [...(first?.changeIds ?? []), ...(changeId ? [changeId] : [])];
    const what = whatOf(write);
    const kept = first && (what === "change" || (first.what === "add" && what !== "remove")) ? first.what : what;
    const before = first?.what === "add" ? {} : differing({ ...was, ...first?.was }, task);
    byTask.set(task.id, { ...write, was: before, what: kept, changeIds: ids });
  }
  return [...byTask.values()];
}

function changeOf({ task, was, what, changeIds, next }: Write, clock: Context): Change {
  const change = { id: task.id, what, title: task.title, changeIds };
  if (what === "add") return { ...change, edits: [{ field: "due", from: null, to: due(task, clock) }] };
  if (what === "complete" && next)
    return { ...change, edits: [{ field: "due", from: null, to: `Next ${due(next, clock, describeDayInText)}` }] };
  return { ...change, edits: edits({ was, is: task }, clock) };
}

/** What a turn did to tags, and what it took back. */
function others({ parts }: ChatMessage): Change[] {
  const tags = parts.flatMap(tagWritesOf).map(({ tag, was, changeId }): Change => {
    const edit = {
      field: "title" as const,
      from: was.name ? `#${was.name}` : null,
      to: was.color ? "New colour" : null,
    };
    const what = was.deleted ? "restore" : "tag";
    return { id: tag.id, what, title: `#${tag.name}`, edits: [edit], changeIds: changeId ? [changeId] : [] };
  });
  const back = parts.flatMap(takenBackBy).map(({ changeId, title, what }): Change => {
    return {
      id: changeId,
      what: "undo",
      title,
      edits: [{ field: "title", from: past[what] ?? null, to: null }],
      changeIds: [],
    };
  });
  return [...tags, ...back];
}

const past: Record<string, string> = verbs;

function titlesIn(conversation: ChatMessage[]): Map<string, string> {
  const rows = conversation.flatMap(({ parts }) => parts.flatMap(rowsOf));
  return new Map(rows.map(({ id, title }) => [id, title]));
}

/** A new task has no id yet: its failure is named by its title. */
function name(id: string) {
  return /^[0-9a-f-]{36}$/i.test(id) ? "A task" : id;
}
