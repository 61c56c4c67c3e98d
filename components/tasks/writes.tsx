"use client";

import { createContext, type ReactNode, startTransition, useContext, useMemo, useOptimistic, useRef } from "react";
import { type Answer, unreachable } from "@/components/shell/answer";
import { newId } from "@/components/shell/new-id";
import * as voice from "@/components/shell/voice";
import { undoTurn } from "@/components/tasks/actions";
import { inverse, type Write } from "@/components/tasks/optimistic";
import * as seen from "@/components/tasks/seen";
import * as notices from "@/components/ui/notices";
import type { Task } from "@/db/tasks";

type Sent<Said> = {
  /** What it will look like, and the tasks as they were, for the way back; without them it shows with the answer. */
  write?: Write;
  before?: Task[];
  act: (turnId: string) => Promise<Said>;
  /** The write's own, where it may have been made before. */
  turnId?: string | undefined;
  /** What was done, in words: "Moved “Water the ferns” to the trash". */
  said: string;
  /** Shows a notice with Undo: for what is no longer in sight. */
  noticed?: boolean;
  /** What else that notice offers, beside Undo. */
  other?: { label: string; act: () => void } | undefined;
  /** The caller shows a refusal by itself. */
  quiet?: boolean;
};

type Done = { turnId: string; back: Write | undefined; said: string };

type Writing = {
  /** Shows the write in the next frame, then makes it. A refusal leaves everything as it was and offers to try again. */
  send: <Said extends Answer>(sent: Sent<Said>) => Promise<Said | typeof unreachable>;
  /** Takes back the last own write that was not taken back yet. */
  undoLast: () => void;
};

const Pending = createContext<readonly Write[]>([]);
const Hands = createContext<Writing | undefined>(undefined);
const none: readonly Write[] = [];

/** Keeps the writes that are under way, for every list and panel inside it. */
export function Writes({ children }: { children: ReactNode }) {
  const [pending, show] = useOptimistic(none, (writes, write: Write) => [...writes, write]);
  const finished = useRef<Done[]>([]);
  // One at a time and in order: a second edit must know the version that the first one made.
  const line = useRef<Promise<unknown>>(Promise.resolve());

  const writing = useMemo<Writing>(() => {
    function queue<Said>(act: () => Promise<Said>): Promise<Said | typeof unreachable> {
      const turn = line.current.then(act).catch(() => unreachable);
      line.current = turn;
      return turn;
    }

    function send<Said extends Answer>(sent: Sent<Said>) {
      const { turnId = newId() } = sent;
      return new Promise<Said | typeof unreachable>((resolve) => {
        startTransition(async () => {
          if (sent.write) show(sent.write);
          const answer = await queue(() => sent.act(turnId));
          if (answer.ok) succeeded(turnId, sent, tasksOf(answer));
          else if (!sent.quiet)
            notices.warn(`${sent.said}: not saved. ${answer.message}`, {
              label: "Retry",
              act: () => void send({ ...sent, turnId }),
            });
          resolve(answer);
        });
      });
    }

    function succeeded(
      turnId: string,
      { write, before, said, noticed, other }: Omit<Sent<Answer>, "act">,
      tasks: Task[],
    ) {
      seen.note(tasks.map((task) => ({ ...task, deleted: task.deletedAt !== null })));
      // A new task has got its id only now.
      const done = write?.kind === "add" ? { ...write, tasks } : write;
      const entry = { turnId, said, back: done && inverse(done, before ?? [], new Date()) };
      finished.current.push(entry);
      if (noticed) notices.say(said, { label: "Undo", act: () => undo(entry) }, other);
      else voice.say(said);
    }

    function undo(entry: Done) {
      finished.current = finished.current.filter((other) => other !== entry);
      startTransition(async () => {
        if (entry.back) show(entry.back);
        const answer = await queue(() => undoTurn(newId(), { id: entry.turnId }));
        if (answer.ok) voice.say(`Undone: ${entry.said}`);
        else notices.warn(answer.message, { label: "Retry", act: () => undo(entry) });
      });
    }

    function undoLast() {
      const last = finished.current.at(-1);
      if (last) undo(last);
      else voice.say("Nothing to undo");
    }

    return { send, undoLast };
  }, [show]);

  return (
    <Hands value={writing}>
      <Pending value={pending}>{children}</Pending>
    </Hands>
  );
}

function tasksOf(answer: object): Task[] {
  if ("tasks" in answer) return answer.tasks as Task[];
  return "task" in answer ? [answer.task as Task] : [];
}

/** The writes that are under way; lay them over rows with `applyAll`. */
export function usePending(): readonly Write[] {
  return useContext(Pending);
}

export function useWriting(): Writing {
  const writing = useContext(Hands);
  if (!writing) throw new Error("useWriting needs <Writes> around it.");
  return writing;
}
