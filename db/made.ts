import "server-only";
import { sql } from "drizzle-orm";
import type { By } from "@/db/record";
import { type Connection, given, statement } from "@/db/statement";

/**
 * The id that a new row shall have, where a door names it: the same call again, after its answer was lost, is then known by it, and
 * answered with what was made the first time. Never an id that a client chose.
 */
export type Claimed = { id?: string };

const recalled = statement<{ after: unknown }>(
  "changes_made",
  sql`
    select after from changes
    where user_id = ${given("userId")} and subject_id = ${given("id")} and noun = ${given("noun")} and what = 'add'
    order by id limit 1`,
);

/** What was made under this id, just as it was made: whatever became of it since, its record has kept that. */
export async function made<Snapshot>(
  userId: string,
  { noun, id }: Claimed & { noun: "task" | "tag" },
): Promise<Snapshot | undefined> {
  if (id === undefined) return undefined;
  const [row] = await recalled({ userId, noun, id });
  return row?.after as Snapshot | undefined;
}

const madeInTurn = statement<{ after: unknown }>(
  "changes_made_in_turn",
  sql`
    select after from changes
    where user_id = ${given("userId")} and turn_id = ${given("turnId")} and noun = ${given("noun")} and what = 'add' and who = 'you'
    order by id`,
);

/**
 * Whether all that is made in a turn is one write: one of the user's own, said again where its answer was lost. A turn of anyone
 * else's may write as often as it likes.
 */
export const isOnce = ({ who, turnId }: By) => who === "you" && turnId !== undefined;

/** What was made in this turn, where that is one write. */
export async function madeIn<Snapshot>(
  userId: string,
  by: By,
  { noun }: { noun: "task" | "tag" },
  on?: Connection,
): Promise<Snapshot[]> {
  if (!isOnce(by)) return [];
  return (await madeInTurn({ userId, turnId: by.turnId, noun }, on)).map(({ after }) => after as Snapshot);
}
