"use client";

import { CalendarDays, X } from "lucide-react";
import { useKnown } from "@/components/shell/known";
import { IconButton } from "@/components/ui/icon-button";
import { describeDay } from "@/language/calendar";
import type { QuickAdd } from "@/language/quick-add";

type Props = {
  /** Ties it to the field that it describes. */
  id: string;
  line: QuickAdd;
  /** The day that the page gives to a line without one. */
  defaultDay: string | undefined;
  empty: boolean;
  /** Takes the page's day from the line. */
  onNoDate: () => void;
};

/** What a line was understood to mean: to the eye the due day, the rest being marked in place; to the ear all of it. */
export function Understood({ id, line, defaultDay, empty, onNoDate }: Props) {
  const { clock } = useKnown();
  const due = line.marks.find(({ kind }) => kind === "date" || kind === "repeat")?.label;
  const given = due === undefined && defaultDay && !empty ? describeDay(defaultDay, clock) : undefined;
  const others = line.marks.filter(({ kind }) => kind === "tag" || kind === "priority");
  const label = due ?? given;
  return (
    <>
      <span id={id} aria-live="polite" className="shrink-0 text-small text-soft stacked:sr-only">
        {label && (
          <span className="flex items-center gap-1.5">
            <CalendarDays size={13} strokeWidth={1.75} aria-label="Due" />
            {label}
          </span>
        )}
        <span className="sr-only">{others.map((mark) => `${mark.kind} ${mark.label}`).join(", ")}</span>
      </span>
      {given && (
        <span className="-ml-2 flex stacked:hidden">
          <IconButton icon={X} label="No date" size="small" onClick={onNoDate} />
        </span>
      )}
    </>
  );
}
