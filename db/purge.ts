import type { ClientBase } from "pg";

/** For how many days the trash keeps what is put there. */
export const RETENTION = 30;

/** How many rows one statement removes: few enough that nobody waits for them. */
const BATCH = 1_000;

/** What `changes` calls the rows of a table. A purged row's record goes with it, or its words would live on there. */
const NOUNS = { tasks: "task", tags: "tag", conversations: "conversation" } as const;

/** In this order, so that what hangs on a row is gone, and counted, before the row. */
const TABLES = ["approvals", "messages", "conversations", "task_tags", "tags", "tasks", "requests"] as const;

/** When a row of the table ran out; $1 is the instant before which it must have. */
const EXPIRED = {
  approvals: "d.deleted_at < $1",
  messages: "d.deleted_at < $1",
  conversations: "d.deleted_at < $1",
  task_tags: "d.deleted_at < $1",
  tags: "d.deleted_at < $1",
  // A subtask that was restored, or put into the trash later, keeps its parent.
  tasks: "d.deleted_at < $1 and not exists (select from tasks s where s.user_id = d.user_id and s.parent_id = d.id)",
  // Answers to old requests hold the words of what was asked for; nobody comes back for one after so long.
  requests: "d.created_at < $1",
};

/** How many rows went, by table. */
export type Purged = Record<(typeof TABLES)[number] | "changes", number>;

/**
 * Removes for good what was put into the trash before an instant, with what hangs on it and its record in `changes`, so that nothing
 * of it can be restored or undone any more. A task that follows a purged one stays and forgets whom it followed; nothing else
 * that is alive is touched. Each batch is a transaction: broken off, it goes on next time.
 */
export async function purge(
  client: ClientBase,
  { before, batch = BATCH }: { before: Date; batch?: number },
): Promise<Purged> {
  const purged = { changes: 0 } as Purged;
  for (const table of TABLES) {
    purged[table] = 0;
    for (;;) {
      const { rows } = await client.query<{ rows: number; changes: number }>(statements[table], [before, batch]);
      const [gone] = rows;
      if (!gone?.rows) break;
      purged[table] += gone.rows;
      purged.changes += gone.changes;
    }
  }
  return purged;
}

/** The rows that follow a purged one would be taken along by the foreign key. */
const UNFOLLOW = `unfollowed as (
      update tasks f set follows_id = null from doomed
      where f.user_id = doomed.user_id and f.follows_id = doomed.id and f.id not in (select id from doomed)
    ),`;

function statement(table: (typeof TABLES)[number]): string {
  const noun = Object.entries(NOUNS).find(([name]) => name === table)?.[1] ?? "";
  return `
    with doomed as (
      select d.user_id, d.id from ${table} d where ${EXPIRED[table]} limit $2 for update of d skip locked
    ), ${table === "tasks" ? UNFOLLOW : ""} recorded as (
      delete from changes c using doomed
      where c.user_id = doomed.user_id and c.subject_id = doomed.id and c.noun = '${noun}'
      returning 1
    ), gone as (
      delete from ${table} t using doomed where t.user_id = doomed.user_id and t.id = doomed.id returning 1
    )
    select (select count(*)::int from gone) as rows, (select count(*)::int from recorded) as changes`;
}

const statements = Object.fromEntries(TABLES.map((table) => [table, statement(table)])) as Record<
  keyof typeof EXPIRED,
  string
>;
