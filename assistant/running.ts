import "server-only";
import { DatabaseAway } from "@/assistant/trouble";
import * as turns from "@/db/turns";
import { unfinished } from "@/server/unfinished";

/** How often a run hears whether it should go on, and how long it waits for the answer, in milliseconds. */
const BEAT = 400;
const PATIENCE = 3_000;

/** The runs of this process, by conversation; on `globalThis` because each route is a bundle with modules of its own. */
const shared = globalThis as typeof globalThis & { tandemRuns?: Map<string, AbortController> };
shared.tandemRuns ??= new Map();
const runs = shared.tandemRuns;

type Reply = { id: string; conversationId: string; run: string; isSignedIn: boolean };

/**
 * Keeps a claimed reply claimed until `end` is called.
 * @returns `stopped`, which is aborted when the user stops the reply, from this process or another one, or the process is to end; when
 * the conversation or the user is gone, or signed out everywhere; and, with DatabaseAway as the reason, when the database has not
 * answered for three seconds.
 */
export function watch(userId: string, reply: Reply): { stopped: AbortSignal; end: () => void } {
  const controller = new AbortController();
  const key = keyOf(userId, reply.conversationId);
  runs.set(key, controller);
  unfinished.add(controller);
  let heardAt = Date.now();
  let isAsking = false;
  async function beat() {
    if (Date.now() - heardAt > PATIENCE) controller.abort(new DatabaseAway());
    if (isAsking || controller.signal.aborted) return;
    isAsking = true;
    const goesOn = await turns.beat(userId, reply).catch(() => undefined);
    isAsking = false;
    if (goesOn !== undefined) heardAt = Date.now();
    if (goesOn === false) controller.abort();
  }
  const heart = setInterval(beat, BEAT);
  return {
    stopped: controller.signal,
    end: () => {
      clearInterval(heart);
      unfinished.delete(controller);
      if (runs.get(key) === controller) runs.delete(key);
    },
  };
}

/** Stops the reply that is being written in a conversation, wherever that is. @returns whether there is one. */
export async function stop(userId: string, { conversationId }: { conversationId: string }): Promise<boolean> {
  const stopped = await turns.stop(userId, { conversationId });
  runs.get(keyOf(userId, conversationId))?.abort();
  return stopped;
}

const keyOf = (userId: string, conversationId: string) => `${userId} ${conversationId}`;
