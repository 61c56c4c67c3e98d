import type { ChatMessage } from "@/assistant/message";
import type { Row, Written } from "@/assistant/shapes";

export type Part = ChatMessage["parts"][number];

type Failed = Written["failed"][number];

/** Whether the user struck a row off an approval; its card says that already. Older messages have only the reason. */
const isStruck = ({ struck, reason }: Failed) => struck ?? reason === "left out by the user";

/** What a tool wrote to tasks, without what was so already; nothing for a tool that only reads. */
export function writesOf(part: Part): Written["done"] {
  return outputOf(part)?.done.filter(({ changeId }) => changeId) ?? [];
}

/** What a tool wrote to tags. */
export function tagWritesOf(part: Part) {
  return tagOutputOf(part)?.done.filter(({ changeId }) => changeId) ?? [];
}

/** What was asked of a tool and not done, with the reason. */
export function failuresOf(part: Part): Written["failed"] {
  return failedOf(part).filter((one) => !isStruck(one));
}

function failedOf(part: Part): Written["failed"] {
  const undone = part.type === "tool-undo_turn" && part.state === "output-available" ? part.output : undefined;
  return (outputOf(part) ?? tagOutputOf(part) ?? undone)?.failed ?? [];
}

/** Which rows of an approval the user struck off, as far as the tool has answered. */
export function struckFrom(part: Part): string[] {
  return failedOf(part).flatMap((one) => (isStruck(one) ? [one.id] : []));
}

/** What a turn took back of an earlier one. */
export function takenBackBy(part: Part) {
  return part.type === "tool-undo_turn" && part.state === "output-available" ? part.output.undone : [];
}

/** Every task that a part shows, as it was then. */
export function rowsOf(part: Part): Row[] {
  if (part.type === "data-preview") return part.data.rows.map(({ task }) => task);
  if (part.type === "tool-find_tasks") return part.state === "output-available" ? part.output.tasks : [];
  return writesOf(part).map(({ task }) => task);
}

/** A reply's parts as one reads them: words first, then what was found for them. What was found on the way is left out. */
export function readable(message: ChatMessage): Part[] {
  const shown = findings(message);
  const read: Part[] = [];
  let held: Part[] = [];
  for (const part of message.parts) {
    if (part.type === "tool-find_tasks") held.push(...(shown.has(part) ? [part] : []));
    else read.push(part);
    if (part.type === "text" && part.text.trim()) {
      read.push(...held);
      held = [];
    }
  }
  return [...read, ...held];
}

/**
 * The findings that answer a question. Where the turn went on to write or to ask, looking was only the way there; while it is
 * still running, that shows once words follow.
 */
function findings({ parts, metadata }: ChatMessage): ReadonlySet<Part> {
  const acts = parts.some((part) => part.type === "data-preview" || writesOf(part).length > 0);
  if (acts) return new Set();
  const spoken = parts.findLastIndex((part) => part.type === "text" && part.text.trim() !== "");
  const upTo = metadata?.state === "running" ? spoken : parts.length;
  return new Set(
    parts.slice(0, Math.max(upTo, 0)).filter((part) => part.type === "tool-find_tasks" && rowsOf(part).length > 0),
  );
}

function outputOf(part: Part): Written | undefined {
  switch (part.type) {
    case "tool-add_tasks":
    case "tool-change_tasks":
    case "tool-skip_tasks":
    case "tool-complete_tasks":
    case "tool-reopen_tasks":
    case "tool-delete_tasks":
    case "tool-restore_tasks":
      return part.state === "output-available" ? part.output : undefined;
    default:
      return undefined;
  }
}

function tagOutputOf(part: Part) {
  const writes = part.type === "tool-change_tag" || part.type === "tool-restore_tag";
  return writes && part.state === "output-available" ? part.output : undefined;
}
