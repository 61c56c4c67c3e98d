"use client";

import { Trash2, X } from "lucide-react";
import { inList } from "@/components/shell/keymap";
import { limits } from "@/components/shell/limits";
import { EditableText } from "@/components/tasks/editable-text";
import { PanelFields } from "@/components/tasks/panel-fields";
import { PanelHistory } from "@/components/tasks/panel-history";
import { Subtasks } from "@/components/tasks/subtasks";
import { TaskCheck } from "@/components/tasks/task-check";
import { useTasks } from "@/components/tasks/use-tasks";
import { IconButton } from "@/components/ui/icon-button";
import type { Task } from "@/db/tasks";

type Props = {
  task: Task;
  /** Undefined while they are still on their way. */
  subtasks: Task[] | undefined;
  onClose: () => void;
};

/** Everything about one task, each part of it edited where it stands. */
export function TaskPanel({ task, subtasks, onClose }: Props) {
  const { change, complete, reopen, remove } = useTasks();
  return (
    <article aria-label={task.title} className="flex min-h-full flex-col gap-5 p-5">
      <header className="flex items-center gap-2.5">
        <TaskCheck
          task={task}
          onChange={(completed) => (completed ? complete([task]) : reopen([task]))}
          className="ml-2"
        />
        <span className="flex-1 text-small text-soft">{task.completed ? "Completed" : ""}</span>
        <IconButton
          icon={Trash2}
          label="Delete"
          tone="danger"
          onClick={() => {
            onClose();
            remove([task], { noticed: true });
          }}
        />
        <IconButton icon={X} label="Close" keys={inList.close.keys[0]} onClick={onClose} />
      </header>
      <EditableText
        task={task}
        name="title"
        label="Title"
        max={limits.title}
        onSave={(title, onto) => change(onto ?? task, { title: title.trim() }, { quiet: true })}
        className={`font-semibold text-title ${task.completed ? "text-soft line-through" : ""}`}
      />
      <PanelFields task={task} />
      <EditableText
        task={task}
        name="description"
        label="Description"
        max={limits.description}
        placeholder="Add a description"
        multiline
        onSave={(text, onto) => change(onto ?? task, { description: text.trim() || null }, { quiet: true })}
        className="min-h-16 text-base"
      />
      {!task.parentId && <Subtasks task={task} subtasks={subtasks} />}
      <PanelHistory task={task} />
    </article>
  );
}
