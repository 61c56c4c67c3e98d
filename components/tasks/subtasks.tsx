"use client";

import { Plus, X } from "lucide-react";
import { type KeyboardEvent, useId, useRef } from "react";
import type { Draft } from "@/components/shell/drafts";
import { FieldNote } from "@/components/shell/field-note";
import { limits } from "@/components/shell/limits";
import { UnsentLines } from "@/components/shell/unsent-lines";
import { useTakeOver } from "@/components/shell/use-take-over";
import { EditableText } from "@/components/tasks/editable-text";
import { fieldOf, keyOf } from "@/components/tasks/kept-drafts";
import { applyAll } from "@/components/tasks/optimistic";
import { TaskCheck } from "@/components/tasks/task-check";
import { useLine } from "@/components/tasks/use-line";
import { usePaste } from "@/components/tasks/use-paste";
import { useTasks } from "@/components/tasks/use-tasks";
import { useWaiting } from "@/components/tasks/use-waiting";
import { usePending } from "@/components/tasks/writes";
import { IconButton } from "@/components/ui/icon-button";
import { Skeleton } from "@/components/ui/skeleton";
import type { Task } from "@/db/tasks";

/** The parts of a task: added, ticked off, renamed and deleted in place. */
export function Subtasks({ task, subtasks }: { task: Task; subtasks: Task[] | undefined }) {
  const pending = usePending();
  const waiting = useWaiting();
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
            <Subtask key={keyOf(row)} task={row} waits={waiting.has(row.id)} />
          ))}
        </ul>
      )}
      <NewSubtask task={task} />
    </section>
  );
}

function Subtask({ task, waits }: { task: Task; waits: boolean }) {
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
          task={task}
          name="title"
          label={`Subtask ${task.title}`}
          max={limits.title}
          onSave={(title, onto) => change(onto ?? task, { title: title.trim() }, { quiet: true })}
          className={task.completed ? "text-soft line-through" : ""}
        />
        {waits && <p className="px-2 pb-1 text-small text-soft">Not saved yet</p>}
      </div>
      <IconButton
        icon={X}
        size="small"
        label="Delete"
        name={`Delete ${task.title}`}
        disabled={!saved}
        onClick={() => remove([task], { noticed: true })}
        className="mt-1 mr-1 pointer-coarse:-my-1 opacity-0 focus-visible:opacity-100 group-hover/part:opacity-100 pointer-coarse:opacity-100"
      />
    </li>
  );
}

function NewSubtask({ task }: { task: Task }) {
  const { add } = useTasks();
  const field = fieldOf(task, "subtask");
  const { line, write, submit, unsent, drop, isFound, error } = useLine(field);
  const input = useRef<HTMLInputElement>(null);
  const paste = usePaste({ field, parent: task, focus: input });
  const id = useId();
  const text = line?.text ?? "";
  useTakeOver(input, text, (typed, isLeft) => write({ text: typed }, isLeft));

  const send = (sent: Draft) =>
    void submit(sent, (turnId) => add([{ title: sent.text.trim(), parentId: task.id }], { turnId, quiet: true }));

  function enter() {
    if (!line || text.trim() === "") return;
    write(undefined);
    send(line);
  }

  // The panel's own Escape would close it over the words.
  function leave(event: KeyboardEvent<HTMLInputElement>) {
    if (event.key !== "Escape" || text === "") return;
    event.preventDefault();
    event.currentTarget.blur();
  }

  return (
    <>
      <form
        className="flex items-center gap-2.5 rounded pl-2 print:hidden focus-within:bg-lift hover:bg-shade"
        onSubmit={(event) => {
          event.preventDefault();
          enter();
        }}
      >
        <Plus size={16} strokeWidth={1.75} aria-hidden className="mx-px shrink-0 text-soft" />
        <input
          ref={input}
          dir="auto"
          value={text}
          onChange={({ target }) => write({ text: target.value })}
          onPaste={paste.take}
          onDrop={paste.take}
          onKeyDown={leave}
          aria-label="Add a subtask"
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? id : undefined}
          placeholder="Add a subtask"
          autoComplete="off"
          className="h-8 min-w-0 flex-1 rounded bg-transparent pr-2 placeholder:text-soft"
        />
      </form>
      <div className="px-2">
        {error && (
          <p id={id} role="alert" className="mt-1 text-late text-small">
            {error}
          </p>
        )}
        <FieldNote text={text} max={limits.title} isFound={isFound} onDiscard={() => write(undefined)} />
        <UnsentLines
          lines={unsent}
          onAdd={({ field, draft }) => {
            drop(field);
            send(draft);
          }}
          onDiscard={({ field }) => drop(field)}
        />
        {paste.shown}
      </div>
    </>
  );
}
