import "server-only";
import { and, eq, inArray, isNull, or, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { plainText } from "@/db/messages";
import { ifWritable } from "@/db/outage";
import { messages } from "@/db/schema/conversations";

/**
 * The reply of a turn while it is being written. Its row is claimed before the model is asked, so that of two requests only
 * one writes, in whichever process; it is touched every few seconds, so that a claim whose process died can be taken over;
 * and it carries the user's wish to stop to the process that can.
 */
type Reply = { id: string; conversationId: string; run: string };
type Parts = unknown[];
type Metadata = { turnId: string; state?: string; model?: string };

const state = sql<string>`${messages.metadata} ->> 'state'`;
const run = sql<string>`${messages.metadata} ->> 'run'`;
/** Longer than several beats, shorter than a person's patience. */
const abandoned = sql`${messages.updatedAt} < now() - interval '15 seconds'`;

/**
 * Claims a reply: makes its row, or takes over one whose state is among `from` or whose writer has died.
 * @returns The parts that it has so far, or undefined when another run has it.
 */
export async function begin(
  userId: string,
  { id, conversationId, run, from, metadata }: Reply & { from: string[]; metadata: Metadata },
): Promise<{ parts: Parts } | undefined> {
  const claim = { ...metadata, state: "running", run };
  const [reply] = await db
    .insert(messages)
    .values({ id, conversationId, role: "assistant", parts: [], metadata: claim, userId })
    .onConflictDoUpdate({
      target: messages.id,
      set: { metadata: claim },
      setWhere: and(
        eq(messages.userId, userId),
        eq(messages.conversationId, conversationId),
        eq(messages.role, "assistant"),
        isNull(messages.deletedAt),
        or(inArray(state, from), and(eq(state, "running"), abandoned)),
      ),
    })
    .returning({ parts: messages.parts });
  return reply;
}

/**
 * Says that the run is alive.
 * @returns Whether it should go on: not when the user stopped it or another run took over.
 */
export async function beat(userId: string, reply: Reply): Promise<boolean> {
  const [row] = await db
    .update(messages)
    .set({ updatedAt: sql`now()` })
    .where(own(userId, reply))
    .returning({ stop: sql<boolean>`coalesce(${messages.metadata} -> 'stop' = 'true', false)` });
  return row ? !row.stop : false;
}

/** Keeps what the reply has so far, or, with a state other than "running", what it came to. */
export async function keep(
  userId: string,
  { parts, metadata, ...reply }: Reply & { parts: Parts; metadata: Metadata },
): Promise<void> {
  const merged = sql`(${messages.metadata} || ${JSON.stringify(metadata)}::jsonb)`;
  const settled = metadata.state === "running" ? merged : sql`${merged} - 'run' - 'stop'`;
  await db
    .update(messages)
    .set({ parts, content: plainText(parts), metadata: settled })
    .where(own(userId, reply));
}

/** Asks whichever process writes a reply in the conversation to stop. @returns Whether there is one. */
export async function stop(userId: string, { conversationId }: { conversationId: string }): Promise<boolean> {
  const stopped = await db
    .update(messages)
    .set({ metadata: sql`${messages.metadata} || '{"stop": true}'::jsonb` })
    .where(and(eq(messages.userId, userId), eq(messages.conversationId, conversationId), eq(state, "running")))
    .returning({ id: messages.id });
  return stopped.length > 0;
}

const INTERRUPTED = "The answer was interrupted.";

/**
 * Writes down of replies whose writer has died that they failed, and why, in words.
 * Whoever reads a conversation calls it first; then "running" means running.
 */
export async function bury(userId: string, { conversationId }: { conversationId: string }): Promise<void> {
  const interrupted = sql`jsonb_build_object('state', 'failed', 'error', ${INTERRUPTED}::text)`;
  await ifWritable(
    db
      .update(messages)
      .set({ metadata: sql`(${messages.metadata} || ${interrupted}) - 'run' - 'stop'` })
      .where(
        and(eq(messages.userId, userId), eq(messages.conversationId, conversationId), eq(state, "running"), abandoned),
      ),
  );
}

function own(userId: string, reply: Reply) {
  return and(
    eq(messages.id, reply.id),
    eq(messages.conversationId, reply.conversationId),
    eq(run, reply.run),
    eq(messages.userId, userId),
  );
}
