import type { Case } from "@/bench/db/measure";
import { pool } from "@/db/client";
import { dryRun } from "@/db/dry-run";
import * as tasks from "@/db/tasks";

const by = { who: "you" } as const;

/** What a dry run adds: it is measured beside the very operation that it runs and rolls back. */
export async function dryRuns(userId: string): Promise<Case[]> {
  const text = `
    select id from tasks where user_id = $1 and repeat is null and parent_id is null and deleted_at is null and completed_at is null
    order by md5(id::text) limit 20000`;
  const ids = (await pool.query<{ id: string }>(text, [userId])).rows.map(({ id }) => id);
  let n = 0;
  const some = (count: number) => {
    n += count;
    return Array.from({ length: count }, (_, at) => ids[(n + at) % ids.length] ?? "");
  };
  const move = (count: number) =>
    tasks.changeMany(userId, { ids: some(count), dueDate: `2027-03-${10 + (n % 20)}` }, by);
  return [1, 50, 500].map((count) => ({
    name: `dry run of ${count}`,
    aim: 1.5,
    ours: () => dryRun(userId, () => move(count)),
    bare: () => move(count),
  }));
}
