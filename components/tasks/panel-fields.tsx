"use client";

import { CalendarDays, Clock, Flag, type LucideIcon, Repeat2, Tag as TagIcon } from "lucide-react";
import type { ReactNode } from "react";
import { useKnown } from "@/components/shell/known";
import { TagsField } from "@/components/tags/tags-field";
import { DuePopover } from "@/components/tasks/due-popover";
import { fieldOf } from "@/components/tasks/kept-drafts";
import { NextOne } from "@/components/tasks/next-one";
import type { Fields } from "@/components/tasks/optimistic";
import { PriorityMenu, PriorityRing, priorities } from "@/components/tasks/priority-menu";
import { RepeatPopover } from "@/components/tasks/repeat-popover";
import { TimeField } from "@/components/tasks/time-field";
import { useRepeats } from "@/components/tasks/use-repeats";
import { useTasks } from "@/components/tasks/use-tasks";
import type { Task } from "@/db/tasks";
import { type Context, describeDay, describeDue, today } from "@/language/calendar";
import * as repetition from "@/language/repetition";

const value =
  "flex min-h-8 pointer-coarse:min-h-11 w-full items-center gap-2 rounded px-2 text-left hover:bg-shade data-popup-open:bg-shade disabled:hover:bg-transparent";

/** Due, time, repeat, priority and tags, each behind its own value. */
export function PanelFields({ task }: { task: Task }) {
  const { clock } = useKnown();
  const { change } = useTasks();
  const { reschedule } = useRepeats();
  const set = (fields: Fields) => void change(task, fields);
  const day = task.dueDate ? dayWithDate(task.dueDate, clock) : undefined;
  const rule = task.repeat ? repetition.describe(task.repeat, clock, task.repeatFrom) : undefined;
  const level = priorities.find(({ value }) => value === task.priority && value !== "none")?.label;
  const late = task.dueDate !== null && task.dueDate < today(clock) && !task.completed;
  return (
    <dl className="flex flex-col gap-0.5">
      <Line icon={CalendarDays} name="Due">
        <DuePopover
          task={task}
          field={fieldOf(task, "due")}
          onChange={(fields) => void reschedule(task, fields)}
          trigger={
            <button
              type="button"
              aria-label={`Due: ${day ?? "None"}`}
              className={`${value} ${late ? "text-late" : ""}`}
            >
              {day ?? <None />}
            </button>
          }
        />
      </Line>
      <Line icon={Clock} name="Time">
        <TimeField
          field={fieldOf(task, "time")}
          value={task.dueTime}
          onChange={(dueTime) => set(dueTime && !task.dueDate ? { dueDate: today(clock), dueTime } : { dueTime })}
        />
      </Line>
      <Line icon={Repeat2} name="Repeat">
        <RepeatPopover
          task={task}
          field={fieldOf(task, "repeat")}
          onChange={set}
          trigger={
            <button type="button" aria-label={`Repeat: ${rule ?? "None"}`} className={value}>
              {rule ?? <None />}
            </button>
          }
        />
        <NextOne task={task} />
      </Line>
      <Line icon={Flag} name="Priority">
        <PriorityMenu
          value={task.priority}
          onChange={(priority) => set({ priority })}
          align="start"
          trigger={
            <button type="button" aria-label={`Priority: ${level ?? "None"}`} className={value}>
              {level && <PriorityRing priority={task.priority} />}
              {level ?? <None />}
            </button>
          }
        />
      </Line>
      <Line icon={TagIcon} name="Tags">
        <TagsField
          field={fieldOf(task, "tag")}
          value={task.tags}
          onChange={(tags, onSaved) => change(task, { tags }, { onSaved })}
        />
      </Line>
    </dl>
  );
}

function Line({ icon: Icon, name, children }: { icon: LucideIcon; name: string; children: ReactNode }) {
  return (
    <div className="flex flex-wrap items-start">
      <dt className="flex h-8 w-24 pointer-coarse:h-11 shrink-0 items-center gap-2 pl-2 text-small text-soft">
        <Icon size={14} strokeWidth={1.75} aria-hidden />
        {name}
      </dt>
      <dd className="min-w-32 max-w-full flex-1">{children}</dd>
    </div>
  );
}

/** "Tomorrow", and for other days the date: "Fri" alone could be the last or the next. */
function dayWithDate(dueDate: string, clock: Context) {
  const word = describeDay(dueDate, clock);
  return /day$|morrow$/.test(word) ? word : describeDue({ dueDate, dueTime: null }, clock);
}

function None() {
  return <span className="text-soft">None</span>;
}
