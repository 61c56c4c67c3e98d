import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { plainText } from "@/db/messages";
import { ifWritable } from "@/db/outage";
import { given, statement } from "@/db/statement";

/**
 * The reply of a turn while it is being written. Its row is claimed before the model is asked, so that of two requests only
 * one writes, in whichever process; it is touched every few seconds, so that a claim whose process died can be taken over;
 * and it carries the user's wish to stop to the process that can.
 */
type Claim = { id: string; conversationId: string; run: string };
/** A claimed one; with `isSignedIn`, its user must be signed in still for it to go on. */
type Reply = Claim & { isSignedIn: boolean };
type Parts = unknown[];
type Metadata = { turnId: string; state?: string; model?: string };

/** What a turn has written unasked: kept with the reply, by the transactions that wrote it. */
export type Unasked = { changed?: string[]; added?: string[]; undid?: true };

const state = (m: string) => sql.raw(`${m}.metadata ->> 'state'`);
/** Longer than several beats, shorter than a person's patience. */
const abandoned = (m: string) => sql.raw(`${m}.updated_at < now() - interval '15 seconds'`);

const inConversation = sql`m.user_id = ${given("userId")} and m.conversation_id = ${given("conversationId")}`;
/** The reply, as long as this run has it and its conversation is there. */
const own = sql`${inConversation} and m.id = ${given("id")} and m.metadata ->> 'run' = ${given("run")} and m.deleted_at is null`;

const session = sql`select from sessions s where s.user_id = ${given("userId")} and s.expires_at > now()`;
/** The user is signed in anywhere. */
const isSignedIn = sql`exists (${session})`;

const held = statement(
  "turns_hold_conversation",
  sql`
    select from conversations c
    where c.user_id = ${given("userId")} and c.id = ${given("conversationId")} and c.deleted_at is null
    for update`,
);

const claimed = statement<{ parts: Parts; isSignedIn: boolean }>(
  "turns_begin",
  sql`
    insert into messages as m (id, user_id, conversation_id, role, parts, metadata)
    select ${given("id")}::uuid, ${given("userId")}::uuid, ${given("conversationId")}::uuid, 'assistant', '[]', ${given("claim")}::jsonb
    where not exists (
      select from messages o
      where o.user_id = ${given("userId")} and o.conversation_id = ${given("conversationId")} and o.id <> ${given("id")}
        and o.deleted_at is null and ${state("o")} = 'running' and not ${abandoned("o")}
    )
    on conflict (id) do update set metadata = (m.metadata - 'error' - 'stop') || excluded.metadata
      where ${inConversation} and m.role = 'assistant' and m.deleted_at is null
        and (${state("m")} = any(${given("from")}::text[]) or ${state("m")} = 'running' and ${abandoned("m")})
    returning m.parts, ${isSignedIn} as "isSignedIn"`,
);

/**
 * Claims a reply: makes its row, or takes over one whose state is among `from` or whose writer has died.
 * @returns The parts that it has so far, and whether the user is signed in anywhere; refused when its conversation is gone, or one of
 * its replies is being written.
 */
export async function begin(
  userId: string,
  { id, conversationId, run, from, metadata }: Claim & { from: string[]; metadata: Metadata },
): Promise<{ parts: Parts; isSignedIn: boolean } | { refused: "not found" | "busy" }> {
  const claim = JSON.stringify({ ...metadata, state: "running", run });
  return db.transaction(async (tx) => {
    // Of two who come at once the second one waits here, and then sees what the first has claimed.
    const there = await held({ userId, conversationId }, tx);
    if (there.length === 0) return { refused: "not found" };
    const [reply] = await claimed({ userId, id, conversationId, from, claim }, tx);
    return reply ?? { refused: "busy" };
  });
}

/** How old a sign of life gets, in seconds, before the next one is written; whether to go on is asked more often. */
const LIFE = 2;

const beaten = statement<{ stop: boolean }>(
  "turns_beat",
  sql`
    with alive as (
      select m.id, m.updated_at, coalesce(m.metadata -> 'stop' = 'true', false) as stop
      from messages m
      where ${own} and (not ${given("isSignedIn")}::boolean or ${isSignedIn})
    ), written as (
      update messages m set updated_at = now() from alive
      where m.user_id = ${given("userId")} and m.id = alive.id and alive.updated_at < now() - interval '${sql.raw(String(LIFE))} seconds'
    )
    select stop from alive`,
);

