"use client";

import { RotateCcw } from "lucide-react";
import { dueText } from "@/components/tasks/due-text";
import { TaskMeta } from "@/components/tasks/task-meta";
import { frame, hairline } from "@/components/tasks/task-row";
import { useTasks } from "@/components/tasks/use-tasks";
import { Button } from "@/components/ui/button";
import type { Task } from "@/db/tasks";
import type { Context } from "@/language/calendar";

type Props = { task: Task; clock: Context; current: boolean };

/** A task in the trash: when it goes for good, and the way back. */
export function TrashedRow({ task, clock, current }: Props) {
  const { restore } = useTasks();
  return (
    <li data-row={task.id} className={`${frame} ${hairline} after:left-2!`}>
      <div className="flex min-w-0 flex-1 items-center gap-4 @max-[560px]/list:flex-col @max-[560px]/list:items-stretch @max-[560px]/list:gap-0.5">
        <span className="min-w-0 flex-1 truncate">{task.title}</span>
        <TaskMeta tags={task.tags} repeats={task.repeat !== null} due={dueText(task, "trash", false, clock)} />
      </div>
      <Button
        tone="quiet"
        data-title
        aria-label={`Restore ${task.title}`}
        aria-keyshortcuts="r"
        tabIndex={current ? 0 : -1}
        onClick={() => restore([task], { noticed: true })}
        className="px-2"
      >
        <RotateCcw size={14} strokeWidth={1.75} aria-hidden />
        Restore
      </Button>
    </li>
  );
}
