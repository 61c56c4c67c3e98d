"use client";

import { type ReactNode, useRef, useState } from "react";
import type { Section, Shown } from "@/components/tasks/arrange";
import type { Drop } from "@/components/tasks/by-hand";
import { useListKeys } from "@/components/tasks/list-keys";
import { useOpenTask } from "@/components/tasks/open-task";
import { LaterSections, SectionHeading } from "@/components/tasks/section-heading";
import { SortableRows } from "@/components/tasks/sortable-rows";
import { TaskRow } from "@/components/tasks/task-row";
import { useCurrentRow } from "@/components/tasks/use-current-row";
import { useRows } from "@/components/tasks/use-rows";
import { useTasks } from "@/components/tasks/use-tasks";
import { useByHand } from "@/components/views/use-by-hand";
import type { Task } from "@/db/tasks";

type Props = {
  /** The rows as the server has them. */
  tasks: Task[];
  /** The titles of the tasks that rows are subtasks of, by id. */
  parents: Record<string, string>;
  shown: Omit<Shown, "kept">;
  /** How many rows of a section are not loaded, by its name. */
  beyond: Record<string, number>;
  /** Whether there are more rows than the server has sent. */
  more: boolean;
  /** The id of the task whose panel the address has open. */
  openId?: string | undefined;
  /** What stands here when there are no rows. */
  empty: ReactNode;
  /** The way to the next rows. */
  loadMore?: ReactNode;
};

/** The rows of a view, with whatever is being written laid over them. */
export function TaskList({ tasks, parents, shown, beyond, more, openId, empty, loadMore }: Props) {
  const { sections, recent, waiting, clock } = useRows({ tasks, shown, more });
  const { complete, reopen } = useTasks();
  const { opening } = useOpenTask();
  const list = useRef<HTMLDivElement>(null);

  const inOrder = sections.flatMap((section) => section.tasks);
  const { current, handlers: focusing } = useCurrentRow(
    list,
    inOrder.map(({ id }) => id),
  );
  const selected = opening ? opening.task?.id : openId;
  const leaves = shown.view === "completed" || shown.view === "search";

  // A row that was written here is in sight beyond the loaded ones, and counted among the others.
  const listed = new Set(tasks.map(({ id }) => id));
  const restOf = ({ name, tasks }: Section) => {
    const rest = beyond[name] ?? 0;
    const shownToo = tasks.filter(({ id, version, completed }) => !listed.has(id) && version > 0 && !completed);
    return Math.max(0, rest - shownToo.length);
  };

  const check = (task: Task, completed: boolean) => {
    const step = completed ? complete : reopen;
    step([task], { noticed: leaves });
  };

  const byHand = useByHand(sections, shown);
  const [drop, setDrop] = useState<Drop>();
  const dropAt = ({ id }: Task) => (drop?.beside !== id ? "none" : drop.after ? "after" : "before");
  useListKeys(list, byHand.move);

  if (inOrder.length === 0) return empty;
  const rows = (
    <div
      ref={list}
      {...focusing}
      className={shown.view === "today" || shown.view === "upcoming" ? "[--due:58px]" : "[--due:100px]"}
    >
      {sections.map((section) => (
        <section key={section.name} aria-label={section.name || "Tasks"}>
          <SectionHeading section={section} shown={shown} beyond={restOf(section)} clock={clock} />
          <ul>
            {section.tasks.map((task) => (
              <TaskRow
                key={task.id}
                task={task}
                parent={task.parentId === null ? undefined : parents[task.parentId]}
                view={shown.view}
                grouped={section.name === "Today" || (shown.view === "upcoming" && shown.sort === "due")}
                besides={shown.tag}
                clock={clock}
                drop={dropAt(task)}
                onMove={shown.sort === "manual" ? byHand.move : undefined}
                selected={task.id === selected}
                current={task.id === current}
                change={recent.get(task.id)}
                waits={waiting.has(task.id)}
                onCheck={check}
              />
            ))}
          </ul>
        </section>
      ))}
      {loadMore}
      <LaterSections beyond={beyond} loaded={sections} />
    </div>
  );
  return (
    <SortableRows
      onOver={(id, at) => {
        const next = at && byHand.goes(id, at) ? at : undefined;
        if (next?.beside !== drop?.beside || next?.after !== drop?.after) setDrop(next);
      }}
      onDrop={(id, at) => {
        setDrop(undefined);
        byHand.drop(id, at);
      }}
      onCancel={() => setDrop(undefined)}
    >
      {rows}
    </SortableRows>
  );
}
