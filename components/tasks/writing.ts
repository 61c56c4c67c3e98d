"use client";

import { startTransition } from "react";
import { type Answer, retry, type unreachable } from "@/components/shell/answer";
import { newId } from "@/components/shell/new-id";
import { type Call, send as sendOnce } from "@/components/shell/send";
import { untilSaved } from "@/components/shell/until-saved";
import * as voice from "@/components/shell/voice";
import { redoLast, type Stepped, undoLast, undoTurn } from "@/components/tasks/actions";
import { applyAll, inverse, type Write } from "@/components/tasks/optimistic";
import * as seen from "@/components/tasks/seen";
import { bringIntoSight, isFurtherDown, lost, placeOf } from "@/components/tasks/sight";
import { createUndoStack, type Sending } from "@/components/tasks/undo-stack";
import * as written from "@/components/tasks/written";
import * as notices from "@/components/ui/notices";
import type { Task } from "@/db/tasks";

type Sent<Said> = {
  /** What it will look like, and the tasks as they were, for the way back; without them it shows with the answer. */
  write?: Write;
  before?: Task[];
  act: (call: Call) => Promise<Said>;
  /** The write's own, where it may have been made before. */
  turnId?: string | undefined;
  /** What was done, in words: "Moved “Water the ferns” to the trash". */
  said: string;
  /** Shows a notice with Undo, as it always does for what is no longer in sight because of it. */
  noticed?: boolean;
  /** What else that notice offers, beside Undo. */
  other?: { label: string; act: () => void } | undefined;
  /** Shows a notice with this in the place of Undo. */
  instead?: { label: string; act: () => void };
  /** The caller shows a refusal by itself. */
  quiet?: boolean;
};

type Undo = {
  /** What is taken back, in words. */
  said: string;
  /** Shows, in the next frame, what it will look like. */
  show?: () => void;
  act: (call: Call) => Promise<Answer>;
  /** It was the user's own, and is the next to be made again; to take back what another did is a step of one's own. */
  isOwn?: boolean;
  turnId?: string;
};

export type Writing = {
  /** Shows the write in the next frame, then makes it. A refusal leaves everything as it was and offers to try again. */
  send: <Said extends Answer>(sent: Sent<Said>) => Promise<Said | typeof unreachable>;
  /** Takes something back, after all writes that were sent before, in the same way as `send` makes them. */
  takeBack: (undo: Undo) => void;
  /** Takes back the user's last own turn, wherever it was made. */
  undoLast: () => void;
  /** Makes again what was undone last. */
  redoLast: () => void;
  /** Another tab or device may have written since: the next undo shows with its answer. */
  doubt: () => void;
};

type Step = {
  act: (call: Call) => Promise<Stepped>;
  /** What this tab takes to be the step, and what it will look like. */
  expected: Sending | undefined;
  shows?: Write | undefined;
  word: string;
  back: { label: string; act: () => void };
  turnId?: string;
};

/**
 * Makes writes, one at a time and in order: a second edit must know the version that the first one made.
 * @param show lays a write over what is shown, until it is made.
 */
