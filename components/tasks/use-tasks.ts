"use client";

import { useMemo } from "react";
import { type Answer, retry } from "@/components/shell/answer";
import { known } from "@/components/shell/known";
import type { Call } from "@/components/shell/send";
import * as actions from "@/components/tasks/actions";
import { idOf, kept, versions } from "@/components/tasks/kept-drafts";
import { conflicts } from "@/components/tasks/merge";
import { draftsOf, type NewTasks } from "@/components/tasks/new-task";
import type { Fields, Write } from "@/components/tasks/optimistic";
import { changeOf, goneTags, inputOf } from "@/components/tasks/task-input";
import { changeInWords, nameOf } from "@/components/tasks/task-name";
import { useWriting } from "@/components/tasks/writes";
import * as notices from "@/components/ui/notices";
import type { Task } from "@/db/tasks";

const { complete, reopen, remove, restore } = actions;
const steps = { complete, reopen, remove, restore };

type Options = { noticed?: boolean; quiet?: boolean; said?: string; turnId?: string };

/** How a change is told where not in general words, how far a new due day goes, and what to do once it is saved, by Retry too. */
type Telling = Options & {
  other?: { label: string; act: () => void } | undefined;
  scope?: "following";
  onSaved?: () => void;
};

/** What one can do to tasks, by the verbs of the house. Each shows at once, answers when it is done, and can be undone. */
export function useTasks() {
  const { send, takeBack, undoLast, redoLast } = useWriting();
  return useMemo(() => {
    function step(kind: keyof typeof steps, words: string) {
      return (tasks: Task[], options: Options = {}) => {
        const write: Write = { kind, tasks, at: new Date() };
        const ids = tasks.map(({ id }) => id);
        const act = (call: Call) => call(steps[kind], { ids });
        return send({ write, before: tasks, act, said: `${words} ${nameOf(tasks)}`, ...options });
      };
    }

    function add(wanted: NewTasks[], options: Options = {}) {
      const drafts = wanted.flatMap(draftsOf);
      const write: Write = { kind: "add", tasks: drafts };
      const input = (gone: string[]) => ({
        tasks: wanted.map(({ subtasks = [], ...task }) => ({
          ...inputOf(task, gone),
          subtasks: subtasks.map((subtask) => inputOf(subtask, gone)),
        })),
      });
      const act = async (call: Call) => {
        const answer = await pastGoneTags(drafts, (gone) => call(actions.add, input(gone)));
        if (answer.ok) kept(drafts, answer.tasks);
        return answer;
      };
      return send({ write, before: [], act, said: `Added ${nameOf(drafts)}`, ...options });
    }

    /** `task` is the one that the edit was made on; made on a stale one, it asks whose shall stand. */
    async function change(task: Task, fields: Fields, telling: Telling = {}): Promise<actions.Changed> {
      const { quiet, scope, onSaved, said = changeInWords(task, fields, known()?.clock), ...told } = telling;
      const write: Write = { kind: "change", changes: [{ id: task.id, fields }] };
      const act = (call: Call) => changeOrMerge(call, task, fields, scope);
      const answer = await send({ write, before: [task], act, said, quiet: true, ...told });
      if (answer.ok) onSaved?.();
      if (answer.ok || quiet) return answer;
      const make = (onto: Task) => () => void change(onto, fields, telling);
      const step = "stale" in answer ? { label: "Keep mine", act: make(answer.stale) } : retry(answer, make(task));
      notices.warn(`Not saved: ${said}. ${answer.message}`, step);
      return answer;
    }

    function moveTo(tasks: Task[], dueDate: string | null, words: string) {
      const fields = dueDate === null ? { dueDate, dueTime: null, repeat: null } : { dueDate };
      const write: Write = { kind: "change", changes: tasks.map(({ id }) => ({ id, fields })) };
      const act = (call: Call) => call(actions.changeMany, { ids: tasks.map(({ id }) => id), ...fields });
      return send({ write, before: tasks, act, said: `Moved ${nameOf(tasks)} to ${words}`, noticed: true });
    }

    /** Takes back a change that someone else made, such as the assistant. */
    function undoChange(changeId: string, said: string) {
      takeBack({ act: (call) => call(actions.undoChange, { id: changeId }), said });
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
      redoLast,
    };
  }, [send, takeBack, undoLast, redoLast]);
}

/** Makes the change on whatever version is the present one, unless someone else wrote something different in the same field. */
async function changeOrMerge(
  call: Call,
  task: Task,
  fields: Fields,
  scope: "following" | undefined,
): Promise<actions.Changed> {
  const id = idOf(task);
  // With a series, its rule is the server's to move.
  const wanted = (gone: string[]) => (scope ? { dueDate: fields.dueDate, scope } : changeOf(task, fields, gone));
  const change = (version: number) =>
    pastGoneTags([{ ...task, ...fields }], (gone) => call(actions.change, { id, version, ...wanted(gone) }));
  const first = await change(Math.max(task.version, versions.get(id) ?? 0));
  const merges = "stale" in first && conflicts(task, fields, first.stale).length === 0;
  const answer = merges ? await change(first.stale.version) : first;
  if (answer.ok) versions.set(id, answer.task.version);
  return answer;
}

/** Makes a write without the tags that were deleted elsewhere meanwhile, rather than not at all or with a new one of the name, and says so. */
async function pastGoneTags<Said extends Answer>(tasks: Task[], act: (gone: string[]) => Promise<Said>): Promise<Said> {
  const answer = await act([]);
  const gone = goneTags(answer);
  if (gone.length === 0) return answer;
  const second = await act(gone);
  const names = tasks.flatMap(({ tags }) => tags.flatMap(({ id, name }) => (gone.includes(id) ? [name] : [])));
  const [first = ""] = names;
  const without = new Set(names).size > 1 ? "Some of its tags were" : `The tag “${first}” was`;
  if (second.ok)
    notices.warn(`${without} deleted. ${nameOf(tasks)} was saved without ${new Set(names).size > 1 ? "them" : "it"}.`);
  return second;
}
