import { sql } from "drizzle-orm";
import type { OwnTurn } from "@/db/changes/stack";
import { type Connection, given, statement } from "@/db/statement";

/** So that a stray ⌘Z takes back nothing that one has forgotten. */
const AGE = 24 * 60 * 60 * 1000;
const MOST_TURNS = 50;
/** Of rows looked at: a turn can have hundreds. */
const MOST_ROWS = 5000;

const listed = statement<OwnTurn>(
  "changes_own_turns",
  sql`
    with recent as (
      select id, turn_id, undoes_id from changes
      where user_id = ${given("userId")} and id > ${given("since")}::uuid and deleted_at is null
        and who = 'you' and turn_id is not null
      order by id desc limit ${sql.raw(String(MOST_ROWS))}
    ), turns as (
      select c.turn_id as id, max(c.id::text) as last, min(u.turn_id::text) as undoes
      from recent c
      -- What another took back, such as the assistant, is a step of its own.
      left join changes u on u.user_id = ${given("userId")} and u.id = c.undoes_id and u.who = 'you'
      group by c.turn_id
      order by last desc limit ${sql.raw(String(MOST_TURNS))}
    )
    select id, undoes from turns order by last`,
);

const held = statement("users_hold", sql`select from users where id = ${given("userId")} for no key update`);

/** The user's own turns of the last 24 hours, at most 50, oldest first. */
export async function ownTurns(userId: string, on: Connection): Promise<OwnTurn[]> {
  return listed({ userId, since: idAt(Date.now() - AGE) }, on);
}

/** Makes those who undo or redo at the same moment, in two tabs, wait for each other. */
export async function holdStack(userId: string, on: Connection): Promise<void> {
  await held({ userId }, on);
}

/** The least UUIDv7 of an instant, in milliseconds since 1970 (RFC 9562, section 5.7). */
function idAt(time: number): string {
  const hex = Math.floor(time).toString(16).padStart(12, "0");
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000000`;
}
