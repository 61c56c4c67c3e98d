import "server-only";
import type { z } from "zod";
import type { Find, found } from "@/assistant/shapes";
import { toRow } from "@/assistant/tools/row";
import type { Turn } from "@/assistant/tools/turn";
import { findByName } from "@/db/tags/find";
import * as tasks from "@/db/tasks";
import type { Task } from "@/db/tasks/row";
import { today } from "@/language/calendar";

/** How many pages are looked through for what the list itself cannot be narrowed to. */
const PAGES = 10;

/** The tasks that fit, at most `limit` of them, in the order of their view. */
export async function find(turn: Turn, input: Find): Promise<z.input<typeof found>> {
  const { parentId: parent, view, limit } = input;
  const words = input.q?.toLowerCase().split(/\s+/).filter(Boolean) ?? [];
  // The list looks for one text; the longest word narrows it most, and the others may stand anywhere.
  const q = words.toSorted((a, b) => b.length - a.length)[0];
  const tag = input.tag && (await findByName(turn.userId, input.tag.replace(/^#/, "")))?.id;
  if (input.tag && !tag) return { tasks: [], more: false };
  const fits = filter(turn, input, words);
  const hits: Task[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < PAGES && hits.length <= limit; page += 1) {
    const { items, nextCursor } = await tasks.list(turn.userId, {
      view: view === "overdue" ? "today" : view,
      limit: 200,
      ...(q && { q }),
      ...(tag && { tag }),
      ...(parent && { parent }),
      ...(cursor && { cursor }),
    });
    hits.push(...items.filter(fits));
    cursor = nextCursor ?? undefined;
    if (!cursor) break;
  }
  return { tasks: hits.slice(0, limit).map(toRow), more: hits.length > limit || cursor !== undefined };
}

function filter(turn: Turn, { view, priority, dueFrom, dueTo }: Find, words: string[]) {
  const now = today(turn.context);
  return ({ dueDate, ...task }: Task) =>
    (!priority || task.priority === priority) &&
    (!dueFrom || (dueDate !== null && dueDate >= dueFrom)) &&
    (!dueTo || (dueDate !== null && dueDate <= dueTo)) &&
    words.every((word) => `${task.title} ${task.description ?? ""}`.toLowerCase().includes(word)) &&
    (view !== "overdue" || (dueDate !== null && dueDate < now));
}