/**
 * Says that the run is alive.
 * @returns Whether it should go on: not when the user stopped it, another run took over, or the conversation or the user is gone.
 */
export async function beat(userId: string, reply: Reply): Promise<boolean> {
  const [row] = await beaten({ userId, ...reply });
  return row ? !row.stop : false;
}

const kept = statement(
  "turns_keep",
  sql`
    update messages m set parts = ${given("parts")}::jsonb, content = ${given("content")},
      metadata = case when ${given("isRunning")}::boolean then m.metadata || ${given("metadata")}::jsonb
        else (m.metadata || ${given("metadata")}::jsonb) - 'run' - 'stop' end
    where ${own}`,
);

/** Keeps what the reply has so far, or, with a state other than "running", what it came to. */
export async function keep(
  userId: string,
  { parts, metadata, ...reply }: Claim & { parts: Parts; metadata: Metadata },
): Promise<void> {
  const isRunning = metadata.state === "running";
  const columns = { parts: JSON.stringify(parts), content: plainText(parts), metadata: JSON.stringify(metadata) };
  await kept({ userId, ...reply, ...columns, isRunning });
}

const stopped = statement<{ id: string }>(
  "turns_stop",
  sql`
    update messages m set metadata = m.metadata || '{"stop": true}'
    where ${inConversation} and ${state("m")} = 'running'
    returning m.id`,
);

/** Asks whichever process writes a reply in the conversation to stop. @returns Whether there is one. */
export async function stop(userId: string, { conversationId }: { conversationId: string }): Promise<boolean> {
  return (await stopped({ userId, conversationId })).length > 0;
}

const buried = statement(
  "turns_bury",
  sql`
    update messages m
    set metadata = (m.metadata || '{"state": "failed", "error": "The answer was interrupted."}') - 'run' - 'stop'
    where ${inConversation} and ${state("m")} = 'running' and ${abandoned("m")}`,
);

/**
 * Writes down of replies whose writer has died that they failed, and why, in words.
 * Every reader of a conversation calls it first; then "running" means running.
 */
export async function bury(userId: string, { conversationId }: { conversationId: string }): Promise<void> {
  await ifWritable(buried({ userId, conversationId }));
}

const going = (isSignedIn: SQL, locks: SQL) => sql`
  select coalesce(m.unasked, '{}') as unasked
  from conversations c join messages m on m.user_id = c.user_id and m.conversation_id = c.id
  where c.user_id = ${given("userId")} and c.id = ${given("conversationId")} and c.deleted_at is null
    and ${own} and not coalesce(m.metadata -> 'stop' = 'true', false) and (not ${given("isSignedIn")}::boolean or ${isSignedIn})
  ${locks}`;

type Going = { unasked: Unasked };
const first = statement<Going>("turns_go_on", going(isSignedIn, sql`for share of c`));
const last = statement<Going>(
  "turns_may_commit",
  going(sql`exists (${session} for key share)`, sql`for no key update of m`),
);

/**
 * Whether a run may write, for a transaction that is about to: until that has ended, nobody deletes the conversation.
 * @returns What the turn has written unasked so far; undefined when the run has been stopped, its reply is not its own any more, or
 * its user is signed in nowhere.
 */
export async function goOn(userId: string, reply: Reply): Promise<Unasked | undefined> {
  const [row] = await first({ userId, ...reply });
  return row?.unasked;
}

/**
 * Whether it may still, for a transaction that has written and is about to commit. From then on, what would end the run waits for that:
 * Stop, its last save and signing out everywhere. Locked last, so that others wait only briefly. Erasing the account can still deadlock with it; `insist` tries again.
 */
export async function mayCommit(userId: string, reply: Reply): Promise<boolean> {
  return (await last({ userId, ...reply })).length > 0;
}

const spent = statement<{ id: string }>(
  "turns_spend",
  sql`
    update messages m set unasked = ${given("after")}::jsonb
    where ${own} and coalesce(m.unasked, '{}') = ${given("before")}::jsonb
    returning m.id`,
);

/** Notes what the turn has written unasked, in the transaction that writes it. @returns False when another one was quicker. */
export async function spend(userId: string, reply: Claim, { before, after }: Record<"before" | "after", Unasked>) {
  const json = { before: JSON.stringify(before), after: JSON.stringify(after) };
  return (await spent({ userId, ...reply, ...json })).length > 0;
}
