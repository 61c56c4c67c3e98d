import { type ReactNode, Suspense } from "react";
import { asked, orders, PAGES } from "@/app/(app)/asked";
import { knowing, tagOf } from "@/app/(app)/knowing";
import { finished, parentsOf, rows, type Wanted } from "@/app/(app)/rows";
import { unloaded } from "@/app/(app)/totals";
import { requireUser } from "@/auth";
import { Known } from "@/components/shell/known";
import type { Shown } from "@/components/tasks/arrange";
import { ListSkeleton } from "@/components/tasks/list-skeleton";
import { QuickAdd } from "@/components/tasks/quick-add";
import { TaskList } from "@/components/tasks/task-list";
import { More } from "@/components/tasks/view-foot";
import { Hint } from "@/components/views/hint";
import { isSortable, sortOf } from "@/components/views/sorting";
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
  const { done, pages, task } = place;
  const { clock, preferences } = known;
  const sort = isSortable(view) ? sortOf(view, list.tag ?? view, place.sort, preferences) : "due";
  const shown = { view, sort, tag: list.tag, done: done !== undefined };
  const [open, closed] = await Promise.all([
    rows(user.id, { ...list, sort: orders[sort] }, place),
    done ? finished(user.id, view, list, pages, clock) : nothing,
  ]);
  const listed = [...open.tasks, ...closed.tasks];
  const more = open.next !== undefined;
  const [parents, beyond] = await Promise.all([
    parentsOf(user.id, listed),
    unloaded(user.id, list, shown, { listed, open: more || !open.isStart, done: closed.more }, clock),
  ]);
  const tag = add === "tag" && list.tag ? await tagOf(list.tag) : undefined;
  const day = add === "today" ? today(clock) : undefined;
  return (
    <Known things={known}>
      {add && <QuickAdd defaults={{ dueDate: day, tag }} focused={view === "today" && listed.length === 0} />}
      {add && !preferences.hinted && listed.length === 0 && <Hint />}
      <TaskList
        tasks={listed}
        parents={parents}
        shown={shown}
        beyond={beyond}
        more={more}
        openId={task}
        empty={empty}
        loadMore={<More pages={pages} most={PAGES} {...open} more={more || closed.more} />}
      />
      {foot}
    </Known>
  );
}

const nothing = { tasks: [], more: false };
