import type { ChatMessage } from "@/assistant/message";
import { type Act, acts, type Count } from "@/components/chat/ask-acts";
import { type AskRow, rowsOf } from "@/components/chat/ask-rows";
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

/** What a part asks leave for; undefined for every other part. */
export function ask(part: Part, message: ChatMessage, clock: Context): Ask | undefined {
  const act = acts[part.type];
  if (!act || !("approval" in part) || !part.approval) return undefined;
  const preview = message.parts.find((other) => other.type === "data-preview" && other.id === part.toolCallId);
  return {
    approvalId: part.approval.id,
    state: stateOf(part),
    act,
    rows: preview?.type === "data-preview" ? rowsOf(preview.data, act, clock) : [],
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
