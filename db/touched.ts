import { type SQL, sql } from "drizzle-orm";
import { type ConversationSnapshot, shape as shapeConversation } from "@/db/conversations/row";
import { MOST_ROWS } from "@/db/fields";
import { given, statement } from "@/db/statement";
import { shape as shapeTag, type TagSnapshot } from "@/db/tags/row";
import { shape as shapeTask, type TaskSnapshot } from "@/db/tasks/row";

type Of<Noun, Snapshot> = {
  noun: Noun;
  id: string;
  row: Snapshot;
  /** Made by this very transaction. */
  isNew: boolean;
  /** Not of a task that only shows a tag which was written, or got or lost one with it. */
  isWritten: boolean;
  /** Of a task: the one before it, of which it is the next occurrence. */
  followsId: string | null;
};

/** A row as it is at some moment. */
export type Row = Of<"task", TaskSnapshot> | Of<"tag", TagSnapshot> | Of<"conversation", ConversationSnapshot>;

/** A row that was written: the letter of its table (as drizzle/0006_touched.sql has them; "s" for what shows a tag) and its id. */
type Noted = [kind: string, id: string];

const begun = statement(
  "touched_begin",
  sql`select set_config('tandem.touched', '0', true), set_config('tandem.touched_0', '', true)`,
);

const ids = (...kinds: string[]) =>
  sql`any(array(select id from noted where kind in (${sql.raw(kinds.map((kind) => `'${kind}'`).join())})))`;

const read = (noted: SQL) => sql`
  with noted as materialized (${noted})
  select 'noted' as noun, null as id, (select json_agg(json_build_array(kind, id)) from noted) as row, false as "isNew", null as "followsId"
  union all
  select 'task', t.id, ${shapeTask("t")}, t.created_at = now(), t.follows_id from tasks t
  where t.user_id = ${given("userId")} and t.id = ${ids("t", "l", "s")}
  union all
  select 'tag', g.id, ${shapeTag("g")}, g.created_at = now(), null from tags g
  where g.user_id = ${given("userId")} and g.id = ${ids("g")}
  union all
  select 'conversation', c.id, ${shapeConversation("c")}, c.created_at = now(), null from conversations c
  where c.user_id = ${given("userId")} and c.id = ${ids("c")}`;

type Answer = { noun: "noted"; row: Noted[] | null } | Omit<Row, "isWritten">;

const touchedNow = statement<Answer>(
  "touched_now",
  read(sql`
    with written as materialized (select kind, id from touched())
    select kind, id from written
    union all
    -- A tag's name and colour are part of how its tasks look.
    select 's', t.id from task_tags l join tasks t on t.user_id = l.user_id and t.id = l.task_id and t.deleted_at is null
    where l.user_id = ${given("userId")} and l.tag_id = any(array(select id from written where kind = 'g')) and l.deleted_at is null
    limit ${sql.raw(String(MOST_ROWS * 3 + 1))}`),
);

const rowsOf = statement<Answer>(
  "touched_rows",
  read(sql`select kind, id from unnest(${given("kinds")}::text[], ${given("ids")}::uuid[]) as n (kind, id)`),
);

/** From here on, until the transaction ends, it is noted which rows are written. */
export async function begin(): Promise<void> {
  await begun({});
}

/** The rows that were written since `begin`, as they are now, and the note of all of them, those included that are gone. */
export async function now(userId: string): Promise<{ rows: Row[]; noted: Noted[] }> {
  return told(await touchedNow({ userId }));
}

/** The same rows as they are at another moment. */
export async function rows(userId: string, noted: Noted[]): Promise<Row[]> {
  if (noted.length === 0) return [];
  return told(await rowsOf({ userId, kinds: noted.map(([kind]) => kind), ids: noted.map(([, id]) => id) })).rows;
}

function told(answers: Answer[]) {
  const noted = answers.flatMap((answer) => (answer.noun === "noted" ? (answer.row ?? []) : []));
  const written = new Set(noted.flatMap(([kind, id]) => (kind === "l" || kind === "s" ? [] : [id])));
  const rows = answers.flatMap((answer) =>
    answer.noun === "noted" ? [] : [{ ...answer, isWritten: written.has(answer.id) } as Row],
  );
  return { rows, noted };
}
