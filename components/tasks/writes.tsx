"use client";

import { createContext, type ReactNode, startTransition, useContext, useMemo, useOptimistic, useRef } from "react";
import { type Answer, retry, unreachable } from "@/components/shell/answer";
import { newId } from "@/components/shell/new-id";
import { untilSaved } from "@/components/shell/until-saved";
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

/** A write that was sent: it can be taken back before its answer has come, too. */
type Sending = { turnId: string; back: Write | undefined; said: string; failed: boolean; notice?: string };

type Undo = {
  /** What is taken back, in words. */
  said: string;
  /** Shows, in the next frame, what it will look like. */
  show?: () => void;
  act: (turnId: string) => Promise<Answer>;
  turnId?: string;
};

type Writing = {
  /** Shows the write in the next frame, then makes it. A refusal leaves everything as it was and offers to try again. */
  send: <Said extends Answer>(sent: Sent<Said>) => Promise<Said | typeof unreachable>;
  /** Takes something back, after all writes that were sent before, in the same way as `send` makes them. */
  takeBack: (undo: Undo) => void;
  /** Takes back the last own write that was not taken back yet. */
  undoLast: () => void;
};

const Pending = createContext<readonly Write[]>([]);
const Hands = createContext<Writing | undefined>(undefined);
const none: readonly Write[] = [];

/** Keeps the writes that are under way, for every list and panel inside it. */
export function Writes({ children }: { children: ReactNode }) {
  const [pending, show] = useOptimistic(none, (writes, write: Write) => [...writes, write]);
  const sendings = useRef<Sending[]>([]);
  // One at a time and in order: a second edit must know the version that the first one made.
  const line = useRef<Promise<unknown>>(Promise.resolve());

  const writing = useMemo<Writing>(() => {
    function queue<Said>(act: () => Promise<Said>): Promise<Said | typeof unreachable> {
      const turn = untilSaved(line.current.then(act).catch(() => unreachable));
      line.current = turn;
      return turn;
    }

    function send<Said extends Answer>(sent: Sent<Said>) {
      const { turnId = newId(), write, before = [], said } = sent;
      const sending: Sending = { turnId, said, back: write && inverse(write, before, new Date()), failed: false };
      sendings.current.push(sending);
      return new Promise<Said | typeof unreachable>((resolve) => {
        startTransition(async () => {
          if (write) show(write);
          const answer = await queue(() => sent.act(turnId));
          if (answer.ok) succeeded(sending, sent, tasksOf(answer));
          else {
            sending.failed = true;
            forget(sending);
            if (!sent.quiet)
              notices.warn(
                `${said}: not saved. ${answer.message}`,
                retry(answer, () => void send({ ...sent, turnId })),
              );
          }
          resolve(answer);
        });
      });
    }

    function succeeded(sending: Sending, { write, noticed, other }: Omit<Sent<Answer>, "act">, tasks: Task[]) {
      seen.note(tasks.map((task) => ({ ...task, deleted: task.deletedAt !== null })));
      // A new task has got its id only now.
      if (write?.kind === "add") sending.back = inverse({ ...write, tasks }, [], new Date());
      const step = { label: "Undo", act: () => undo(sending) };
      if (noticed) sending.notice = notices.say(sending.said, step, other);
      else voice.say(sending.said);
    }

    function forget(sending: Sending) {
      sendings.current = sendings.current.filter((other) => other !== sending);
    }

    function undo(sending: Sending) {
      forget(sending);
      const { back, said, turnId, notice } = sending;
      if (notice) notices.close(notice);
      takeBack({
        said,
        show: () => back && show(back),
        act: async (own) => (sending.failed ? { ok: true } : undoTurn(own, { id: turnId })),
      });
    }

    function takeBack({ turnId = newId(), ...undo }: Undo) {
      startTransition(async () => {
        undo.show?.();
        const answer = await queue(() => undo.act(turnId));
        if (answer.ok) voice.say(`Undone: ${undo.said}`);
        else
          notices.warn(
            answer.message,
            retry(answer, () => takeBack({ ...undo, turnId })),
          );
      });
    }

    function undoLast() {
      const last = sendings.current.at(-1);
      if (last) undo(last);
      else voice.say("Nothing to undo");
    }

    return { send, takeBack, undoLast };
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
