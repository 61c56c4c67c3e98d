import "server-only";
import * as turns from "@/db/turns";
import { unfinished } from "@/server/unfinished";

/** How often a run says that it is alive and hears whether it should stop, in milliseconds; several of these are an abandoned claim. */
const BEAT = 2_000;

/** The runs of this process, by conversation; on `globalThis` because each route is a bundle with modules of its own. */
const shared = globalThis as typeof globalThis & { tandemRuns?: Map<string, AbortController> };
shared.tandemRuns ??= new Map();
const runs = shared.tandemRuns;

type Reply = { id: string; conversationId: string; run: string };

/**
 * Keeps a claimed reply claimed until `end` is called.
 * @returns `stopped`, which is aborted when the user stops the reply, from this process or another one, or the process is to end.
 */
export function watch(userId: string, reply: Reply): { stopped: AbortSignal; end: () => void } {
  const controller = new AbortController();
  const key = keyOf(userId, reply.conversationId);
  runs.set(key, controller);
  unfinished.add(controller);
  const heart = setInterval(async () => {
    // A database that is away for a moment is no reason to stop.
    const goesOn = await turns.beat(userId, reply).catch(() => true);
    if (!goesOn) controller.abort();
  }, BEAT);
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
