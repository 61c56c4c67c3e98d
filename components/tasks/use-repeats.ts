"use client";

import { useMemo } from "react";
import { useKnown } from "@/components/shell/known";
import type { Call } from "@/components/shell/send";
import * as actions from "@/components/tasks/actions";
import { afterSkipping, dayOf, movedSeries } from "@/components/tasks/next-days";
import type { Fields, Write } from "@/components/tasks/optimistic";
import { nameOf } from "@/components/tasks/task-name";
import { useTasks } from "@/components/tasks/use-tasks";
import { useWriting } from "@/components/tasks/writes";
import * as notices from "@/components/ui/notices";
import type { Task } from "@/db/tasks";
import * as repetition from "@/language/repetition";

/** What one can do to one time of a task that repeats. */
export function useRepeats() {
  const { clock } = useKnown();
  const { send } = useWriting();
  const { change } = useTasks();
  return useMemo(() => {
    /** A new due day moves a repeating task this once; where its series can move along, the notice offers that. */
    function reschedule(task: Task, fields: Fields) {
      const { dueDate } = fields;
      const moves = task.repeat && dueDate && dueDate !== task.dueDate && fields.repeat === undefined;
      if (!moves) return change(task, fields);
      const rule = movedSeries(task, dueDate);
      return change(task, fields, {
        noticed: true,
        said: `Moved ${nameOf([task])} to ${dayOf(dueDate, clock)}, just this once`,
        other: rule
          ? { label: "All following", act: () => void follow({ ...task, ...fields }, dueDate, rule) }
          : undefined,
      });
    }

    function follow(task: Task, dueDate: string, repeat: string) {
      const said = `Moved ${nameOf([task])} and all following: ${inText(repetition.describe(repeat, clock))}`;
      return change(task, { dueDate, repeat }, { scope: "following", noticed: true, said });
    }

    /** Leaves this occurrence out, for the one after it. */
    function skip(task: Task) {
      const next = afterSkipping(task, clock);
      if (!next) return notices.say(`${nameOf([task])} is the last one, so there’s nothing to skip to.`);
      const fields = { dueDate: next.due, repeat: next.rule };
      const write: Write = { kind: "change", changes: [{ id: task.id, fields }] };
      const act = (call: Call) => call(actions.skip, { id: task.id, dueDate: task.dueDate });
      const said = `Skipped ${nameOf([task])}, next ${dayOf(next.due, clock)}`;
      return send({ write, before: [task], act, said, noticed: true });
    }

    return { reschedule, skip };
  }, [clock, send, change]);
}

/** "Every Tuesday" within a sentence. */
const inText = (words: string) => words.charAt(0).toLowerCase() + words.slice(1);
