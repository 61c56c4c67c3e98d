"use client";

import { Check } from "lucide-react";
import { inList } from "@/components/shell/keymap";
import { ariaKeys } from "@/components/ui/chord";
import type { Task } from "@/db/tasks";

/** What a priority looks like around a check. */
export const rings = {
  high: "border-high bg-high/12",
  medium: "border-medium bg-medium/15",
  low: "border-low bg-low/12",
  none: "border-faint",
} as const;

const words = { high: "high priority", medium: "medium priority", low: "low priority", none: "" } as const;

const completeKeys = ariaKeys(inList.complete.keys);

type Props = {
  task: Pick<Task, "title" | "priority" | "completed">;
  onChange: (completed: boolean) => void;
  disabled?: boolean;
  tabIndex?: number;
  className?: string;
};

/** A task's round check; its ring and wash say the priority, its name says it too. What can be pressed is larger than what is seen. */
export function TaskCheck({ task, onChange, disabled, tabIndex, className = "" }: Props) {
  const { title, priority, completed } = task;
  const look = completed ? "border-accent bg-accent text-on-accent" : `${rings[priority]} text-soft`;
  return (
    <span className={`relative size-4.5 shrink-0 ${className}`}>
      {/* biome-ignore lint/a11y/useSemanticElements: an input cannot hold the drawn check, and Space and Enter both must work */}
      <button
        type="button"
        role="checkbox"
        aria-checked={completed}
        aria-label={[`Complete ${title}`, words[priority]].filter(Boolean).join(", ")}
        aria-keyshortcuts={completeKeys}
        disabled={disabled}
        tabIndex={tabIndex}
        onClick={() => onChange(!completed)}
        className="group/check absolute -inset-1.75 grid place-items-center rounded-full outline-none pointer-coarse:-inset-3.25"
      >
        <span
          className={`grid size-4.5 place-items-center rounded-full border-[1.25px] outline-offset-2 transition-colors group-focus-visible/check:outline-2 group-focus-visible/check:outline-accent ${look}`}
        >
          <Check
            size={11}
            strokeWidth={2.5}
            aria-hidden
            className={completed ? "" : "opacity-0 group-enabled/check:group-hover/check:opacity-100"}
          />
        </span>
      </button>
    </span>
  );
}

/** The priority in words, for the eye where colours are few; the check has it in its name. */
export function PriorityWord({ priority }: Pick<Task, "priority">) {
  if (!words[priority]) return null;
  return (
    <span aria-hidden className="hidden text-small forced-colors:inline contrast-more:inline">
      {words[priority]}
    </span>
  );
}
