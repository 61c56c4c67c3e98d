"use client";

import { Clock, ListTree } from "lucide-react";
import Link from "next/link";
import { memo } from "react";
import { inList } from "@/components/shell/keymap";
import type { ViewName } from "@/components/tasks/arrange";
import type { By } from "@/components/tasks/by-hand";
import { dueText } from "@/components/tasks/due-text";
import { MoveMenu } from "@/components/tasks/move-menu";
import { useOpenTask } from "@/components/tasks/open-task";
import type { RecentChange } from "@/components/tasks/recent-changes";
import { RecentNote } from "@/components/tasks/recent-note";
import { RowActions } from "@/components/tasks/row-actions";
import { PriorityWord, TaskCheck } from "@/components/tasks/task-check";
import { TaskMeta } from "@/components/tasks/task-meta";
import { ariaKeys } from "@/components/ui/chord";
import { InBrowser } from "@/components/ui/in-browser";
import type { Task } from "@/db/tasks";
import type { Context } from "@/language/calendar";

type Props = {
  task: Task;
  /** The title of the task that it is a subtask of. */
  parent: string | undefined;
  view: ViewName;
  /** The heading above says the day already. */
  grouped: boolean;
  /** The tag whose page this is, which the rows need not say again. */
  besides: string | undefined;
  clock: Context;
  /** Where a dragged row would come to stand beside it; undefined where rows do not move. */
  drop: "before" | "after" | "none" | undefined;
  onMove: ((id: string, by: By) => void) | undefined;
  /** Its panel is open. */
  selected: boolean;
  /** The one row of the list that Tab goes to. */
  current: boolean;
  change: RecentChange | undefined;
  /** What was done to it is not saved yet, and will not be for a while. */
  waits: boolean;
  onCheck: (task: Task, completed: boolean) => void;
};

/** A row's box: as high as a row, two lines where it is narrow. */
export const frame =
  "group relative isolate -mx-2 flex min-h-(--row) items-center gap-3 rounded px-2 hover:bg-shade data-selected:bg-shade before:pointer-events-none before:absolute before:inset-x-0 before:hidden before:border-accent before:border-t-2 data-[drop=after]:before:-bottom-px data-[drop=after]:before:block data-[drop=before]:before:-top-px data-[drop=before]:before:block stacked:min-h-12";
// Where the list is narrow, what there is to say stands in a second line.
const twoLines = "stacked:items-start stacked:pt-2 stacked:pb-1.5";
// The hairline is inset to the title; the last row and the one under the pointer need none.
export const hairline =
  "after:pointer-events-none after:absolute after:right-2 after:bottom-0 after:left-[38px] after:h-px after:bg-line last:after:hidden hover:after:opacity-0";
// Where there is a pointer to bring them, the row's actions stand in the place of its meta.
const madeRoom =
  "group-has-data-popup-open:opacity-0 group-has-focus-visible:opacity-0 group-hover:opacity-0 stacked:opacity-100!";
// All of the row opens the task: the link is stretched over it.
// Its own box is as high as a finger, without taking room.
const stretched =
  "truncate pointer-coarse:-my-3 pointer-coarse:py-3 after:absolute after:inset-0 after:rounded focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:outline-accent focus-visible:after:-outline-offset-2";

// Beside the row under a pointer, at its end under a finger.
const handle =
  "z-10 group-has-focus-visible:opacity-100 group-hover:opacity-100 has-data-popup-open:opacity-100 pointer-fine:absolute pointer-fine:-left-5 pointer-fine:opacity-0 pointer-coarse:-mr-2 print:hidden";

const openKeys = ariaKeys(inList.open.keys);

/**
 * One task: check, title, what it is a part of, subtasks done, then tag, repeat and due, which make room for actions under the
 * pointer or the focus.
 */
export const TaskRow = memo(function TaskRow({
  task,
  parent,
  view,
  grouped,
  besides,
  clock,
  drop,
  onMove,
  selected,
  current,
  change,
  waits,
  onCheck,
}: Props) {
  const { open } = useOpenTask();
  const tabIndex = current ? 0 : -1;
  const saved = task.version > 0;
  const due = dueText(task, view, grouped, clock);
  const tags = task.tags.filter(({ id }) => id !== besides);
  const bare = due.text === "" && tags.length === 0;
  return (
    <li
      data-row={task.id}
      data-drop={drop}
      data-selected={selected || undefined}
      aria-busy={!saved || undefined}
      className={`${frame} ${hairline} ${bare ? "" : twoLines}`}
    >
      {change && <span key={change.changeId} aria-hidden className="washed absolute inset-0 -z-10 rounded" />}
      <TaskCheck
        task={task}
        disabled={!saved}
        tabIndex={tabIndex}
        onChange={(completed) => onCheck(task, completed)}
        className="z-10 stacked:mt-px"
      />
      <div className="flex min-w-0 flex-1 items-center gap-4 tight:gap-2.5 stacked:flex-col stacked:items-stretch stacked:gap-0.5">
        <span className="flex min-w-0 flex-1 items-center gap-2.5">
          <Link
            href={`?task=${task.id}`}
            prefetch={false}
            scroll={false}
            tabIndex={tabIndex}
            dir="auto"
            data-title
            draggable={drop === undefined}
            aria-keyshortcuts={openKeys}
            aria-current={selected || undefined}
            onNavigate={(event) => {
              event.preventDefault();
              if (saved) open(task);
            }}
            className={`${stretched} ${task.completed ? "text-soft line-through" : ""}`}
          >
            {task.title}
          </Link>
          {/* It has what the title leaves. */}
          {parent && (
            <span className="min-w-16 flex-1 truncate text-small text-soft tight:hidden">
              in <bdi>{parent}</bdi>
            </span>
          )}
          <PriorityWord priority={task.priority} />
          <Subtasks {...task.subtasks} />
        </span>
        <span className="flex shrink-0 items-center gap-3 text-small stacked:min-w-0 stacked:shrink">
          {waits && <Waiting />}
          {change && <RecentNote change={change} />}
          <span className="grid min-h-7 min-w-0 items-center justify-items-end *:col-start-1 *:row-start-1 stacked:min-h-0 stacked:justify-items-start">
            <TaskMeta tags={tags} repeats={task.repeat !== null} due={due} className={madeRoom} />
            {saved && <RowActions task={task} tabIndex={tabIndex} />}
          </span>
        </span>
      </div>
      {onMove && saved && (
        <span className={handle}>
          <InBrowser>
            <MoveMenu title={task.title} tabIndex={tabIndex} onMove={(by) => onMove(task.id, by)} />
          </InBrowser>
        </span>
      )}
    </li>
  );
});

function Subtasks({ done, total }: Task["subtasks"]) {
  if (total === 0) return null;
  return (
    <span className="flex shrink-0 items-center gap-1 text-small text-soft">
      <ListTree size={14} strokeWidth={1.75} aria-hidden />
      <span className="sr-only">Subtasks done: </span>
      {done} of {total}
    </span>
  );
}

function Waiting() {
  return (
    <span className="flex shrink-0 items-center gap-1.5 text-soft">
      <Clock size={13} strokeWidth={1.75} aria-hidden />
      Not saved yet
    </span>
  );
}
