import type { ClientBase } from "pg";
import { RETENTION } from "@/db/retention";

/** How many rows one statement removes: few enough that nobody waits for them. A guest takes everything of theirs along. */
const BATCH = 1_000;
const GUESTS = 20;

const LONG_AGO = `now() - interval '${RETENTION} days'`;

/** A guest who has written nothing by then is gone within the day: the purge of those runs every hour. */
const IDLE = "now() - interval '22 hours'";

const OWN = ["tasks", "tags", "conversations", "messages", "changes", "requests"];

/** Nothing of theirs was ever written, their settings included. */
const idle = `d.is_anonymous and d.created_at < ${IDLE} and d.version = 1
  and ${OWN.map((table) => `not exists (select from ${table} o where o.user_id = d.id)`).join(" and ")}`;

/** What `changes` calls the rows of a table. A purged row's record goes with it, or its words would live on there. */
const NOUNS: Partial<Record<string, string>> = { tasks: "task", tags: "tag", conversations: "conversation" };

/** When a row of the table ran out; $2 is the instant before which what is in the trash must have gone there. */
const EXPIRED = {
  // In this order, so that what hangs on a row is gone, and counted, before the row.
  approvals: "d.deleted_at < $2",
  messages: "d.deleted_at < $2",
  conversations: "d.deleted_at < $2",
  task_tags: "d.deleted_at < $2",
  tags: "d.deleted_at < $2",
  // A subtask that was restored, or put into the trash later, keeps its parent.
  tasks: "d.deleted_at < $2 and not exists (select from tasks s where s.user_id = d.user_id and s.parent_id = d.id)",
  // Answers to old requests hold the words of what was asked for; nobody comes back for one after so long.
  requests: "d.created_at < $2",
  sessions: "d.expires_at < now()",
  verifications: "d.expires_at < now()",
  // No limit of ours has a window longer than a day.
  rate_limits: "d.last_request < extract(epoch from now() - interval '7 days') * 1000",
  // A guest has no password: once no session lives, nobody can come back to what they left.
  users: `d.is_anonymous and d.created_at < ${LONG_AGO}
    and not exists (select from sessions s where s.user_id = d.id and s.expires_at >= now())
    and not exists (select from changes c where c.user_id = d.id and c.created_at >= ${LONG_AGO})
    and not exists (select from messages m where m.user_id = d.id and m.created_at >= ${LONG_AGO})`,
} as const;

type Table = keyof typeof EXPIRED;
const TABLES = Object.keys(EXPIRED) as Table[];

/** How many rows went, by table; of guests (`users`), without what went along with them. */
type Purged = Record<Table | "changes", number>;

/** The instant so many days ago, by the clock that the rows were dated by. */
export async function daysAgo(client: ClientBase, days: number): Promise<Date> {
  const { rows } = await client.query<{ at: Date }>("select now() - make_interval(days => $1) as at", [days]);
  if (!rows[0]) throw new Error("The database does not say what time it is.");
  return rows[0].at;
}

/**
 * Removes for good what is of no use to anyone any more:
 *  - what was put into the trash before an instant, with what hangs on it and its record in `changes`, so that nothing of it can be
 *    restored or undone. A task that follows a purged one stays and forgets whom it followed;
 *  - answers kept for an `Idempotency-Key` before that instant;
 *  - sessions and verifications that have expired, counts of attempts that no limit looks at;
 *  - guests who never made an account, have no session left to come back with and have written nothing for 30 days, with all of theirs;
 *    those who have never written anything at all, after 22 hours, whatever their session.
 * Nothing else that is alive is touched. Each batch is a transaction: broken off, it goes on next time.
 */
export async function purge(
  client: ClientBase,
  { before, batch = BATCH }: { before: Date; batch?: number },
): Promise<Purged> {
  const purged = { changes: 0 } as Purged;
  for (const table of TABLES) {
    const values = takesInstant(table) ? [batch, before] : [table === "users" ? Math.min(batch, GUESTS) : batch];
    const gone = await untilNone(client, statements[table], values);
    purged[table] = gone.rows;
    purged.changes += gone.changes;
  }
  purged.users += await purgeIdleGuests(client);
  return purged;
}

/**
 * Removes guests who have never written anything, whatever their session. Looked at again once they are held, for one may have begun to
 * write in that very moment. @returns how many.
 */
export async function purgeIdleGuests(client: ClientBase): Promise<number> {
  for (let gone = 0; ; ) {
    await client.query("begin");
    const held = await client.query(`select d.id from users d where ${idle} limit $1 for update of d skip locked`, [
      BATCH,
    ]);
    const ids = held.rows.map(({ id }) => id);
    const { rowCount } = await client.query(`delete from users d where d.id = any($1) and ${idle}`, [ids]);
    await client.query("commit");
    gone += rowCount ?? 0;
    if (ids.length === 0) return gone;
  }
}

async function untilNone(client: ClientBase, statement: string, values: unknown[]) {
  const gone = { rows: 0, changes: 0 };
  for (;;) {
    const { rows } = await client.query<typeof gone>(statement, values);
    if (!rows[0]?.rows) return gone;
    gone.rows += rows[0].rows;
    gone.changes += rows[0].changes;
  }
}

const takesInstant = (table: Table) => EXPIRED[table].includes("$2");

/** The rows that follow a purged one would be taken along by the foreign key. */
const UNFOLLOW = `unfollowed as (
      update tasks f set follows_id = null from doomed
      where f.user_id = doomed.user_id and f.follows_id = doomed.id and f.id not in (select id from doomed)
    ),`;

const forget = (noun: string) => `
      delete from changes c using doomed
      where c.user_id = doomed.user_id and c.subject_id = doomed.id and c.noun = '${noun}'
      returning 1`;

function statement(table: Table): string {
  const noun = NOUNS[table];
  return `
    with doomed as (
      select d.id${noun ? ", d.user_id" : ""} from ${table} d where ${EXPIRED[table]} limit $1 for update of d skip locked
    ), ${table === "tasks" ? UNFOLLOW : ""} recorded as (${noun ? forget(noun) : "select 1 where false"}
    ), gone as (
      delete from ${table} t using doomed where t.id = doomed.id returning 1
    )
    select (select count(*)::int from gone) as rows, (select count(*)::int from recorded) as changes`;
}

const statements = Object.fromEntries(TABLES.map((table) => [table, statement(table)])) as Record<Table, string>;
