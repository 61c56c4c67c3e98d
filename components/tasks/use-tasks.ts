"use client";

import { useMemo } from "react";
import { retry } from "@/components/shell/answer";
import * as actions from "@/components/tasks/actions";
import { idOf, kept, versions } from "@/components/tasks/kept-drafts";
import { conflicts } from "@/components/tasks/merge";
import { draftsOf, inputOf, type NewTasks } from "@/components/tasks/new-task";
import type { Fields, Write } from "@/components/tasks/optimistic";
import { nameOf } from "@/components/tasks/task-name";
import { useWriting } from "@/components/tasks/writes";
import * as notices from "@/components/ui/notices";
import type { Task } from "@/db/tasks";

const { complete, reopen, remove, restore } = actions;
const steps = { complete, reopen, remove, restore };

type Options = { noticed?: boolean; quiet?: boolean; said?: string; turnId?: string };

/** How a change is told where not in general words, and how far a new due day goes. */
type Telling = Options & { other?: { label: string; act: () => void } | undefined; scope?: "following" };

/** What one can do to tasks, by the verbs of the house. Each shows at once, answers when it is done, and can be undone. */
export function useTasks() {
  const { send, takeBack, undoLast } = useWriting();
  return useMemo(() => {
    function step(kind: keyof typeof steps, words: string) {
      return (tasks: Task[], options: Options = {}) => {
        const write: Write = { kind, tasks, at: new Date() };
        const ids = tasks.map(({ id }) => id);
        const act = (turnId: string) => steps[kind](turnId, { ids });
        return send({ write, before: tasks, act, said: `${words} ${nameOf(tasks)}`, ...options });
      };
    }

    function add(wanted: NewTasks[], options: Options = {}) {
      const drafts = wanted.flatMap(draftsOf);
      const write: Write = { kind: "add", tasks: drafts };
      const tasks = wanted.map(({ subtasks = [], ...task }) => ({
        ...inputOf(task),
        subtasks: subtasks.map(inputOf),
      }));
      const act = async (turnId: string) => {
        const answer = await actions.add(turnId, { tasks });
        if (answer.ok) kept(drafts, answer.tasks);
        return answer;
      };
      return send({ write, before: [], act, said: `Added ${nameOf(drafts)}`, ...options });
    }

    /** `task` is the one that the edit was made on; made on a stale one, it asks whose shall stand. */
    async function change(task: Task, fields: Fields, telling: Telling = {}): Promise<actions.Changed> {
      const { quiet, scope, said = `Changed ${nameOf([task])}`, ...told } = telling;
      const write: Write = { kind: "change", changes: [{ id: task.id, fields }] };
      const act = (turnId: string) => changeOrMerge(turnId, task, fields, scope);
      const answer = await send({ write, before: [task], act, said, quiet: true, ...told });
      if (answer.ok || quiet) return answer;
      const make = (onto: Task) => () => void change(onto, fields, telling);
      const step = "stale" in answer ? { label: "Use mine", act: make(answer.stale) } : retry(answer, make(task));
      notices.warn(`${said}: not saved. ${answer.message}`, step);
      return answer;
    }

    function moveTo(tasks: Task[], dueDate: string | null, words: string) {
      const fields = dueDate === null ? { dueDate, dueTime: null, repeat: null } : { dueDate };
      const write: Write = { kind: "change", changes: tasks.map(({ id }) => ({ id, fields })) };
      const act = (turnId: string) => actions.changeMany(turnId, { ids: tasks.map(({ id }) => id), ...fields });
      return send({ write, before: tasks, act, said: `Moved ${nameOf(tasks)} to ${words}`, noticed: true });
    }

    /** Takes back a change that somebody else made, such as the assistant. */
    function undoChange(changeId: string, said: string) {
      takeBack({ act: (turnId) => actions.undoChange(turnId, { id: changeId }), said });
    }

    return {
      add,
      change,
      moveTo,
      complete: step("complete", "Completed"),
      reopen: step("reopen", "Reopened"),
      remove: step("remove", "Deleted"),
      restore: step("restore", "Restored"),
      undoChange,
      undoLast,
    };
  }, [send, takeBack, undoLast]);
}

/** Makes the change on whatever version is the present one, unless somebody else wrote something different in the same field. */
async function changeOrMerge(
  turnId: string,
  task: Task,
  fields: Fields,
  scope: "following" | undefined,
): Promise<actions.Changed> {
  // With a series, its rule is the server's to move.
  const wanted = scope ? { dueDate: fields.dueDate, scope } : inputOf(fields);
  const id = idOf(task);
  const change = (version: number) => actions.change(turnId, { id, version, ...wanted });
  const first = await change(Math.max(task.version, versions.get(id) ?? 0));
  const merges = "stale" in first && conflicts(task, fields, first.stale).length === 0;
  const answer = merges ? await change(first.stale.version) : first;
  if (answer.ok) versions.set(id, answer.task.version);
  return answer;
}
