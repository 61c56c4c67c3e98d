"use client";

import type { Route } from "next";
import Link from "next/link";
import { usePathname, useSearchParams } from "next/navigation";
import type { Row } from "@/assistant/shapes";
import { due } from "@/components/chat/edits";
import { asTask } from "@/components/chat/row";
import { useFirst } from "@/components/chat/show-all";
import { useKnown } from "@/components/shell/known";
import { applyAll } from "@/components/tasks/optimistic";
import { type Seen, useSeen } from "@/components/tasks/seen";
import { TaskCheck } from "@/components/tasks/task-check";
import { useTasks } from "@/components/tasks/use-tasks";
import { usePending } from "@/components/tasks/writes";

/** Tasks that the assistant found, as rows that one can check off and open right here. */
export function Found({ rows, more, total }: { rows: Row[]; more: boolean; total: number | undefined }) {
  const seen = useSeen();
  const count = `${rows.length.toLocaleString("en")}${more && total ? ` of ${total.toLocaleString("en")}` : ""}`;
  const first = useFirst(rows, more ? `Show ${count}` : undefined);
  return (
    <section aria-label="Tasks found" className="rounded border border-line bg-lift shadow-float">
      <ul className="divide-y divide-line">
        {first.shown.map((row) => (
          <FoundRow key={row.id} row={newest(row, seen.get(row.id))} />
        ))}
      </ul>
      {first.more ??
        (more && (
          <footer className="flex h-8 items-center border-line border-t px-3 text-small text-soft">
            The first {count}
          </footer>
        ))}
    </section>
  );
}

function FoundRow({ row }: { row: Row }) {
  const { clock } = useKnown();
  const { complete, reopen } = useTasks();
  const [task = asTask(row)] = applyAll([asTask(row)], usePending());
  const href = useHref(row.id);
  const text = task.deletedAt ? "In Trash" : due(task, clock);
  return (
    <li className="relative flex min-h-9.5 items-center gap-2.5 px-3 py-2 hover:bg-shade">
      <TaskCheck
        task={task}
        disabled={task.deletedAt !== null}
        onChange={(completed) => void (completed ? complete([task]) : reopen([task]))}
        className="z-10"
      />
      <Link
        href={href}
        prefetch={false}
        scroll={false}
        dir="auto"
        className={`min-w-0 flex-1 truncate pointer-coarse:-my-3 pointer-coarse:py-3 text-left after:absolute after:inset-0 ${task.completed || task.deletedAt ? "text-soft line-through decoration-faint" : ""}`}
      >
        {task.title}
      </Link>
      <span className="shrink-0 text-small text-soft">{text}</span>
    </li>
  );
}

/** The task's panel, beside the list that one sees; a page without a list has none. */
function useHref(id: string) {
  const path = usePathname();
  const query = new URLSearchParams(useSearchParams());
  query.set("task", id);
  return (path.startsWith("/chat") ? `/tasks?task=${id}` : `${path}?${query}`) as Route;
}

function newest(row: Row, seen: Seen | undefined): Row {
  return seen && seen.version > row.version ? { ...row, ...seen } : row;
}
