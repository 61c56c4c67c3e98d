"use client";

import { CircleCheck } from "lucide-react";
import { useKnown } from "@/components/shell/known";
import { TagDots } from "@/components/tags/tag-dots";
import type { NewTask } from "@/components/tasks/new-task";
import { Checkbox } from "@/components/ui/checkbox";
import { GrowingTextarea } from "@/components/ui/growing-textarea";
import { describeDue } from "@/language/calendar";

/** One of pasted lines: what it says, and what will become of it, or why that cannot be. */
export type PastedLine = { at: number; words: string; depth: number; task: NewTask; fault: string | false | undefined };

/** Of the field that a line is written anew in. */
export const pastedLineId = (at: number) => `pasted-line-${at}`;

type Props = {
  line: PastedLine;
  isIn: boolean;
  /** It was written anew, and stays open for that. */
  isEdited: boolean;
  onToggle: (isIn: boolean) => void;
  onWords: (words: string) => void;
};

export function PastedRow({ line, isIn, isEdited, onToggle, onWords }: Props) {
  const { clock } = useKnown();
  const { at, words, depth, task, fault } = line;
  const isOpen = isEdited || Boolean(fault);
  const due = describeDue({ dueDate: task.dueDate ?? null, dueTime: task.dueTime ?? null }, clock);
  return (
    <li className={depth > 0 ? "pl-6" : ""}>
      {/* biome-ignore lint/a11y/noLabelWithoutControl: the tick box is its control */}
      <label className="flex min-h-8 pointer-coarse:min-h-11 items-center gap-2.5 rounded px-1 hover:bg-shade">
        <Checkbox checked={isIn} onCheckedChange={onToggle} />
        {task.completed && (
          <CircleCheck size={15} strokeWidth={1.75} aria-label="Done" className="shrink-0 text-accent" />
        )}
        <span
          dir="auto"
          className={`min-w-0 flex-1 text-left ${isOpen ? "truncate text-soft" : "[overflow-wrap:anywhere]"}`}
        >
          {task.title}
        </span>
        <span className="flex items-center gap-3 text-small text-soft">
          <TagDots tags={task.tags ?? []} />
          {due}
        </span>
      </label>
      {isOpen && (
        <div className="pr-1 pb-2 pl-8">
          <GrowingTextarea
            id={pastedLineId(at)}
            aria-label={`Line ${at + 1}`}
            aria-invalid={fault && isIn ? true : undefined}
            aria-describedby={fault ? `${pastedLineId(at)}-fault` : undefined}
            value={words}
            onChange={({ target }) => onWords(target.value.replaceAll(/\r?\n/g, " "))}
            className="w-full rounded border border-line bg-lift px-2 py-1.5 aria-invalid:border-late"
          />
          {fault && isIn && (
            <p id={`${pastedLineId(at)}-fault`} className="mt-1 text-late text-small">
              {fault}
            </p>
          )}
        </div>
      )}
    </li>
  );
}
