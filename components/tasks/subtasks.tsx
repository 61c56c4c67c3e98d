"use client";

import { Plus, X } from "lucide-react";
import { useState } from "react";
import { EditableText } from "@/components/tasks/editable-text";
import { keyOf } from "@/components/tasks/kept-drafts";
import { applyAll } from "@/components/tasks/optimistic";
import { TaskCheck } from "@/components/tasks/task-check";
import { useTasks } from "@/components/tasks/use-tasks";
import { usePending } from "@/components/tasks/writes";
import { IconButton } from "@/components/ui/icon-button";
import { Skeleton } from "@/components/ui/skeleton";
import type { Task } from "@/db/tasks";

/** The parts of a task: added, ticked off, renamed and deleted in place. */
export function Subtasks({ task, subtasks }: { task: Task; subtasks: Task[] | undefined }) {
  const pending = usePending();
  const rows = applyAll(subtasks ?? [], pending).filter((row) => row.parentId === task.id && !row.deletedAt);
  const done = rows.filter(({ completed }) => completed).length;
  return (
    <section aria-label="Subtasks">
      <h3 className="flex gap-2 px-2 pb-1 font-medium text-small text-soft">
        Subtasks {rows.length > 0 && <span>{`${done} of ${rows.length}`}</span>}
      </h3>
      {!subtasks && task.subtasks.total > 0 ? (
        <div aria-busy className="flex flex-col gap-3 px-2 py-2">
          <Skeleton className="h-4 w-3/4" />
          <Skeleton className="h-4 w-1/2" />
        </div>
      ) : (
        <ul>
          {rows.map((row) => (
            <Subtask key={keyOf(row)} task={row} />
          ))}
        </ul>
      )}
      <NewSubtask task={task} />
    </section>
  );
}

function Subtask({ task }: { task: Task }) {
  const { change, complete, reopen, remove } = useTasks();
  const saved = task.version > 0;
  return (
    <li className="group/part flex items-start gap-0.5 rounded pl-2 hover:bg-shade">
      <TaskCheck
        task={task}
        disabled={!saved}
        onChange={(completed) => (completed ? complete([task]) : reopen([task]))}
        className="mt-[7px]"
      />
      <div className="min-w-0 flex-1">
        <EditableText
          label={`Subtask ${task.title}`}
          value={task.title}
          theirs={({ title }) => title}
          onSave={(title, onto) => change(onto ?? task, { title: title.trim() }, { quiet: true })}
          className={task.completed ? "text-soft line-through" : ""}
        />
      </div>
      <IconButton
        icon={X}
        size="small"
        label={`Delete ${task.title}`}
        disabled={!saved}
        onClick={() => remove([task], { noticed: true })}
        className="mt-1 mr-1 opacity-0 focus-visible:opacity-100 group-hover/part:opacity-100 pointer-coarse:opacity-100"
      />
    </li>
  );
}

function NewSubtask({ task }: { task: Task }) {
  const { add } = useTasks();
  const [title, setTitle] = useState("");

  async function submit() {
    const wanted = title.trim();
    if (!wanted) return;
    setTitle("");
    const answer = await add([{ title: wanted, parentId: task.id }]);
    if (!answer.ok) setTitle((now) => now || wanted);
  }

  return (
    <form
      className="flex items-center gap-2.5 rounded pl-2 focus-within:bg-lift hover:bg-shade"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Plus size={16} strokeWidth={1.75} aria-hidden className="mx-px shrink-0 text-soft" />
      <input
        value={title}
        onChange={({ target }) => setTitle(target.value)}
        aria-label="Add a subtask"
        placeholder="Add a subtask"
        maxLength={200}
        className="h-8 min-w-0 flex-1 rounded bg-transparent pr-2 placeholder:text-soft"
      />
    </form>
  );
}