export function createWriting(show: (write: Write) => void): Writing {
  const stack = createUndoStack();
  let line: Promise<unknown> = Promise.resolve();
  let stuck: string[] = [];
  let told = "";

  function queue<Said extends Answer>(turnId: string, act: (call: Call) => Promise<Said>) {
    const turn = untilSaved(line.then(() => sendOnce(turnId, act)));
    line = turn;
    return turn;
  }

  function send<Said extends Answer>(sent: Sent<Said>) {
    const { turnId = newId(), write, before = [], said } = sent;
    const sending: Sending = { turnId, said, back: write && inverse(write, before, new Date()), state: "sent" };
    const gone = write ? lost(before, applyAll(before, [write])) : [];
    stack.sent(sending);
    return new Promise<Said | typeof unreachable>((resolve) => {
      startTransition(async () => {
        if (write) show(write);
        const answer = await queue(turnId, sent.act);
        if (answer.ok) succeeded(sending, sent, tasksOf(answer), gone);
        else {
          failed(sending);
          if (!sent.quiet)
            notices.warn(
              `Not saved: ${said}. ${answer.message}`,
              retry(answer, () => void send({ ...sent, turnId })),
            );
        }
        resolve(answer);
      });
    });
  }

  function succeeded(
    sending: Sending,
    { write, noticed, other, instead }: Omit<Sent<Answer>, "act">,
    tasks: Task[],
    gone: Task[],
  ) {
    sending.state = "made";
    seen.note(tasks.map((task) => ({ ...task, deleted: task.deletedAt !== null })));
    written.note(tasks);
    // A new task has got its id only now.
    if (write?.kind === "add") sending.back = inverse({ ...write, tasks }, [], new Date());
    if (!noticed && !instead && gone.length === 0) return voice.say(sending.said);
    const [only] = tasks;
    const shown = tasks.length === 1 && gone.length === 1 && only?.deletedAt === null ? only : undefined;
    const text = shown && isFurtherDown(shown) ? `${sending.said}, further down this list` : sending.said;
    const step = instead ?? { label: "Undo", act: () => undo(sending) };
    sending.notice = notices.say(text, step, other ?? (shown && wayTo(shown)));
  }

  function failed(sending: Sending) {
    sending.state = "failed";
    stack.forget(sending);
  }

  function undo(sending: Sending) {
    stack.undo(sending);
    const { back, said, turnId, notice } = sending;
    if (notice) notices.close(notice);
    takeBack({
      said,
      isOwn: true,
      show: () => back && show(back),
      act: async (call) => (sending.state === "failed" ? { ok: true } : call(undoTurn, { id: turnId })),
    });
  }

  function takeBack({ turnId = newId(), ...undo }: Undo) {
    const sending: Sending = { turnId, said: undo.said, state: "sent" };
    if (!undo.isOwn) stack.sent(sending);
    startTransition(async () => {
      undo.show?.();
      const answer = await queue(turnId, undo.act);
      if (answer.ok) {
        sending.state = "made";
        tell(`Undone: ${undo.said}`, { label: "Redo", act: undo.isOwn ? redo : undoLatest });
      } else {
        failed(sending);
        if (undo.isOwn) stack.doubt();
        notices.warn(
          answer.message,
          retry(answer, () => takeBack({ ...undo, turnId })),
        );
      }
    });
  }

  function undoLatest() {
    const expected = stack.undo();
    const act = async (call: Call): Promise<Stepped> =>
      expected?.state === "failed" ? nothing : call(undoLast, { except: stuck });
    step({ act, expected, shows: expected?.back, word: "Undone", back: { label: "Redo", act: redo } });
  }

  function redo() {
    const act = (call: Call) => call(redoLast, { except: stuck });
    step({ act, expected: stack.redo(), word: "Redone", back: { label: "Undo", act: undoLatest } });
  }

  function step({ turnId = newId(), ...way }: Step) {
    startTransition(async () => {
      if (way.shows) show(way.shows);
      const answer = await queue(turnId, way.act);
      const isExpected = stack.answered(way.expected, answer.ok ? answer.turnId : undefined);
      if (isExpected && way.expected?.notice) notices.close(way.expected.notice);
      if (answer.ok && answer.isNothing) tell(answer.said);
      else if (answer.ok) tell(`${way.word}: ${answer.said}`, way.back);
      else {
        if ("stuck" in answer) stuck = [...stuck, answer.stuck].slice(-50);
        notices.warn(
          answer.message,
          retry(answer, () => step({ ...way, turnId })),
        );
      }
    });
  }

  /** Of several steps in a row, the last one is told. */
  function tell(text: string, step?: { label: string; act: () => void }) {
    if (told) notices.close(told);
    told = text ? notices.say(text, step) : "";
  }

  return { send, takeBack, undoLast: undoLatest, redoLast: redo, doubt: stack.doubt };
}

/** What was to be taken back had failed, and said so. */
const nothing: Stepped = { ok: true, said: "", isNothing: true };

const wayTo = (task: Task) => ({ label: "Show", href: placeOf(task), stay: () => bringIntoSight(task) });

function tasksOf(answer: object): Task[] {
  if ("tasks" in answer) return answer.tasks as Task[];
  return "task" in answer ? [answer.task as Task] : [];
}
