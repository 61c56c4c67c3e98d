"use client";

import { type ReactNode, useRef, useState } from "react";
import { useKnown } from "@/components/shell/known";
import { arrange, type Shown } from "@/components/tasks/arrange";
import { dropped, moved } from "@/components/tasks/by-hand";
import { useListKeys } from "@/components/tasks/list-keys";
import { useOpenTask } from "@/components/tasks/open-task";
import { applyAll } from "@/components/tasks/optimistic";
import { useRecentChanges } from "@/components/tasks/recent-changes";
import { SectionHeading } from "@/components/tasks/section-heading";
import { TaskRow } from "@/components/tasks/task-row";
import { TrashedRow } from "@/components/tasks/trashed-row";
import { useDrag } from "@/components/tasks/use-drag";
import { useKept } from "@/components/tasks/use-kept";
import { useTasks } from "@/components/tasks/use-tasks";
import { usePending } from "@/components/tasks/writes";
import type { Task } from "@/db/tasks";

type Props = {
  /** The rows as the server has them. */
  tasks: Task[];
  shown: Omit<Shown, "kept">;
  /** The id of the task whose panel the address has open. */
  openId?: string | undefined;
  /** What stands here when there are no rows. */
  empty: ReactNode;
};

/** The rows of a view, with whatever is being written laid over them. */
export function TaskList({ tasks, shown, openId, empty }: Props) {
  const { clock } = useKnown();
  const { change, complete, reopen } = useTasks();
  const { opening } = useOpenTask();
  const recent = useRecentChanges();
  const pending = usePending();
  const kept = useKept(tasks, recent, pending);
  const list = useRef<HTMLDivElement>(null);
  const [currentId, setCurrentId] = useState<string>();

  const present = new Set(tasks.map(({ id }) => id));
  const known = [...tasks, ...[...kept.values()].filter(({ id }) => !present.has(id))];
  const rows = applyAll(known, pending).filter(({ id, parentId }) => parentId === null || present.has(id));
  const sections = arrange(rows, { ...shown, kept: new Set(kept.keys()) }, clock);
  const inOrder = sections.flatMap((section) => section.tasks);
  const current = inOrder.some(({ id }) => id === currentId) ? currentId : inOrder[0]?.id;
  const selected = opening ? opening.task?.id : openId;
  const leaves = shown.view === "completed" || shown.view === "search";

  const check = (task: Task, completed: boolean) => {
    const step = completed ? complete : reopen;
    step([task], { noticed: leaves });
  };

  const byHand = shown.sort === "manual";
  const place = (step: ReturnType<typeof moved>) => step && change(step.task, { position: step.position });
  const { handlers, drop } = useDrag(byHand, (id, where) => place(dropped(sections, id, where)));
  useListKeys(list, (id, by) => byHand && place(moved(sections, id, by)));

  if (inOrder.length === 0) return empty;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only watches which row has the focus
    <div
      ref={list}
      {...handlers}
      onFocus={({ target }) => setCurrentId(target.closest<HTMLElement>("[data-row]")?.dataset.row)}
      className={shown.view === "today" || shown.view === "upcoming" ? "[--due:58px]" : "[--due:88px]"}
    >
      {sections.map((section) => (
        <section key={section.name} aria-label={section.name || "Tasks"}>
          <SectionHeading section={section} shown={shown} clock={clock} />
          <ul>
            {section.tasks.map((task) =>
              shown.view === "trash" ? (
                <TrashedRow key={task.id} task={task} clock={clock} current={task.id === current} />
              ) : (
                <TaskRow
                  key={task.id}
                  task={task}
                  view={shown.view}
                  grouped={section.name === "Today" || (shown.view === "upcoming" && shown.sort === "due")}
                  besides={shown.tag}
                  clock={clock}
                  drop={byHand ? (drop?.beside === task.id && (drop.after ? "after" : "before")) || "none" : undefined}
                  selected={task.id === selected}
                  current={task.id === current}
                  change={recent.get(task.id)}
                  onCheck={check}
                />
              ),
            )}
          </ul>
        </section>
      ))}
    </div>
  );
}
