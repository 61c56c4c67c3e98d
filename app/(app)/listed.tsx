import { type ReactNode, Suspense } from "react";
import { asked, orders, PAGES } from "@/app/(app)/asked";
import { knowing, tagOf } from "@/app/(app)/knowing";
import { doneLately, doneToday, parentsOf, rows, type Wanted } from "@/app/(app)/rows";
import { requireUser } from "@/auth";
import { Known } from "@/components/shell/known";
import type { Shown } from "@/components/tasks/arrange";
import { ListSkeleton } from "@/components/tasks/list-skeleton";
import { QuickAdd } from "@/components/tasks/quick-add";
import { TaskList } from "@/components/tasks/task-list";
import { More } from "@/components/tasks/view-foot";
import { today } from "@/language/calendar";

type Props = {
  searchParams: Promise<unknown>;
  view: Shown["view"];
  /** What the operation is asked for. */
  list: Wanted;
  /** Whether new tasks can be written here, and what they get from the page. */
  add?: "today" | "tag" | "plain";
  empty: ReactNode;
  foot?: ReactNode;
};

/** The rows of a view, with the line to add one above them. The frame stands while they are read. */
export function Listed(props: Props) {
  return (
    <Suspense fallback={<ListSkeleton quickAdd={props.add !== undefined} />}>
      <Rows {...props} />
    </Suspense>
  );
}

async function Rows({ searchParams, view, list, add, empty, foot }: Props) {
  const [user, known, place] = await Promise.all([requireUser(), knowing(), asked(searchParams)]);
  const { sort, done, pages, task } = place;
  const [open, finished] = await Promise.all([
    rows(user.id, { ...list, sort: orders[sort] }, place),
    done && (view === "today" ? doneToday(user.id, known.clock) : doneLately(user.id, list)),
  ]);
  const listed = [...open.tasks, ...(finished ?? [])];
  const parents = await parentsOf(user.id, listed);
  const shown = { view, sort, tag: list.tag, done: done !== undefined };
  const tag = add === "tag" && list.tag ? await tagOf(list.tag) : undefined;
  const day = add === "today" ? today(known.clock) : undefined;
  return (
    <Known things={known}>
      {add && <QuickAdd defaults={{ dueDate: day, tag }} />}
      <TaskList
        tasks={listed}
        parents={parents}
        shown={shown}
        more={open.next !== undefined}
        openId={task}
        empty={empty}
      />
      <More pages={pages} most={PAGES} next={open.next} isStart={open.isStart} />
      {foot}
    </Known>
  );
}
