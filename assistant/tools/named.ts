import "server-only";
import type { Ids } from "@/assistant/shapes";
import { act } from "@/assistant/tools/act";
import { idsOf } from "@/assistant/tools/find";
import type { Turn } from "@/assistant/tools/turn";
import { missing, type Outcomes, said, write, writeEach } from "@/assistant/tools/write";
import type { By } from "@/db/record";
import * as tasks from "@/db/tasks";

export const complete = actOnMany(tasks.completeMany);
export const reopen = actOnMany(tasks.reopenMany);
export const remove = actOnMany(tasks.removeMany);
export const restore = actOnMany(tasks.restoreMany);

type Operation = (userId: string, input: { ids: string[] }, by: By) => Promise<tasks.Task[]>;

function actOnMany(operation: Operation) {
  return act<Ids, string>({
    takesFamily: true,
    pieces: idsOf,
    async run(turn, ids) {
      const done = await write(turn, () => operation(turn.userId, { ids }, turn.by));
      return { output: { done, failed: missing(ids, done) }, ids };
    },
  });
}

/** Each on its own: one that cannot be skipped does not keep the others from it. */
export const skip = act<Ids, string>({
  takesFamily: true,
  pieces: idsOf,
  async run(turn, ids) {
    const output = await writeEach(turn, async () => {
      const outcomes: Outcomes = new Map();
      for (const id of ids) outcomes.set(id, await skipOne(turn, id));
      return outcomes;
    });
    return { output, ids };
  },
});

async function skipOne(turn: Turn, id: string): Promise<tasks.Task | string | undefined> {
  if (alreadySkipped(turn, id)) return tasks.find(turn.userId, { id });
  const outcome = await tasks.skip(turn.userId, { id }, turn.by);
  return outcome && "refused" in outcome ? said(outcome) : outcome;
}

/** Takes the orphan that this skipping is, if an interrupted attempt at this turn did it: repeating it would double it, as adding. */
function alreadySkipped({ orphans }: Turn, id: string): boolean {
  const at = orphans.findIndex(({ what, task }) => what === "skip" && task.id === id);
  return at >= 0 && orphans.splice(at, 1).length > 0;
}
