import "server-only";
import type { z } from "zod";
import type { Find, found, Ids } from "@/assistant/shapes";
import { toRow } from "@/assistant/tools/row";
import type { Turn } from "@/assistant/tools/turn";
import { TooManyRows } from "@/db/dry-run";
import { MOST_ROWS } from "@/db/fields";
import * as tasks from "@/db/tasks";

/** The tasks that fit, at most `limit` of them, in the order of their view. */
export async function find(turn: Turn, input: Find): Promise<z.input<typeof found>> {
  const { items, total } = await tasks.match(turn.userId, input);
  return { tasks: items.map(toRow), more: (input.from ?? 0) + items.length < total, total };
}

/** The tasks that a call means, each once: those that it names, or all that fit. @throws TooManyRows */
export async function idsOf(turn: Turn, { ids = [], filter }: Ids): Promise<string[]> {
  if (!filter) return [...new Set(ids)];
  const { items, total } = await tasks.match(turn.userId, { ...filter, limit: MOST_ROWS });
  if (total > MOST_ROWS) throw new TooManyRows();
  return items.map(({ id }) => id);
}
