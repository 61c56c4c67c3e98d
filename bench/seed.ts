import type { Client } from "pg";
import { chance } from "@/bench/seed/chance";
import { copy } from "@/bench/seed/copy";
import { people } from "@/bench/seed/people";
import * as generate from "@/bench/seed/rows";

type Options = {
  users?: number;
  /** How many tasks there are in all, the subtasks, the completed ones and those in the trash included. */
  tasks?: number;
  /** How many open tasks the two have that lists are compared on. */
  heavy?: number;
  light?: number;
  /** Is told how many rows of about how many are in. */
  onProgress?: (done: number, all: number) => void;
};

/** Ids of users: one with very many open tasks, one with a few, and all the others. */
export type Seeded = { heavy: string; light: string; others: string[] };

/**
 * Fills an empty database that is migrated already, by COPY, the same rows each time but for the days, which end today. Tasks are
 * written as they would have come in two years, those of one user between those of all the others, so that they lie scattered.
 * @param client past any pooler; its statement_timeout is lifted.
 */
export async function seed(client: Client, options: Options = {}): Promise<Seeded> {
  const { users = 1_000, tasks = 1_000_000, heavy = 100_000, light = 100, onProgress = () => {} } = options;
  const random = chance(20_261_122);
  const everybody = people({ users, tasks, heavy, light }, random);
  const tables = generate.rows(everybody, random);
  let [done, all] = [0, Math.round(tasks * generate.ROWS_PER_TASK)];

  await client.query("set statement_timeout = 0");
  for (const [table, rows] of tables)
    await copy(client, table, rows, (count) => {
      done += count;
      all = Math.max(all, done);
      onProgress(done, all);
    });
  onProgress(done, done);
  // Vacuumed as a server in use is: else no index could be read without its table.
  await client.query("vacuum analyze");

  const [first, second, ...others] = everybody.map(({ id }) => id);
  if (!first || !second) throw new RangeError("There are at least two users.");
  return { heavy: first, light: second, others };
}
