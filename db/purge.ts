import type { ClientBase } from "pg";
import { RETENTION } from "@/db/retention";

/** How many rows one statement removes: few enough that nobody waits for them. A guest takes everything of theirs along. */
const BATCH = 1_000;
const GUESTS = 20;

const LONG_AGO = `now() - interval '${RETENTION} days'`;

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

/**
 * Removes for good what is of no use to anybody any more:
 *  - what was put into the trash before an instant, with what hangs on it and its record in `changes`, so that nothing of it can be
 *    restored or undone. A task that follows a purged one stays and forgets whom it followed;
 *  - answers kept for an `Idempotency-Key` before that instant;
 *  - sessions and verifications that have expired, counts of attempts that no limit looks at;
 *  - guests who never made an account, have no session left to come back with and have written nothing for 30 days, with all of theirs.
 * Nothing else that is alive is touched. Each batch is a transaction: broken off, it goes on next time.
 */
export async function purge(
  client: ClientBase,
  { before, batch = BATCH }: { before: Date; batch?: number },
): Promise<Purged> {
  const purged = { changes: 0 } as Purged;
  for (const table of TABLES) {
    purged[table] = 0;
    for (;;) {
      const values = takesInstant(table) ? [batch, before] : [table === "users" ? Math.min(batch, GUESTS) : batch];
      const { rows } = await client.query<{ rows: number; changes: number }>(statements[table], values);
      const [gone] = rows;
      if (!gone?.rows) break;
      purged[table] += gone.rows;
      purged.changes += gone.changes;
    }
  }
  return purged;
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
