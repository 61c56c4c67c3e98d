"use client";

import { Circle, CircleCheck, MessageSquare, RotateCcw } from "lucide-react";
import { inList } from "@/components/shell/keymap";
import { TagDot, TagDots } from "@/components/tags/tag-dots";
import { frame, hairline } from "@/components/tasks/task-row";
import { along, leaving, nameOf, spokenName } from "@/components/trash/words";
import { Button } from "@/components/ui/button";
import { ariaKeys } from "@/components/ui/chord";
import type { Listed, Trashed } from "@/db/trash";
import type { Context } from "@/language/calendar";

type Props = {
  trashed: Listed;
  clock: Context;
  /** The one row of the list that Tab goes to. */
  current: boolean;
  onRestore: (trashed: Trashed) => void;
};

/** A thing in the trash: what it is, what comes back with it, how long it is there yet, and the way back. */
export function TrashedRow({ trashed, clock, current, onRestore }: Props) {
  const { noun, thing } = trashed;
  const left = leaving(trashed, clock);
  return (
    <li data-row={thing.id} className={`${frame} ${hairline}`}>
      <span className="flex w-[18px] shrink-0 justify-center">
        <Sign trashed={trashed} />
      </span>
      <div className="flex min-w-0 flex-1 items-center gap-4 stacked:flex-col stacked:items-stretch stacked:gap-0.5">
        <span dir="auto" className="min-w-0 flex-1 truncate text-left">
          {nameOf(trashed)}
        </span>
        <span className="flex min-w-0 items-center gap-4 text-small text-soft stacked:gap-3">
          {noun === "task" && <TagDots tags={thing.tags} />}
          <span className="shrink-0 empty:hidden">{along(trashed)}</span>
          <span title={left.title} className="min-w-(--due) shrink-0 text-right stacked:order-first stacked:min-w-0">
            {left.text}
          </span>
        </span>
      </div>
      <Button
        tone="quiet"
        data-title
        aria-label={`Restore ${spokenName(trashed)}`}
        aria-keyshortcuts={ariaKeys(inList.restore.keys)}
        tabIndex={current ? 0 : -1}
        onClick={() => onRestore(trashed)}
        className="-mr-2 px-2"
      >
        <RotateCcw size={14} strokeWidth={1.75} aria-hidden />
        Restore
      </Button>
    </li>
  );
}

function Sign({ trashed: { noun, thing } }: { trashed: Trashed }) {
  if (noun === "tag") return <TagDot color={thing.color} />;
  const Icon = noun === "conversation" ? MessageSquare : thing.completed ? CircleCheck : Circle;
  const size = noun === "conversation" ? 15 : 18;
  return (
    <Icon
      size={size}
      strokeWidth={noun === "conversation" ? 1.75 : 1.25}
      className={noun === "conversation" ? "text-soft" : "text-faint"}
      aria-hidden
    />
  );
}
