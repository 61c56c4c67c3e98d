import { Repeat2 } from "lucide-react";
import { TagDots } from "@/components/tags/tag-dots";
import type { dueText } from "@/components/tasks/due-text";
import type { Task } from "@/db/tasks";

type Props = { tags: Task["tags"]; repeats: boolean; due: ReturnType<typeof dueText>; className?: string };

/**
 * Tags, repeat sign and due of a row, in columns that line up from row to row (the list sets `--due`, the width of the last);
 * on a phone a line under the title, the due first.
 */
export function TaskMeta({ tags, repeats, due, className = "" }: Props) {
  return (
    <span className={`flex min-w-0 items-center gap-4 text-small text-soft tight:gap-2.5 stacked:gap-3 ${className}`}>
      <TagDots tags={tags} />
      {repeats && (
        <Repeat2 size={14} strokeWidth={1.75} aria-label="Repeats" className="-mx-1 shrink-0 stacked:order-last" />
      )}
      <span
        className={`min-w-(--due) shrink-0 text-right tight:min-w-0 tight:empty:hidden stacked:order-first stacked:min-w-0 stacked:empty:hidden ${due.late ? "text-late" : ""}`}
      >
        {due.late && <span className="spoken-color">Late: </span>}
        {due.text}
      </span>
    </span>
  );
}
