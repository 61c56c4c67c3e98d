import type { Query, Result, Row } from "./results";
import type { Call, Lookup } from "./scene";

/** Has a tool called and waits for what it answers. */
export function* call(tool: string, input: Record<string, unknown> = {}): Lookup<Result> {
  const asked: Call = { tool, input };
  return yield asked;
}

/** How many tasks a look brings, and one that goes on; how many are looked through at the most. */
const FIRST = 50;
const NEXT = 500;
const MOST = 2_000;

export const given = (query: Query) =>
  Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined));

/** The first tasks that fit, and how many do in all. */
export function* find(query: Query): Lookup<Result> {
  return yield* call("find_tasks", { ...given(query), limit: FIRST });
}

/** All tasks that fit, `more` if there are too many to look through. */
export function* findAll(query: Query): Lookup<{ rows: Row[]; more: boolean }> {
  let { tasks: rows, more } = yield* find(query);
  while (more && rows.length < MOST) {
    const next = yield* call("find_tasks", { ...given(query), limit: NEXT, from: rows.length });
    more = next.more && next.tasks.length > 0;
    rows = [...rows, ...next.tasks];
  }
  return { rows, more };
}
