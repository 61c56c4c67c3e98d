"use client";

import { CalendarDays, Flag, SkipForward, Trash2 } from "lucide-react";
import { useRef } from "react";
import { inList } from "@/components/shell/keymap";
import { DuePopover } from "@/components/tasks/due-popover";
import { fieldOf } from "@/components/tasks/kept-drafts";
import { PriorityMenu } from "@/components/tasks/priority-menu";
import { useRepeats } from "@/components/tasks/use-repeats";
import { useTasks } from "@/components/tasks/use-tasks";
import { ariaKeys } from "@/components/ui/chord";
import { IconButton } from "@/components/ui/icon-button";
import { InBrowser } from "@/components/ui/in-browser";
import type { Task } from "@/db/tasks";

type Props = { task: Task; tabIndex: number };

const shown =
  "pointer-events-none z-10 flex items-center opacity-0 group-hover:pointer-events-auto group-hover:opacity-100 group-has-focus-visible:pointer-events-auto group-has-focus-visible:opacity-100 group-has-data-popup-open:opacity-100 tight:absolute tight:right-2 tight:w-auto tight:bg-shade tight:pl-2 stacked:hidden";

/** What one can do to a row without opening it. A row's keys press these buttons, so both always do the same. */
export function RowActions(props: Props) {
  const row = useRef<HTMLSpanElement>(null);
  const toTitle = () => row.current?.closest("[data-row]")?.querySelector<HTMLElement>("[data-title]") ?? null;
  return (
    <span ref={row} className={`${shown} ${isRepeating(props.task) ? "min-w-28" : "min-w-21"}`}>
      <InBrowser>
        <Buttons {...props} toTitle={toTitle} />
      </InBrowser>
    </span>
  );
}

const isRepeating = ({ repeat, completed }: Task) => repeat !== null && !completed;

/** A component of its own, so that the server spends no time on what only the browser shows. */
function Buttons({ task, tabIndex, toTitle }: Props & { toTitle: () => HTMLElement | null }) {
  const { change, remove } = useTasks();
  const { reschedule, skip } = useRepeats();
  return (
    <>
      <DuePopover
        task={task}
        field={fieldOf(task, "due")}
        onChange={(fields) => reschedule(task, fields)}
        finalFocus={toTitle}
        trigger={
          <IconButton
            icon={CalendarDays}
            label="Due"
            name={`Due: ${task.title}`}
            {...keysOf("due")}
            tabIndex={tabIndex}
          />
        }
      />
      {isRepeating(task) && (
        <IconButton
          icon={SkipForward}
          label="Skip this one"
          name={`Skip this one: ${task.title}`}
          {...keysOf("skip")}
          tabIndex={tabIndex}
          onClick={() => skip(task)}
        />
      )}
      <PriorityMenu
        value={task.priority}
        onChange={(priority) => change(task, { priority })}
        finalFocus={toTitle}
        trigger={
          <IconButton
            icon={Flag}
            label="Priority"
            name={`Priority: ${task.title}`}
            {...keysOf("priority")}
            tabIndex={tabIndex}
          />
        }
      />
      <IconButton
        icon={Trash2}
        label="Delete"
        name={`Delete ${task.title}`}
        {...keysOf("remove")}
        tabIndex={tabIndex}
        onClick={() => remove([task], { noticed: true })}
      />
    </>
  );
}

function keysOf(name: keyof typeof inList) {
  const { keys } = inList[name];
  return { keys: keys[0], "aria-keyshortcuts": ariaKeys(keys) };
}
