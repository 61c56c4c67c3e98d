import "server-only";
import { sql } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import { Limited } from "@/db/limited";
import { type Connection, given, statement } from "@/db/statement";

/** How much one user keeps at most, the trash counted: rows, so what a purge or an erasure removes is given back by itself. */
export const QUOTAS = { tasks: 200_000, tags: 500, conversations: 10_000 };
type Noun = keyof typeof QUOTAS;

/** How many tasks the assistant adds at most in answer to one message, whatever a model says. */
export const PER_TURN = 500;

/**
 * A user further than `MARGIN` from a quota adds freely: on one count, up to `FREE` rows, for so many milliseconds. It would take
 * ten processes that all do so at once to come near. Within the margin each addition is counted under a lock.
 */
const MARGIN = 20_000;
const FREE = { rows: 2_000, time: 10_000 };

/** How many users' counts are remembered. */
const MANY = 10_000;

type Count = { count: number };
const counting = (noun: Noun) =>
  statement<Count>(
    `quotas_count_${noun}`,
    sql`select count(*)::int as count from ${sql.raw(noun)} where user_id = ${given("userId")}`,
  );
const counted = { tasks: counting("tasks"), tags: counting("tags"), conversations: counting("conversations") };

/** Adding a row neither blocks others by this, nor is blocked: only those who ask for the same. */
const locked = statement("quotas_lock", sql`select from users where id = ${given("userId")} for no key update`);

const addedInTurn = statement<Count>(
  "quotas_added_in_turn",
  sql`
    select count(*)::int as count from changes
    where user_id = ${given("userId")} and turn_id = ${given("turnId")} and noun = 'task' and what = 'add'`,
);

const count = async (userId: string, noun: Noun, on?: Connection) =>
  (await counted[noun]({ userId }, on))[0]?.count ?? 0;

/** What a user may add freely, until when by a clock that nobody can set. */
type Free = { rows: number; until: number };
const free = new Map<string, Free>();

function spend(userId: string, rows: number): boolean {
  const left = free.get(userId);
  if (!left || left.rows < rows || left.until < performance.now()) return false;
  left.rows -= rows;
  return true;
}

/** Counts under way: those who need the same one wait for it together. */
const counts = new Map<string, Promise<boolean>>();

function isFar(userId: string): Promise<boolean> {
  const shared = counts.get(userId) ?? countAnew(userId).finally(() => counts.delete(userId));
  counts.set(userId, shared);
  return shared;
}

/** Counts a user's tasks. @returns whether they are far from the quota, and so have something to spend. */
async function countAnew(userId: string, on?: Connection): Promise<boolean> {
  const isFar = (await count(userId, "tasks", on)) <= QUOTAS.tasks - MARGIN;
  const [oldest] = free.keys();
  if (free.size >= MANY && oldest) free.delete(oldest);
  free.delete(userId);
  if (isFar) free.set(userId, { rows: FREE.rows, until: performance.now() + FREE.time });
  return isFar;
}

/**
 * Adds so many tasks, or finds in the end that fewer were to be added.
 * @param act is done in the transaction that it is given, where it is given one.
 * @throws Limited when there would be too many; then nothing was added.
 */
export async function addTasks<T>(userId: string, rows: number, act: (on?: Transaction) => Promise<T>): Promise<T> {
  if (spend(userId, rows) || ((await isFar(userId)) && spend(userId, rows))) return act();
  return db.transaction(async (tx) => {
    const made = await act(tx);
    await check(userId, "tasks", tx);
    return made;
  });
}

/** The same within a transaction that has added a task, with as many as there are below it. @throws Limited */
export async function addedTasks(userId: string, rows: number, on: Connection): Promise<void> {
  if (!spend(userId, rows) && !(await countAnew(userId, on))) await check(userId, "tasks", on);
}

/**
 * Ends a transaction that has added rows: of those who add at once each one sees what was committed before it.
 * @throws Limited when there are too many now.
 */
export async function check(userId: string, noun: Noun, on: Connection): Promise<void> {
  await locked({ userId }, on);
  if ((await count(userId, noun, on)) <= QUOTAS[noun]) return;
  throw new Limited(
    `You have ${QUOTAS[noun].toLocaleString("en")} ${noun}, counting the ones in Trash. That’s the limit.`,
  );
}

/** @throws Limited when the assistant would add too many in one turn. Its calls come one after the other. */
export async function checkTurn(userId: string, { turnId, rows }: { turnId: string; rows: number }): Promise<void> {
  const [before] = await addedInTurn({ userId, turnId });
  if ((before?.count ?? 0) + rows <= PER_TURN) return;
  throw new Limited(`The assistant adds at most ${PER_TURN} tasks at a time.`);
}
