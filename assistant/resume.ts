import "server-only";
import { isToolUIPart } from "ai";
import type { ChatMessage } from "@/assistant/message";
import type { Written } from "@/assistant/shapes";
import { toRow } from "@/assistant/tools/row";
import type { Turn } from "@/assistant/tools/turn";
import { recorded } from "@/assistant/tools/write";

/**
 * What a turn wrote and these parts of its reply do not know of: its process died after the write and before the reply was
 * kept. The record of changes is made with each write, so nothing can be missing from it.
 */
export async function orphans(turn: Turn, parts: ChatMessage["parts"]): Promise<Turn["orphans"]> {
  const known = new Set(written(parts).flatMap(({ changeId, next }) => [changeId, next?.id]));
  const changes = await recorded(turn);
  return changes.flatMap(({ id, what, subjectId, after }) =>
    known.has(id) || known.has(subjectId) ? [] : [{ what: after.parts ? ("skip" as const) : what, task: toRow(after) }],
  );
}

function written(parts: ChatMessage["parts"]): Written["done"] {
  return parts.flatMap((part) => {
    if (!isToolUIPart(part) || part.state !== "output-available") return [];
    const { done } = Object(part.output) as Partial<Written>;
    return done?.filter((each) => "task" in each) ?? [];
  });
}
