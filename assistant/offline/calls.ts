import type { Result } from "./results";
import type { Call, Lookup } from "./scene";

/** Has a tool called and waits for what it answers. */
export function* call(tool: string, input: Record<string, unknown> = {}): Lookup<Result> {
  const asked: Call = { tool, input };
  return yield asked;
}

export type View = "today" | "overdue" | "upcoming" | "open" | "completed" | "trash" | "all";

/** What `find_tasks` may be asked; keys that are undefined are left out. */
export type Query = {
  q?: string | undefined;
  view?: View | undefined;
  tag?: string | undefined;
  priority?: string | undefined;
  dueFrom?: string | undefined;
  dueTo?: string | undefined;
};

/** The most tasks that one look brings. */
export const MOST = 50;

export function* find(query: Query): Lookup<Result> {
  const input = Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined));
  return yield* call("find_tasks", { ...input, limit: MOST });
}
