import "server-only";
import { getTableColumns, getTableName } from "drizzle-orm";
import { toSnakeCase } from "drizzle-orm/casing";
import type { PgTable } from "drizzle-orm/pg-core";
import type pg from "pg";
import { openDirect } from "@/db/connection";
import { Limited } from "@/db/limited";
import { conversations, messages } from "@/db/schema/conversations";
import { tags, taskTags } from "@/db/schema/tags";
import { tasks } from "@/db/schema/tasks";
import { users } from "@/db/schema/users";

/** What a person takes along, in this order, by the keys of the file; `order` is SQL. */
const PARTS: Array<{ key: string; table: PgTable; order: string }> = [
  { key: "tasks", table: tasks, order: "position, id" },
  { key: "tags", table: tags, order: "id" },
  { key: "taskTags", table: taskTags, order: "id" },
  { key: "conversations", table: conversations, order: "id" },
  { key: "messages", table: messages, order: "conversation_id, created_at, id" },
];

/** Columns that the program keeps for itself: a task's texts as a search compares them, and what a reply may still do unasked. */
const NOTES = new Set(["searchText", "unasked"]);

/** How many rows are in memory at once; a message can be long. */
const BATCH = 50;

/** How many users this process writes out at once, each on a connection of its own beside the pool. */
export const AT_ONCE = 4;

/**
 * In milliseconds: how long a reader may take for one piece, and for all of it; and after how long a slow one has to make room when others
 * come.
 */
export const PATIENCE = { piece: 20_000, all: 15 * 60_000, crowd: 60_000 };

type Running = { since: number; close: () => Promise<void> };

/** The oldest first. */
const shared = globalThis as typeof globalThis & { tandemTakeouts?: Set<Running> };
shared.tandemTakeouts ??= new Set();
const running = shared.tandemTakeouts;

export type Takeout = {
  takenAt: Date;
  /** The file, piece by piece. It reads on only when it is asked for more. */
  json: AsyncGenerator<string, void>;
  /** Ends it early, as its own end does, and a reader that takes too long. */
  close: () => Promise<void>;
};

/**
 * Everything of the user's own making, the trash included, as it is kept: what they may take along when they go. As of one instant, in
 * memory that does not grow with it.
 * @throws Limited while this user's is being written out already, by whichever process, or this process is busy with several.
 */
export async function takeout(userId: string, patience = PATIENCE): Promise<Takeout> {
  const [oldest] = running;
  if (oldest && running.size >= AT_ONCE) {
    if (performance.now() - oldest.since < patience.crowd) throw crowded();
    void oldest.close();
  }
  let client: pg.Client | undefined;
  const close = async () => {
    if (!timers) return;
    for (const timer of Object.values(timers)) clearTimeout(timer);
    timers = undefined;
    running.delete(turn);
    await client?.end().catch(() => {}); // whatever became of it, it is gone
  };
  let timers: Timers | undefined = { all: setTimeout(close, patience.all), piece: setTimeout(close, patience.piece) };
  const turn = { since: performance.now(), close };
  running.add(turn);
  try {
    client = await openDirect();
    const takenAt = await begin(client, userId);
    const json = pieces(client, userId, takenAt, { goesOn: () => timers?.piece.refresh(), close });
    return { takenAt, json, close };
  } catch (error) {
    await close();
    throw error;
  }
}

const crowded = () => new Limited("Several people are downloading right now. Try again in a minute.", 60);

type Timers = Record<"all" | "piece", NodeJS.Timeout>;

async function begin(client: pg.Client, userId: string): Promise<Date> {
  await client.query("begin isolation level repeatable read read only");
  const { rows } = await client.query<{ isFree: boolean; now: Date }>(
    `select pg_try_advisory_xact_lock(hashtextextended('takeout ' || $1::uuid, 0)) as "isFree", now()`,
    [userId],
  );
  const [turn] = rows;
  if (!turn?.isFree) throw new Limited("A download is already in progress. Wait for it to finish.", 10);
  return turn.now;
}

async function* pieces(
  client: pg.Client,
  userId: string,
  takenAt: Date,
  { goesOn, close }: { goesOn: () => void; close: () => Promise<void> },
): AsyncGenerator<string, void> {
  try {
    const { rows } = await client.query(`select ${columnsOf(users)} from users where id = $1`, [userId]);
    yield `{"takenAt":${JSON.stringify(takenAt)},"user":${JSON.stringify(rows[0])}`;
    for (const { key, table, order } of PARTS) {
      const select = `select ${columnsOf(table)} from ${getTableName(table)} where user_id = $1 order by ${order}`;
      await client.query(`declare part no scroll cursor for ${select}`, [userId]);
      let before = `,"${key}":[`;
      for (;;) {
        goesOn();
        const { rows } = await client.query(`fetch ${BATCH} from part`);
        if (rows.length === 0) break;
        yield before + rows.map((row) => JSON.stringify(row)).join(",");
        before = ",";
      }
      await client.query("close part");
      yield before === "," ? "]" : `${before}]`;
    }
    yield "}";
  } finally {
    await close();
  }
}

/** By the names that the rest of the program gives them. */
const columnsOf = (table: PgTable) =>
  Object.keys(getTableColumns(table))
    .filter((key) => !NOTES.has(key))
    .map((key) => `${toSnakeCase(key)} as "${key}"`)
    .join(", ");
